/** How many proposals only the tie rule puts above or below a cut. */
import {
  comparePoints,
  type Orders,
  type RankingParameters,
} from '../ranking.ts'
import type { RankedProposal } from '../recommend.ts'

export type CutParameters = RankingParameters & {
  orders: Orders
  proposals: readonly RankedProposal[]
}

/** Each half, and with quotas each category in it, has a cut of its own. */
export function countTiesAtCut(
  parameters: CutParameters,
  chosen: ReadonlySet<number>,
): number {
  const { orders, proposals, rules } = parameters
  const categoryOf = (proposal: number) =>
    rules.quotas.length === 0 ? 0 : (proposals[proposal - 1]?.category ?? 0)
  const cells = orders.flatMap((order) =>
    [...new Set(order.map(categoryOf))].map((category) =>
      order.filter((proposal) => categoryOf(proposal) === category),
    ),
  )
  return cells.reduce((sum, cell) => sum + countIn(parameters, cell, chosen), 0)
}

/** Those with as many points as the last chosen, if one of them is not chosen. */
function countIn(
  parameters: RankingParameters,
  cell: readonly number[],
  chosen: ReadonlySet<number>,
): number {
  const last = cell.findLast((proposal) => chosen.has(proposal))
  if (last === undefined) return 0
  const compare = comparePoints(parameters)
  const tied = cell.filter((proposal) => compare(proposal, last) === 0)
  return tied.every((proposal) => chosen.has(proposal)) ? 0 : tied.length
}
