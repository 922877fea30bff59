/** The result of a round, proposal by proposal, recounted from a record. */
import type { Address } from 'viem'
import { placeOf } from '../../protocol/draw.ts'
import type { Facts } from '../checks/facts.ts'

export type ProposalResult = {
  number: number
  key: Address
  category: number
  ask: bigint
  isWithdrawn: boolean
  /** Nothing before the draw. */
  half: 0 | 1 | undefined
  /** Place in the order of its half, from 1; nothing before the ranking. */
  rank: number | undefined
  points: number
  count: number
  isRecommended: boolean
  isSelected: boolean
}

export function toResults(facts: Facts): ProposalResult[] {
  const { draw, orders, recommendation, roster, selected, tally } = facts
  const withdrawn = new Set(facts.withdrawals.map(({ proposal }) => proposal))
  const ranks = new Map(
    (orders ?? []).flatMap((order) =>
      order.map((number, index) => [number, index + 1] as const),
    ),
  )
  const recommended = new Set(recommendation?.recommended.flat())
  return roster.map(({ ask, category, key }, index) => {
    const number = index + 1
    return {
      ...{ number, key, category, ask },
      isWithdrawn: withdrawn.has(number),
      half: draw && placeOf(draw, number).half,
      rank: ranks.get(number),
      points: tally?.sums[index] ?? 0,
      count: tally?.counts[index] ?? 0,
      isRecommended: recommended.has(number),
      isSelected: selected?.includes(number) === true,
    }
  })
}
