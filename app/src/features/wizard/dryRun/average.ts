/** Several dry runs of the same turnouts as one. */
import type { DryRun } from '../../../../../protocol/simulation/simulateRound.ts'

/** `trials`: one list of turnouts each, in the same order. */
export function average(trials: readonly (readonly DryRun[])[]): DryRun[] {
  const [first = []] = trials
  return first.map((run, index) => {
    const runs = trials.flatMap((trial) => trial[index] ?? [])
    const mean = (read: (run: DryRun) => number) =>
      runs.reduce((sum, one) => sum + read(one), 0) / runs.length
    return {
      ...run,
      found: mean(({ found }) => found),
      byChance: mean(({ byChance }) => byChance),
      tiesAtCut: mean(({ tiesAtCut }) => tiesAtCut),
      reviews: {
        least: Math.min(...runs.map(({ reviews }) => reviews.least)),
        median: mean(({ reviews }) => reviews.median),
        most: Math.max(...runs.map(({ reviews }) => reviews.most)),
      },
      belowMinimum: mean(({ belowMinimum }) => belowMinimum),
    }
  })
}
