/** The outcome that a .pb file states, or that follows from it. */
import { greedy } from './greedy.ts'
import type { PabulibFile } from './pabulibFile.ts'

export type OfficialOutcome = {
  /** Each by place in `projects`. */
  votes: number[]
  score: number[]
  /** Nothing where the file neither says it nor names a rule known here. */
  selected: boolean[] | undefined
  /** `file`: its own column. Else counted from the ballots, or by the rule. */
  sources: {
    votes: 'file' | 'ballots'
    score: 'file' | 'ballots'
    selected: 'file' | 'greedy' | 'unknown'
  }
}

export function officialOutcome(file: PabulibFile): OfficialOutcome {
  const counted = countBallots(file)
  const votes = columnOf(file, 'votes')
  const score = columnOf(file, 'score')
  const { selected, source } = readSelected(file, score ?? counted.score)
  return {
    votes: votes ?? counted.votes,
    score: score ?? counted.score,
    selected,
    sources: {
      votes: votes ? 'file' : 'ballots',
      score: score ? 'file' : 'ballots',
      selected: source,
    },
  }
}

/** Voters who gave each project points, and the sum of these. */
export function countBallots({
  projects,
  ballots,
}: Pick<PabulibFile, 'projects' | 'ballots'>): {
  votes: number[]
  score: number[]
} {
  const counts = new Map(projects.map(({ id }) => [id, { votes: 0, score: 0 }]))
  for (const { project, points } of ballots.flatMap(({ choices }) => choices)) {
    const count = counts.get(project)
    if (!count || points === 0) continue
    count.votes += 1
    count.score += points
  }
  const counted = [...counts.values()]
  return {
    votes: counted.map(({ votes }) => votes),
    score: counted.map(({ score }) => score),
  }
}

/** A column that says something of every project. */
function columnOf(
  { projects }: PabulibFile,
  column: 'votes' | 'score' | 'selected',
): number[] | undefined {
  const values = projects.flatMap((project) => project[column] ?? [])
  return values.length === projects.length ? values : undefined
}

function readSelected(
  file: PabulibFile,
  score: readonly number[],
): { selected: boolean[] | undefined; source: 'file' | 'greedy' | 'unknown' } {
  const column = columnOf(file, 'selected')
  if (column?.every((value) => value <= 1))
    return { selected: column.map((value) => value === 1), source: 'file' }
  // 2 and 3 are decisions beside the rule: no outcome to compare with.
  const isGreedy = /^(greedy)?$/i.test(file.meta.get('rule') ?? '')
  if (column || !isGreedy) return { selected: undefined, source: 'unknown' }
  const funded = new Set(greedy(file.projects, score, file.budget))
  return {
    selected: file.projects.map(({ id }) => funded.has(id)),
    source: 'greedy',
  }
}
