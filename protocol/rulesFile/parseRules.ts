/** Reads rules and holders from JSON, in the form that `round template` shows. */
import type { Hash } from 'viem'
import {
  type Holders,
  orderRules,
  pointsRules,
  type Quota,
  type Rules,
  tieRules,
} from '../rules.ts'
import {
  type Fields,
  readAddress,
  readAmount,
  readBoolean,
  readList,
  readWhole,
  readWord,
  toFields,
  type Value,
  valueOf,
  wrong,
} from './fields.ts'
import { readTimes } from './readTimes.ts'

export type RulesContext = {
  /** Unix time that periods and checks begin at. */
  now: number
  /** Of the document's file; the digest itself may stand there too. */
  documentDigest: Hash | undefined
}

export type RoundPlan = { rules: Rules; holders: Holders }

const u8 = 255
const u16 = 65_535
const u32 = 4_294_967_295

const names = [
  ...['document', 'holders', 'times', 'owners', 'seatsPerCommunity'],
  ...['reviewers', 'listLength', 'weights', 'maxScore', 'pointsPerBallot'],
  ...['points', 'order', 'ties', 'ballotLimit', 'seats', 'budget', 'quotas'],
  ...['minReviews', 'reserveTakesWithdrawn', 'minOpened', 'drawDelay'],
  ...['threshold', 'trustees', 'verifiers'],
]

/** Problems are noted in `value`; what is answered then is of no use. */
export function parseRules(value: Value, context: RulesContext): RoundPlan {
  const fields = toFields(value, names)
  const of = (name: string) => valueOf(fields, name)
  return {
    holders: readHolders(of('holders')),
    rules: {
      times: readTimes(of('times'), context.now),
      document: readDigest(of('document'), context),
      ...readReviewers(fields),
      ...readBallots(fields),
      ...readSelection(fields),
      minOpened: readPart(of('minOpened')),
      drawDelay: readWhole(of('drawDelay'), u16),
      threshold: readWhole(of('threshold'), u8),
      trustees: readList(of('trustees'), readAddress),
      verifiers: readList(of('verifiers'), readAddress, []),
    },
  }
}

function readHolders(value: Value): Holders {
  const roles = ['admin', 'registrar', 'screener', 'committee'] as const
  const fields = toFields(value, roles)
  const holders = roles.map(
    (role) => [role, readAddress(valueOf(fields, role))] as const,
  )
  return Object.fromEntries(holders) as Holders
}

function readDigest(value: Value, { documentDigest }: RulesContext): Hash {
  const { value: given } = value
  if (documentDigest !== undefined) return documentDigest
  if (typeof given === 'string' && /^0x[0-9a-f]{64}$/i.test(given))
    return given.toLowerCase() as Hash
  return wrong(value, 'the name of the document’s file, or its digest', '0x')
}

function readReviewers(fields: Fields) {
  const of = (name: string) => valueOf(fields, name)
  return {
    owners: readBoolean(of('owners')),
    seatsPerCommunity: readWhole(of('seatsPerCommunity'), u16, 0),
    reviewers: readWhole(of('reviewers'), u32, 0),
    listLength: readListLength(of('listLength')),
  }
}

function readBallots(fields: Fields) {
  const of = (name: string) => valueOf(fields, name)
  return {
    weights: readList(of('weights'), (weight) => readWhole(weight, u16)),
    maxScore: readWhole(of('maxScore'), u8),
    pointsPerBallot: readWhole(of('pointsPerBallot'), u16, 0),
    points: readWord(of('points'), pointsRules),
    order: readWord(of('order'), orderRules),
    ties: readWord(of('ties'), tieRules),
    ballotLimit: readWhole(of('ballotLimit'), u8),
  }
}

function readSelection(fields: Fields) {
  const of = (name: string) => valueOf(fields, name)
  return {
    seats: readWhole(of('seats'), u16, 0),
    budget: readAmount(of('budget'), 0n),
    quotas: readList(of('quotas'), readQuota, []),
    minReviews: readWhole(of('minReviews'), u32),
    reserveTakesWithdrawn: readBoolean(of('reserveTakesWithdrawn')),
  }
}

function readQuota(value: Value): Quota {
  const fields = toFields(value, ['category', 'seats'])
  return {
    category: readWhole(valueOf(fields, 'category'), u16),
    seats: readWhole(valueOf(fields, 'seats'), u16),
  }
}

function readListLength(value: Value): number {
  return value.value === 'all' ? 0 : readWhole(value, u16)
}

/** `50%` is 5,000 of 10,000. */
function readPart(value: Value): number {
  const { value: given } = value
  const [, percent] =
    typeof given === 'string'
      ? (/^(\d{1,3}(?:\.\d{1,2})?)\s*%$/.exec(given) ?? [])
      : []
  if (percent !== undefined) return Math.round(Number(percent) * 100)
  return readWhole(value, u16)
}
