/** The rules of a round, their digest, and the numbers that follow from them. */
import {
  type Address,
  decodeAbiParameters,
  encodeAbiParameters,
  type Hash,
  type Hex,
  keccak256,
} from 'viem'
import { BaseError } from './errors.ts'

export const pointsRules = ['Score', 'Borda'] as const
export const orderRules = ['Mean', 'Sum'] as const
export const tieRules = ['Draw', 'Number'] as const

/** How a ballot's values become points. */
export type PointsRule = (typeof pointsRules)[number]
/** How proposals are put in order. */
export type OrderRule = (typeof orderRules)[number]
/** How equal proposals are put in order. */
export type TieRule = (typeof tieRules)[number]

/** Unix times and periods in seconds, in the order of the phases. */
export type Times = {
  registerUntil: number
  rosterBy: number
  freezeBy: number
  drawBy: number
  reviewFrom: number
  close: number
  releaseFrom: number
  releaseUntil: number
  openUntil: number
  rollNotice: number
  objectionPeriod: number
  answerPeriod: number
}

/** Seats kept for one category. */
export type Quota = { category: number; seats: number }

/** What `contracts/types/Rules.sol` says, name by name. */
export type Rules = {
  times: Times
  document: Hash
  owners: boolean
  seatsPerCommunity: number
  reviewers: number
  listLength: number
  weights: readonly number[]
  maxScore: number
  pointsPerBallot: number
  points: PointsRule
  order: OrderRule
  ties: TieRule
  ballotLimit: number
  seats: number
  budget: bigint
  quotas: readonly Quota[]
  minReviews: number
  reserveTakesWithdrawn: boolean
  minOpened: number
  drawDelay: number
  threshold: number
  trustees: readonly Address[]
  verifiers: readonly Address[]
}

/** The holders of the roles at creation. */
export type Holders = {
  admin: Address
  registrar: Address
  screener: Address
  committee: Address
}

/** Rules as the ABI carries them: enums are numbers. */
export type AbiRules = Omit<Rules, 'points' | 'order' | 'ties'> & {
  points: number
  order: number
  ties: number
}

const timesComponents = [
  { name: 'registerUntil', type: 'uint40' },
  { name: 'rosterBy', type: 'uint40' },
  { name: 'freezeBy', type: 'uint40' },
  { name: 'drawBy', type: 'uint40' },
  { name: 'reviewFrom', type: 'uint40' },
  { name: 'close', type: 'uint40' },
  { name: 'releaseFrom', type: 'uint40' },
  { name: 'releaseUntil', type: 'uint40' },
  { name: 'openUntil', type: 'uint40' },
  { name: 'rollNotice', type: 'uint32' },
  { name: 'objectionPeriod', type: 'uint32' },
  { name: 'answerPeriod', type: 'uint32' },
] as const

type TimesComponent = (typeof timesComponents)[number]

/** Points in time, in the order of the phases. */
export const momentNames = namesOf('uint40')
/** Lengths of time, which run from what happens in the round. */
export const periodNames = namesOf('uint32')

function namesOf(type: TimesComponent['type']): (keyof Times)[] {
  return timesComponents
    .filter((component) => component.type === type)
    .map(({ name }) => name)
}

const quotaComponents = [
  { name: 'category', type: 'uint16' },
  { name: 'seats', type: 'uint16' },
] as const

const rulesParameters = [
  {
    type: 'tuple',
    components: [
      { name: 'times', type: 'tuple', components: timesComponents },
      { name: 'document', type: 'bytes32' },
      { name: 'owners', type: 'bool' },
      { name: 'seatsPerCommunity', type: 'uint16' },
      { name: 'reviewers', type: 'uint32' },
      { name: 'listLength', type: 'uint16' },
      { name: 'weights', type: 'uint16[]' },
      { name: 'maxScore', type: 'uint8' },
      { name: 'pointsPerBallot', type: 'uint16' },
      { name: 'points', type: 'uint8' },
      { name: 'order', type: 'uint8' },
      { name: 'ties', type: 'uint8' },
      { name: 'ballotLimit', type: 'uint8' },
      { name: 'seats', type: 'uint16' },
      { name: 'budget', type: 'uint128' },
      { name: 'quotas', type: 'tuple[]', components: quotaComponents },
      { name: 'minReviews', type: 'uint32' },
      { name: 'reserveTakesWithdrawn', type: 'bool' },
      { name: 'minOpened', type: 'uint16' },
      { name: 'drawDelay', type: 'uint16' },
      { name: 'threshold', type: 'uint8' },
      { name: 'trustees', type: 'address[]' },
      { name: 'verifiers', type: 'address[]' },
    ],
  },
] as const

export function toAbiRules(rules: Rules): AbiRules {
  return {
    ...rules,
    points: pointsRules.indexOf(rules.points),
    order: orderRules.indexOf(rules.order),
    ties: tieRules.indexOf(rules.ties),
  }
}

export function fromAbiRules(rules: AbiRules): Rules {
  return {
    ...rules,
    points: named(pointsRules, rules.points, 'points'),
    order: named(orderRules, rules.order, 'order'),
    ties: named(tieRules, rules.ties, 'ties'),
  }
}

/** `abi.encode(rules)`. */
export function encodeRules(rules: Rules): Hex {
  return encodeAbiParameters(rulesParameters, [toAbiRules(rules)])
}

export function decodeRules(encoded: Hex): Rules {
  const [rules] = decodeAbiParameters(rulesParameters, encoded)
  return fromAbiRules(rules)
}

export function rulesDigest(rules: Rules): Hash {
  return keccak256(encodeRules(rules))
}

/** True if the applicants are split into halves that score only each other. */
export function hasHalves(rules: Pick<Rules, 'owners' | 'listLength'>) {
  return rules.owners && rules.listLength !== 0
}

/** Proposals on a reviewer's list, the blank card included. */
export function listLength(
  rules: Pick<Rules, 'owners' | 'listLength'>,
  n: number,
): number {
  if (rules.listLength !== 0) return rules.listLength
  return rules.owners ? n - 1 : n
}

/** Values of a ballot: one per proposal of the list and criterion. */
export function valueCount(
  rules: Pick<Rules, 'owners' | 'listLength' | 'weights'>,
  n: number,
): number {
  return listLength(rules, n) * rules.weights.length
}

/** Bytes of an envelope: point, values, salt and authentication tag. */
export function envelopeLength(
  rules: Pick<Rules, 'owners' | 'listLength' | 'weights'>,
  n: number,
): number {
  return 33 + valueCount(rules, n) + 16 + 16
}

/** Seats of the roll. */
export function reviewerCount(
  rules: Pick<Rules, 'owners' | 'seatsPerCommunity' | 'reviewers'>,
  n: number,
): number {
  return rules.owners ? n * rules.seatsPerCommunity : rules.reviewers
}

/** Σ weight. */
export function totalWeight(rules: Pick<Rules, 'weights'>): number {
  return rules.weights.reduce((sum, weight) => sum + weight, 0)
}

/** The most points that one ballot can give one proposal. */
export function mostPoints(rules: Rules, n: number): number {
  if (rules.points === 'Borda') return 2 * (listLength(rules, n) - 1)
  return totalWeight(rules) * rules.maxScore
}

/** Twice the points of the neutral review of the order Mean: ν. */
export function neutralPoints(rules: Rules, n: number): number {
  if (rules.points === 'Borda') return 2 * (listLength(rules, n) - 1)
  return totalWeight(rules) * (rules.maxScore + 1)
}

function named<name extends string>(
  names: readonly name[],
  index: number,
  field: string,
): name {
  const name = names[index]
  if (name === undefined) throw new UnknownRuleError({ field, index, names })
  return name
}

export class UnknownRuleError extends BaseError {
  override name = 'UnknownRuleError'

  constructor({
    field,
    index,
    names,
  }: {
    field: string
    index: number
    names: readonly string[]
  }) {
    super(`The rule "${field}" has no choice ${index}.`, {
      metaMessages: [`Expected 0 to ${names.length - 1}: ${names.join(', ')}.`],
    })
  }
}
