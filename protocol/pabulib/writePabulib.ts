/** Writes a .pb file of Pabulib. */
import Papa from 'papaparse'
import { formatAmount } from './amount.ts'
import type { PabulibFile, PabulibProject } from './pabulibFile.ts'

type Line = (string | number)[]

/** What META says of budget, kind of votes and counts follows the data. */
export function writePabulib(file: PabulibFile): string {
  const lines: Line[] = [
    ['META'],
    ['key', 'value'],
    ...toMeta(file),
    ['PROJECTS'],
    ...toProjectLines(file),
    ['VOTES'],
    ...toBallotLines(file),
  ]
  const options = { delimiter: ';', newline: '\n' }
  return `${Papa.unparse(lines, options)}\n`
}

function toMeta(file: PabulibFile): Map<string, string> {
  return new Map([
    ...file.meta,
    ['num_projects', file.projects.length.toString()],
    ['num_votes', file.ballots.length.toString()],
    ['budget', formatAmount(file.budget, file.decimals)],
    ['vote_type', file.voteType],
  ])
}

/** A column stands where at least one project fills it. */
function toProjectLines({ projects, decimals }: PabulibFile): Line[] {
  const optional = (['votes', 'score', 'category', 'selected'] as const).filter(
    (column) => projects.some((project) => project[column] !== undefined),
  )
  const rest = [...new Set(projects.flatMap(({ rest }) => Object.keys(rest)))]
  const toLine = (project: PabulibProject): Line => [
    project.id,
    formatAmount(project.cost, decimals),
    project.name,
    ...optional.map((column) => project[column] ?? ''),
    ...rest.map((column) => project.rest[column] ?? ''),
  ]
  return [
    ['project_id', 'cost', 'name', ...optional, ...rest],
    ...projects.map(toLine),
  ]
}

/** Approvals carry no points of their own. */
function toBallotLines({ ballots, voteType }: PabulibFile): Line[] {
  const hasPoints = voteType !== 'approval'
  return [
    ['voter_id', 'vote', ...(hasPoints ? ['points'] : [])],
    ...ballots.map(({ voterId, choices }) => {
      const names = choices.map(({ project }) => project).join(',')
      const points = choices.map((choice) => choice.points).join(',')
      return [voterId, names, ...(hasPoints ? [points] : [])]
    }),
  ]
}
