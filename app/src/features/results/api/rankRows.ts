/** The rows of a half's ranking: place, points, state, and why. */
import type { Hash } from 'viem'
import { neutralPoints, type Rules } from '../../../../../protocol/rules.ts'
import type { Tally } from '../../../../../protocol/tally.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import type { Ranking, Result } from '../../../queries/result.ts'

/**
 * - `removed`: recommended, and the committee departed from it.
 * - `withdrawn`, `fewReviews`: passed over when seats or money were given.
 */
export type RowState =
  | 'recommended'
  | 'selected'
  | 'reserve'
  | 'removed'
  | 'withdrawn'
  | 'fewReviews'

export type Row = {
  number: number
  /** In its half, from 1. */
  rank: number
  digest: Hash | undefined
  ask: bigint
  /** Undefined until the sums are read. */
  points: number | undefined
  reviews: number | undefined
  /** What the order goes by: the mean, or the sum. */
  value: number | undefined
  state: RowState | undefined
  /** It did not fit into what was left, and a later one did. */
  isSkipped: boolean
  /** As good as the one before or after: the lot decided. */
  isTied: boolean
  /** The last of the recommended ones. */
  isCut: boolean
  /** The committee put it in another's place. */
  isAdded: boolean
}

export type RankRowsParameters = {
  half: 0 | 1
  ranking: Ranking
  confirmation: Result['confirmation']
  rules: Rules
  proposals: readonly ListedProposal[]
  tally: Tally | undefined
}

export function rankRows(parameters: RankRowsParameters): Row[] {
  const { half, proposals, ranking, rules } = parameters
  const order = ranking.orders[half]
  const byNumber = new Map(proposals.map((one) => [one.number, one]))
  const values = order.map((number) => valueOf(parameters, number))
  const last = order.findLastIndex((one) => ranking.recommended.has(one))
  return order.map((number, index) => {
    const proposal = byNumber.get(number)
    const isWithdrawn = proposal?.decision === 'withdrawn'
    const state = stateOf(parameters, number, isWithdrawn)
    const { points, reviews, value } = values[index] ?? {}
    const isRecommended = ranking.recommended.has(number)
    const isOver = !isWithdrawn && state !== 'fewReviews' && !isRecommended
    return {
      ...{ number, rank: index + 1, points, reviews, value, state },
      digest: proposal?.digest,
      ask: proposal?.ask ?? 0n,
      isSkipped: rules.budget > 0n && isOver && index < last,
      isTied: [values[index - 1], values[index + 1]].some(
        (other) => value !== undefined && other?.value === value,
      ),
      isCut: index === last && rules.quotas.length === 0,
      isAdded: state === 'selected' && !isRecommended,
    }
  })
}

/** Of the order Mean every proposal has one neutral review more. */
function valueOf(
  { proposals, rules, tally }: RankRowsParameters,
  number: number,
): Partial<Record<'points' | 'reviews' | 'value', number>> {
  const points = tally?.sums[number - 1]
  const reviews = tally?.counts[number - 1]
  if (points === undefined || reviews === undefined) return {}
  if (rules.order === 'Sum') return { points, reviews, value: points }
  const roster = proposals.filter((one) => one.number > 0).length
  const neutral = neutralPoints(rules, roster)
  const value = (2 * points + neutral) / (2 * (reviews + 1))
  return { points, reviews, value }
}

function stateOf(
  { confirmation, ranking, rules, tally }: RankRowsParameters,
  number: number,
  isWithdrawn: boolean,
): RowState | undefined {
  if (confirmation?.selected.has(number)) return 'selected'
  if (ranking.recommended.has(number))
    return confirmation ? 'removed' : 'recommended'
  if (isWithdrawn) return 'withdrawn'
  const reviews = tally?.counts[number - 1]
  if (reviews === undefined) return undefined
  return reviews < rules.minReviews ? 'fewReviews' : 'reserve'
}
