/** Settles opened ballots as the contract does, and keeps why. */
import { listOf } from '../../protocol/draw.ts'
import { checkValues } from '../../protocol/points.ts'
import type { Facts, SettledBallot } from './facts.ts'
import type { OpenedPage } from './openingsPages.ts'

/** The ballots that this opening settles; none of them was settled before. */
export function settleBallots(
  { draw, lastVersions, misfits, rules, unsigned }: Facts,
  { event, openings, page }: OpenedPage,
  settled: ReadonlyMap<number, SettledBallot>,
): SettledBallot[] {
  if (!draw || !rules) return []
  const done = new Set<number>()
  return openings.flatMap((opening, index) => {
    if (opening.kind === 0 || misfits.has(opening)) return []
    if (opening.kind === 2 && unsigned.has(opening)) return []
    const { reviewer, values, version } = opening
    const isOpen =
      version === lastVersions[reviewer - 1] &&
      !settled.has(reviewer) &&
      !done.has(reviewer)
    const ballot = page.ballots[index]
    if (!isOpen || ballot?.reviewer !== reviewer) return []
    done.add(reviewer)
    const reason = checkValues(rules, listOf(draw, reviewer), values)
    const { number } = page
    return [{ reviewer, version, page: number, values, reason, at: event.at }]
  })
}
