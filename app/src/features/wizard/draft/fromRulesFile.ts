/** Fields of the wizard from a file of rules; what cannot be read there stays for a person to mend. */
import { readTimes } from '../../../../../protocol/rulesFile/readTimes.ts'
import {
  momentNames,
  orderRules,
  pointsRules,
  tieRules,
} from '../../../../../protocol/rules.ts'
import type { Draft, Period } from './draft.ts'

type Content = Readonly<Record<string, unknown>>

/** All that stands in such a file, and no words. `weights` go to the criteria. */
export type RulesFields = Omit<
  Draft,
  | 'isPractice'
  | 'salt'
  | 'random'
  | 'name'
  | 'purpose'
  | 'whoMayTakePart'
  | 'currency'
  | 'categories'
  | 'criteria'
  | 'scale'
  | 'proposals'
  | 'meanAsk'
  | 'trials'
  | 'gwei'
  | 'etherPrice'
  | 'safe'
  | 'attempts'
  | 'seen'
> & { weights: string[] }

export function fromRulesFile(content: Content, now: number): RulesFields {
  const text = (name: string) => toText(content[name])
  return {
    ...readDates(content['times'], now),
    owners: content['owners'] === true,
    seatsPerCommunity: text('seatsPerCommunity'),
    reviewers: text('reviewers'),
    isAll: content['listLength'] === 'all' || content['listLength'] === 0,
    listLength: content['listLength'] === 'all' ? '' : text('listLength'),
    weights: toList(content['weights']).map(toText),
    maxScore: text('maxScore'),
    pointsPerBallot: text('pointsPerBallot'),
    points: oneOf(pointsRules, content['points']),
    order: oneOf(orderRules, content['order']),
    ties: oneOf(tieRules, content['ties']),
    ballotLimit: text('ballotLimit'),
    hasBudget: !isNone(content['budget']),
    seats: isNone(content['seats']) ? '' : text('seats'),
    budget: isNone(content['budget']) ? '' : text('budget').replaceAll(',', ''),
    quotas: toList(content['quotas']).map((quota) => ({
      category: toText(toObject(quota)['category']),
      seats: toText(toObject(quota)['seats']),
    })),
    minReviews: text('minReviews'),
    reserveTakesWithdrawn: content['reserveTakesWithdrawn'] === true,
    minOpened: toPercent(content['minOpened']),
    drawDelay: text('drawDelay'),
    holders: readHolders(toObject(content['holders'])),
    threshold: text('threshold'),
    trustees: toList(content['trustees']).map(toAddress),
    verifiers: toList(content['verifiers']).map(toAddress),
  }
}

function readDates(
  value: unknown,
  now: number,
): Pick<Draft, 'times' | 'periods'> {
  const read = readTimes({ path: 'times', value, problems: [] }, now)
  const times = Object.fromEntries(
    momentNames.map((name) => [name, read[name] === 0 ? null : read[name]]),
  )
  return {
    times: times as Draft['times'],
    periods: {
      rollNotice: toPeriod(read.rollNotice),
      objectionPeriod: toPeriod(read.objectionPeriod),
      answerPeriod: toPeriod(read.answerPeriod),
    },
  }
}

/** In the largest unit that it is whole in. */
export function toPeriod(seconds: number): Period {
  if (seconds % 86_400 === 0)
    return { amount: String(seconds / 86_400), unit: 'days' }
  if (seconds % 3_600 === 0)
    return { amount: String(seconds / 3_600), unit: 'hours' }
  if (seconds % 60 === 0)
    return { amount: String(seconds / 60), unit: 'minutes' }
  return { amount: String(seconds), unit: 'seconds' }
}

function readHolders(content: Content): Draft['holders'] {
  return {
    admin: toAddress(content['admin']),
    registrar: toAddress(content['registrar']),
    screener: toAddress(content['screener']),
    committee: toAddress(content['committee']),
  }
}

/** A template says in the place of an address whose it is. */
function toAddress(value: unknown): string {
  const text = toText(value)
  return text.startsWith('0x…') ? '' : text
}

/** Parts of 10,000 or `50%`, as a number of percent. */
function toPercent(value: unknown): string {
  if (typeof value === 'number') return String(value / 100)
  return toText(value).replace(/\s*%$/, '')
}

function isNone(value: unknown): boolean {
  return value === undefined || value === 0 || value === '0' || value === ''
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function toObject(value: unknown): Content {
  return typeof value === 'object' && value !== null ? (value as Content) : {}
}

function oneOf<const word extends string>(
  words: readonly [word, ...word[]],
  value: unknown,
): word {
  return words.find((word) => word === value) ?? words[0]
}
