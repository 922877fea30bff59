/** Reads VOTES: each voter's choices and the points given to them. */
import type { PabulibBallot, VoteType } from './pabulibFile.ts'
import type { ReportProblem } from './problem.ts'
import { checkIds, fieldOf, toWhole } from './readFields.ts'
import type { VoteLimits } from './readMeta.ts'
import type { Entry, Section } from './splitSections.ts'

export type ReadBallotsParameters = {
  voteType: VoteType
  limits: VoteLimits
  projects: readonly { id: string }[]
}

/** A value of a Dure ballot is one byte. */
const mostPoints = 255

export function readBallots(
  section: Section,
  { voteType, limits, projects }: ReadBallotsParameters,
  report: ReportProblem,
): PabulibBallot[] {
  if (voteType !== 'approval' && !section.columns.includes('points')) {
    report(section.line, 'columnMissing', 'VOTES', 'points')
    return []
  }
  checkIds(section.entries, 'voter_id', report)
  const known = new Set(projects.map(({ id }) => id))
  return section.entries.map((entry) => {
    const names = splitList(fieldOf(entry, 'vote'))
    const points =
      voteType === 'approval'
        ? names.map(() => 1)
        : readPoints(entry, names.length, report)
    checkNames(names, known, entry.line, report)
    checkLimits(points, limits, entry.line, report)
    return {
      voterId: fieldOf(entry, 'voter_id'),
      choices: names.map((project, index) => ({
        project,
        points: points[index] ?? 0,
      })),
    }
  })
}

function readPoints(
  entry: Entry,
  choices: number,
  report: ReportProblem,
): number[] {
  const texts = splitList(fieldOf(entry, 'points'))
  if (texts.length !== choices)
    report(entry.line, 'pointsCount', texts.length, choices)
  return texts.map((text) => {
    const points = toWhole(text)
    if (points !== undefined && points <= mostPoints) return points
    report(entry.line, 'pointsWrong', text)
    return 0
  })
}

function checkNames(
  names: readonly string[],
  known: ReadonlySet<string>,
  line: number,
  report: ReportProblem,
): void {
  for (const [index, name] of names.entries()) {
    if (name === '') report(line, 'choiceEmpty')
    else if (!known.has(name)) report(line, 'choiceUnknown', name)
    else if (names.indexOf(name) !== index) report(line, 'choiceRepeated', name)
  }
}

function checkLimits(
  points: readonly number[],
  { maxPoints, maxSum, maxLength }: VoteLimits,
  line: number,
  report: ReportProblem,
): void {
  const highest = Math.max(0, ...points)
  const sum = points.reduce((total, each) => total + each, 0)
  if (highest > maxPoints) report(line, 'aboveMaxPoints', highest, maxPoints)
  if (sum > maxSum) report(line, 'aboveMaxSum', sum, maxSum)
  if (points.length > maxLength)
    report(line, 'aboveMaxLength', points.length, maxLength)
}

/** "a,b" → a, b; an empty field → nothing. */
function splitList(text: string): string[] {
  return text === '' ? [] : text.split(',').map((item) => item.trim())
}
