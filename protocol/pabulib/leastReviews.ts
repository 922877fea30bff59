/** How many reviews a project of an election needs to be funded. */
import { greedy } from './greedy.ts'
import { officialOutcome } from './officialOutcome.ts'
import type { PabulibFile } from './pabulibFile.ts'
import type { ElectionNote } from './electionRules.ts'
import { readWhole } from './readWhole.ts'

export type LeastReviews = { minReviews: number; notes: ElectionNote[] }

export function leastReviews(file: PabulibFile): LeastReviews {
  const threshold = readWhole(file.meta, 'min_project_score_threshold')
  if (threshold !== undefined) return takeThreshold(file, threshold)
  if (fundsUnchosen(file)) return { minReviews: 0, notes: [] }
  return { minReviews: 1, notes: [{ kind: 'oneReview' }] }
}

/** With approval votes a threshold on the score is one on the reviews. */
function takeThreshold(
  { voteType }: PabulibFile,
  threshold: number,
): LeastReviews {
  if (voteType === 'approval') return { minReviews: threshold, notes: [] }
  return { minReviews: 0, notes: [{ kind: 'threshold', threshold }] }
}

/**
 * The rule "greedy" says nothing of projects that nobody chose. Cities do not
 * fund them even where money is left; made-up files do.
 */
function fundsUnchosen(file: PabulibFile): boolean {
  const { score, selected, sources, votes } = officialOutcome(file)
  if (selected === undefined || sources.selected !== 'file') return true
  const funded = new Set(greedy(file.projects, score, file.budget))
  const unchosen = file.projects.flatMap(({ id }, index) =>
    votes[index] === 0
      ? [{ fits: funded.has(id), selected: selected[index] }]
      : [],
  )
  return (
    unchosen.some((project) => project.selected) ||
    !unchosen.some(({ fits }) => fits)
  )
}
