/** How well a ranking found the hidden quality of simulated proposals. */
import { neutralPoints } from '../../protocol/rules.ts'
import type { Rehearsal } from './readResult.ts'

export type FoundQuality = {
  /** Part of the truly best that is recommended. */
  found: number
  /** The same for a recommendation by lot. */
  byChance: number
  /** Neighbours in the ranking whom only the draw told apart. */
  ties: number
}

export function measureQuality(
  rehearsal: Rehearsal,
  qualities: Float64Array,
): FoundQuality {
  const { orders, proposals, rules } = rehearsal
  const quality = (index: number) => qualities[index] ?? 0
  const best = [...qualities.keys()]
    .sort((one, other) => quality(other) - quality(one))
    .slice(0, rules.seats)
  const found = best.filter((index) => proposals[index]?.isRecommended)
  return {
    found: found.length / rules.seats,
    byChance: rules.seats / proposals.length,
    ties: countTies(rehearsal, orders[0]) + countTies(rehearsal, orders[1]),
  }
}

/** Equal means (docs/protocol.md, "Tally and ranking") side by side. */
function countTies(
  { proposals, rules }: Rehearsal,
  order: readonly number[],
): number {
  const neutral = neutralPoints(rules, proposals.length)
  const means = order.map((number) => {
    const { points = 0, count = 0 } = proposals[number - 1] ?? {}
    return { dividend: 2 * points + neutral, divisor: count + 1 }
  })
  return means.filter((mean, index) => {
    const next = means[index + 1]
    // Exact: points stay below 2 · 9 · 14 reviews, far from 2⁵³.
    return (
      next !== undefined &&
      mean.dividend * next.divisor === next.dividend * mean.divisor
    )
  }).length
}
