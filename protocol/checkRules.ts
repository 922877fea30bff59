/** Refuses rules that could never finish, as `RulesCheck.sol` does. */
import { type Address, zeroAddress, zeroHash } from 'viem'
import {
  type Holders,
  mostPoints,
  reviewerCount,
  type Rules,
  type Times,
} from './rules.ts'

export const bounds = {
  proposals: 1_200,
  reviewers: 131_072,
  bordaList: 15,
  values: 255,
  ballotLimit: 15,
  trustees: 15,
  verifiers: 4,
  quotas: 32,
  drawDelay: 8_000,
  minOpened: 10_000,
  sum: 2 ** 40 - 1,
} as const

const margins = {
  draw: 3_600,
  review: 3_600,
  finality: 900,
  release: 3_600,
  opening: 172_800,
} as const

/** An error of the contract: its name, and its values in their order. */
export type Refusal = {
  error: `Rules_${string}` | `Round_${string}`
  values: Readonly<Record<string, bigint | Address>>
}

export type CheckRulesContext = {
  /** Unix time of the creation. */
  now: number
  /** Checked too where given. */
  holders?: Holders
  /** Tells a verifier with code from one without, where that is known. */
  hasCode?: (verifier: Address) => boolean
}

/** All refusals, the one that the contract would revert with first. */
export function checkRules(
  rules: Rules,
  { now, holders, hasCode = () => true }: CheckRulesContext,
): Refusal[] {
  return [
    ...(holders ? checkHolders(holders) : []),
    ...refuse(rules.document === zeroHash, 'Rules_DocumentMissing', {}),
    ...checkTimes(rules.times, now),
    ...checkReviewers(rules),
    ...checkBallot(rules),
    ...checkSelection(rules),
    ...checkRosterBounds(rules),
    ...checkTrustees(rules),
    ...checkVerifiers(rules, hasCode),
  ]
}

/** What fixing the roster with `n` accepted proposals refuses. */
export function checkRoster(rules: Rules, n: number): Refusal[] {
  const { least, most } = rosterBounds(rules)
  const sum = mostSum(rules, n)
  return [
    ...refuse(n < least || n > most, 'Round_RosterSize', {
      accepted: n,
      least,
      most,
    }),
    ...refuse(sum > bounds.sum, 'Round_SumOverflow', {
      most: sum,
      bound: bounds.sum,
    }),
  ]
}

/** The highest sum of points that a proposal could get from all reviewers. */
function mostSum(rules: Rules, n: number): number {
  return mostPoints(rules, n) * reviewerCount(rules, n)
}

/** Least and most proposals that the rules allow on the roster. */
export function rosterBounds(rules: Rules): { least: number; most: number } {
  const { listLength: m, owners, points, weights } = rules
  const own = owners ? 1 : 0
  // A list compares at least two proposals; with halves m ≤ ⌈n / 2⌉.
  const least = m === 0 ? 2 + own : owners ? 2 * m - 1 : m
  const caps: number[] = [bounds.proposals]
  if (m === 0) {
    caps.push(Math.floor(bounds.values / weights.length) + own)
    if (points === 'Borda') caps.push(bounds.bordaList + own)
  }
  if (owners) caps.push(Math.floor(bounds.reviewers / rules.seatsPerCommunity))
  return { least: Math.max(least, rules.seats), most: Math.min(...caps) }
}

function checkHolders(holders: Holders): Refusal[] {
  const { admin, registrar, screener, committee } = holders
  return [admin, registrar, screener, committee].flatMap((holder, role) =>
    refuse(holder === zeroAddress, 'Rules_HolderMissing', { role }),
  )
}

function checkTimes(times: Times, now: number): Refusal[] {
  const steps: [time: number, earliest: number][] = [
    [times.registerUntil, now + 1],
    [times.rosterBy, times.registerUntil + 1],
    [times.freezeBy, times.rosterBy + Math.max(times.rollNotice, 1)],
    [times.drawBy, times.freezeBy + margins.draw],
    [times.reviewFrom, times.drawBy],
    [times.close, times.reviewFrom + margins.review],
    [times.releaseFrom, times.close + margins.finality],
    [times.releaseUntil, times.releaseFrom + margins.release],
    [times.openUntil, times.releaseUntil + margins.opening],
  ]
  return steps.flatMap(([time, earliest], index) =>
    refuse(time < earliest, 'Rules_TimeOrder', { index, time, earliest }),
  )
}

function checkReviewers(rules: Rules): Refusal[] {
  const { owners, seatsPerCommunity, reviewers } = rules
  const fits = owners
    ? seatsPerCommunity !== 0 && reviewers === 0
    : seatsPerCommunity === 0 && reviewers !== 0
  return [
    ...refuse(!fits, 'Rules_Reviewers', { seatsPerCommunity, reviewers }),
    ...refuse(reviewers > bounds.reviewers, 'Rules_ReviewerCount', {
      count: reviewers,
      most: bounds.reviewers,
    }),
  ]
}

function checkBallot(rules: Rules): Refusal[] {
  const { ballotLimit, listLength: m, weights } = rules
  const most = rules.points === 'Borda' ? bounds.bordaList : bounds.values
  // With m = 0 a list has two proposals at least.
  const values = (m === 0 ? 2 : m) * weights.length
  return [
    ...refuse(weights.length === 0, 'Rules_Weights', { index: 0 }),
    ...refuse(m === 1 || m > most, 'Rules_ListLength', {
      listLength: m,
      most,
    }),
    ...refuse(values > bounds.values, 'Rules_ValueCount', {
      values,
      most: bounds.values,
    }),
    ...weights.flatMap((weight, index) =>
      refuse(weight === 0, 'Rules_Weights', { index }),
    ),
    ...refuse(rules.maxScore === 0, 'Rules_MaxScore', {}),
    ...refuse(
      ballotLimit === 0 || ballotLimit > bounds.ballotLimit,
      'Rules_BallotLimit',
      { limit: ballotLimit, most: bounds.ballotLimit },
    ),
  ]
}

function checkSelection(rules: Rules): Refusal[] {
  const { budget, drawDelay, minOpened, seats } = rules
  return [
    ...refuse((seats === 0) === (budget === 0n), 'Rules_SeatsOrBudget', {
      seats,
      budget,
    }),
    ...checkQuotas(rules),
    ...refuse(minOpened > bounds.minOpened, 'Rules_MinOpened', { minOpened }),
    ...refuse(
      drawDelay === 0 || drawDelay > bounds.drawDelay,
      'Rules_DrawDelay',
      { drawDelay, most: bounds.drawDelay },
    ),
  ]
}

/** A roster must be possible at all. */
function checkRosterBounds(rules: Rules): Refusal[] {
  const { least, most } = rosterBounds(rules)
  if (least > most) return refuse(true, 'Rules_RosterBounds', { least, most })
  const sum = mostSum(rules, least)
  return refuse(sum > bounds.sum, 'Rules_SumOverflow', {
    most: sum,
    bound: bounds.sum,
  })
}

function checkQuotas({ quotas, seats }: Rules): Refusal[] {
  let sum = 0
  const categories = new Set<number>()
  const refusals = quotas.flatMap((quota, index) => {
    sum += quota.seats
    const wrong =
      index >= bounds.quotas ||
      quota.seats === 0 ||
      categories.has(quota.category)
    categories.add(quota.category)
    return refuse(wrong, 'Rules_Quota', { index, sum, seats })
  })
  return [
    ...refusals,
    ...refuse(quotas.length !== 0 && sum !== seats, 'Rules_Quota', {
      index: quotas.length,
      sum,
      seats,
    }),
  ]
}

function checkTrustees({ threshold, trustees }: Rules): Refusal[] {
  const count = trustees.length
  const least = count === 1 ? 1 : 2
  const wrong =
    count === 0 ||
    count > bounds.trustees ||
    threshold < least ||
    threshold > count
  const listed = new Set<string>([zeroAddress])
  return [
    ...refuse(wrong, 'Rules_Trustees', {
      threshold,
      count,
      most: bounds.trustees,
    }),
    ...trustees.flatMap((trustee) => {
      const key = trustee.toLowerCase()
      const repeated = listed.has(key)
      listed.add(key)
      return refuse(repeated, 'Rules_TrusteeListed', { trustee })
    }),
  ]
}

function checkVerifiers(
  { verifiers }: Rules,
  hasCode: (verifier: Address) => boolean,
): Refusal[] {
  return verifiers.flatMap((verifier, index) =>
    refuse(index >= bounds.verifiers || !hasCode(verifier), 'Rules_Verifier', {
      verifier,
    }),
  )
}

function refuse(
  isWrong: boolean,
  error: Refusal['error'],
  values: Readonly<Record<string, number | bigint | Address>>,
): Refusal[] {
  if (!isWrong) return []
  const entries = Object.entries(values).map(
    ([name, value]) =>
      [name, typeof value === 'number' ? BigInt(value) : value] as const,
  )
  return [{ error, values: Object.fromEntries(entries) }]
}
