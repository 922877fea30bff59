/** Times for people: the local date, and how far away it is. */

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const

/** `2026-12-01 09:00:00 +09:00, in 6 days 23 hours` */
export function describeTime(time: number, now: number): string {
  return `${localTime(time)}, ${relativeTime(time, now)}`
}

export function localTime(time: number): string {
  const date = new Date(time * 1000)
  if (Number.isNaN(date.getTime())) return `time ${time}`
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()]
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()]
  const offset = -date.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const zone = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  return `${join(day, '-')} ${join(clock, ':')} ${sign}${join(zone, ':')}`
}

export function relativeTime(time: number, now: number): string {
  const distance = describePeriod(Math.abs(time - now))
  if (time === now) return 'now'
  return time > now ? `in ${distance}` : `${distance} ago`
}

/** `6 days 23 hours`: the two largest units. */
export function describePeriod(seconds: number): string {
  const first = units.findIndex(([, length]) => seconds >= length)
  if (first === -1) return '0 seconds'
  let rest = seconds
  return units
    .slice(first, first + 2)
    .flatMap(([name, length]) => {
      const count = Math.floor(rest / length)
      rest -= count * length
      return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`]
    })
    .join(' ')
}

function join(numbers: readonly number[], separator: string): string {
  return numbers
    .map((number) => String(number).padStart(2, '0'))
    .join(separator)
}
