/** Reads the times of a round: dates with their zone, or periods after the last. */
import { momentNames, periodNames, type Times } from '../rules.ts'
import { toFields, type Value, valueOf, wrong } from './fields.ts'

const secondsOf: Readonly<Record<string, number>> = {
  w: 604_800,
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
}
/** What 40 bits hold. */
const latest = 2 ** 40 - 1
/** What 32 bits hold. */
const longest = 2 ** 32 - 1

export function readTimes(value: Value, now: number): Times {
  const fields = toFields(value, [...momentNames, ...periodNames])
  let previous = now
  const moments = momentNames.map((name) => {
    const moment = readMoment(valueOf(fields, name), previous)
    // After a time that is wrong, those that follow are still read.
    previous = moment ?? previous
    return [name, moment ?? 0] as const
  })
  const periods = periodNames.map(
    (name) => [name, readPeriod(valueOf(fields, name))] as const,
  )
  return Object.fromEntries([...moments, ...periods]) as Times
}

/** `2027-01-31T18:00+09:00`, or `+14 days` after the time before it. */
function readMoment(value: Value, previous: number): number | undefined {
  const { value: given } = value
  if (typeof given === 'string') {
    const period = given.startsWith('+')
      ? parsePeriod(given.slice(1))
      : undefined
    const moment = period === undefined ? parseDate(given) : previous + period
    if (moment !== undefined && moment > 0 && moment <= latest) return moment
  }
  const form = 'a date with its zone such as "2027-01-31T18:00+09:00"'
  wrong(value, `${form}, or "+14 days" after the time before it`, 0)
  return undefined
}

/** `7 days`, `36 hours`, `1 day 12 hours`, or seconds. */
function readPeriod(value: Value): number {
  const { value: given } = value
  const seconds =
    typeof given === 'string' ? parsePeriod(given) : (given as number)
  if (seconds !== undefined && Number.isInteger(seconds))
    if (seconds >= 0 && seconds <= longest) return seconds
  return wrong(value, 'a period such as "7 days" or "36 hours"', 0)
}

/** Without a zone nobody knows which moment is meant. */
function parseDate(text: string): number | undefined {
  const form =
    /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?\s*(Z|[+-]\d{2}:\d{2})$/
  if (!form.test(text)) return undefined
  // A written date with its zone needs no clock.
  // eslint-disable-next-line no-restricted-globals
  const time = Date.parse(text.replace(' ', 'T').replace(/\s/g, ''))
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000)
}

function parsePeriod(text: string): number | undefined {
  const part =
    /(\d{1,9})\s*(w(?:eeks?)?|d(?:ays?)?|h(?:ours?)?|m(?:in(?:utes?)?)?|s(?:econds?)?)(?![a-z])/y
  const trimmed = text.trim()
  let seconds = 0
  let end = 0
  while (end < trimmed.length) {
    part.lastIndex = end
    const [whole, count, unit] = part.exec(trimmed) ?? []
    if (whole === undefined) return undefined
    seconds += Number(count) * (secondsOf[unit?.charAt(0) ?? ''] ?? 0)
    end += whole.length
    while (trimmed[end] === ' ') end += 1
  }
  return end === 0 ? undefined : seconds
}
