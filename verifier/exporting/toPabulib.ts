/** A round as a Pabulib election: counted ballots are its votes. */
import { listOf } from '../../protocol/draw.ts'
import type {
  PabulibBallot,
  PabulibFile,
  PabulibProject,
  VoteType,
} from '../../protocol/pabulib/pabulibFile.ts'
import { pointsOf, spoilReasons } from '../../protocol/points.ts'
import {
  hasHalves,
  listLength,
  type Rules,
  totalWeight,
} from '../../protocol/rules.ts'
import type { Facts } from '../checks/facts.ts'
import type { RoundRecord } from '../record.ts'
import type { ProposalResult } from './results.ts'

/** None before there are lists to count by. */
export function toPabulib(
  { chainId, round }: Pick<RoundRecord, 'chainId' | 'round'>,
  facts: Facts,
  results: readonly ProposalResult[],
): PabulibFile | undefined {
  const { draw, rules } = facts
  if (!draw || !rules) return undefined
  const voteType: VoteType =
    rules.pointsPerBallot > 0 && isPlain(rules) ? 'cumulative' : 'scoring'
  const meta = new Map([
    ['description', `Dure round ${round} on chain ${chainId}`],
    ['country', 'Worldwide'],
    ['unit', `chain ${chainId}`],
    ['instance', round],
    ['rule', isGreedy(rules) ? 'greedy' : 'unknown'],
    ...limitsOf(rules, voteType, draw.n),
    ['comment', describeLoss(rules)],
  ])
  return {
    meta: new Map(meta),
    voteType,
    decimals: 0,
    budget: rules.budget === 0n ? BigInt(rules.seats) : rules.budget,
    projects: results.map((result) => toProject(rules, result)),
    ballots: toBallots(facts),
  }
}

function toProject(rules: Rules, result: ProposalResult): PabulibProject {
  const { category, half, isRecommended, isSelected, key, number } = result
  return {
    id: String(number),
    name: `Proposal ${number}`,
    // Seats are a budget in which each proposal costs one.
    cost: rules.budget === 0n ? 1n : result.ask,
    votes: result.count,
    score: result.points,
    category: String(category),
    selected: isSelected || isRecommended ? 1 : 0,
    rest: { key, half: String(half ?? '') },
  }
}

/** One a reviewer whose ballot counted, in the order of the numbers. */
function toBallots({ draw, rules, settled }: Facts): PabulibBallot[] {
  if (!draw || !rules) return []
  const counted = [...settled.values()].filter(
    ({ reason }) => reason === spoilReasons.none,
  )
  return counted
    .sort((one, other) => one.reviewer - other.reviewer)
    .map(({ reviewer, values }) => {
      const list = listOf(draw, reviewer)
      const { opinions, points } = pointsOf(rules, list, values)
      const choices = list.flatMap((proposal, entry) =>
        opinions[entry]
          ? [{ project: String(proposal), points: points[entry] ?? 0 }]
          : [],
      )
      return { voterId: String(reviewer), choices }
    })
    .filter(({ choices }) => choices.length > 0)
}

function limitsOf(rules: Rules, voteType: VoteType, n: number) {
  const length = listLength(rules, n)
  const most =
    rules.points === 'Borda'
      ? 2 * (length - 1)
      : totalWeight(rules) * rules.maxScore
  const sum =
    voteType === 'cumulative'
      ? [['max_sum_points', String(rules.pointsPerBallot)] as const]
      : []
  return [
    ['max_length', String(length)] as const,
    ['max_points', String(most)] as const,
    ...sum,
  ]
}

/** Points are the scores themselves. */
function isPlain({ points, weights }: Rules): boolean {
  return points === 'Score' && weights.length === 1 && weights[0] === 1
}

function isGreedy(rules: Rules): boolean {
  return rules.order === 'Sum' && rules.quotas.length === 0 && !hasHalves(rules)
}

/** What a .pb file has no place for. */
function describeLoss(rules: Rules): string {
  return [
    'Recount it with: dure verify.',
    rules.points === 'Borda'
      ? 'Points are Borda points of each list (2 for each proposal below, 1 if tied); a choice of 0 points is still a review.'
      : 'Points are the weighted scores.',
    ...(rules.order === 'Mean'
      ? ['The round ranks by the mean with one neutral review, not by the sum.']
      : []),
    ...(hasHalves(rules)
      ? ['Seats or money are given in each of the two halves apart.']
      : []),
    ...(rules.quotas.length > 0 ? ['Categories have quotas.'] : []),
    ...(rules.budget === 0n
      ? ['It gives seats: each proposal costs 1, the budget is the seats.']
      : []),
  ].join(' ')
}
