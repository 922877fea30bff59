/** The tally that the ranking is checked against. */
import type { CheckName } from '../checkNames.ts'
import type { Tally } from '../../protocol/tally.ts'
import type { RecordedState } from '../record.ts'
import type { CheckContext } from './check.ts'

/** With all of these right, the recount is complete. */
export const tallyNeeds = [
  'draw.seed',
  'ballots.pages',
  'ballots.signatures',
  'ballots.versions',
  'openings.pages',
  'openings.seals',
  'openings.complete',
  'openings.counts',
] as const satisfies readonly CheckName[]

/**
 * The recount; where something is missing in it, the contract's own tally, so
 * that the ranking is not blamed for a page.
 */
export function tallyToRank({
  broken,
  facts,
  record,
}: CheckContext): Tally | undefined {
  const isComplete = tallyNeeds.every((need) => !broken.has(need))
  if (isComplete || !facts.tally) return facts.tally
  return fromState(record.state)
}

function fromState({ tallies }: RecordedState): Tally {
  return {
    sums: Float64Array.from(tallies, ({ points }) => Number(points)),
    counts: Uint32Array.from(tallies, ({ count }) => Number(count)),
  }
}
