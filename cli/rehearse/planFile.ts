/**
 * A Pabulib election as a round: its projects are the proposals, its voters an
 * outside jury that scores everything, its rule the budget along the sums.
 */
import {
  type ElectionNote,
  electionRules,
} from '../../protocol/pabulib/electionRules.ts'
import type {
  PabulibBallot,
  PabulibFile,
} from '../../protocol/pabulib/pabulibFile.ts'
import { commonRules, type Plan, type PlannedTrustees } from './plan.ts'

export function planFile(
  source: string,
  file: PabulibFile,
  trustees: PlannedTrustees,
): Plan {
  const { notes, rules } = electionRules(file)
  const { ballots, projects } = file
  const indices = new Map(projects.map(({ id }, index) => [id, index]))
  const values = ballots.map((ballot) => toValues(ballot, indices))
  return {
    title: `${source}: ${projects.length} projects, ${ballots.length} ballots`,
    notes: notes.map(describeNote),
    rules: { ...commonRules, ...rules },
    trustees,
    proposals: projects.map(({ id, name, cost }) => ({ id, name, ask: cost })),
    arrivals: Uint32Array.from(ballots, (_, index) => index + 1),
    review: (reviewer) => values[reviewer - 1] ?? new Uint8Array(),
  }
}

/** The list is every proposal in the order of numbers: that of the file. */
function toValues(
  { choices }: PabulibBallot,
  indices: ReadonlyMap<string, number>,
): Uint8Array {
  const values = new Uint8Array(indices.size)
  for (const { project, points } of choices)
    values[indices.get(project) ?? -1] = points
  return values
}

function describeNote(note: ElectionNote): string {
  switch (note.kind) {
    case 'oneReview':
      return 'NOTE: the file selects no project without votes, though one fits the budget. The round asks for one review.'
    case 'threshold':
      return `NOTE: META asks for a score of ${note.threshold}. A round knows a least number of reviews, not of points, so the selection may differ.`
    case 'limit':
      return `NOTE: META says ${note.key} ${note.allowed}, but a ballot has ${note.largest} points. The round allows ${note.largest}.`
    case 'rule':
      return `NOTE: the file's rule is "${note.rule}". The round funds greedily, so its selection may differ.`
  }
}
