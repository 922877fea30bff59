/** What can be wrong with a .pb file, and how to say it. */
import { BaseError } from '../errors.ts'

const reasons = {
  badQuotes: () =>
    'The quoted field that begins here does not end where it should: a quote inside it is written twice.',
  outsideSection: () => 'Nothing may stand before META, PROJECTS or VOTES.',
  sectionRepeated: (section: string) => `The section ${section} stands twice.`,
  sectionMissing: (section: string) => `The section ${section} is missing.`,
  headerMissing: (section: string) =>
    `The section ${section} has no line that names its columns.`,
  columnMissing: (section: string, column: string) =>
    `The section ${section} has no column "${column}".`,
  columnRepeated: (section: string, column: string) =>
    `The section ${section} names the column "${column}" twice.`,
  tooManyFields: (found: number, columns: number) =>
    `${found} fields for ${columns} columns: a semicolon inside a field needs quotes around the field.`,
  keyMissing: (key: string) => `META does not say "${key}".`,
  keyRepeated: (key: string, line: number) =>
    `META says "${key}" on line ${line} already.`,
  voteTypeOrdinal: () =>
    'Ranked votes (vote_type "ordinal") carry no points, so there is nothing to count.',
  voteTypeUnknown: (voteType: string) =>
    `The vote_type "${voteType}" is none of cumulative, scoring, approval.`,
  amountUnclear: (field: string, text: string) =>
    `The ${field} "${text}" is not clear: write digits, and a dot before decimals.`,
  amountNegative: (field: string, text: string) =>
    `The ${field} "${text}" is below 0.`,
  amountTooLarge: (field: string, text: string) =>
    `The ${field} "${text}" is too large.`,
  budgetZero: () => 'The budget is 0.',
  notWhole: (field: string, text: string) =>
    `The ${field} "${text}" is not a whole number.`,
  countDiffers: (key: string, told: number, found: number) =>
    `${key} says ${told}, but the file has ${found}.`,
  idMissing: (column: string) => `The ${column} is missing.`,
  idRepeated: (column: string, id: string, line: number) =>
    `The ${column} "${id}" stands on line ${line} already.`,
  selectedUnknown: (text: string) => `selected is "${text}", not 0, 1, 2 or 3.`,
  choiceEmpty: () => 'The vote has an empty place between two commas.',
  choiceUnknown: (project: string) =>
    `The vote names "${project}", which is no project of this file.`,
  choiceRepeated: (project: string) => `The vote names "${project}" twice.`,
  pointsCount: (points: number, choices: number) =>
    `${points} points for ${choices} projects.`,
  pointsWrong: (text: string) =>
    `The points "${text}" are not a whole number from 0 to 255.`,
  aboveMaxPoints: (points: number, most: number) =>
    `${points} points for one project, but max_points is ${most}.`,
  aboveMaxSum: (sum: number, most: number) =>
    `${sum} points in one vote, but max_sum_points is ${most}.`,
  aboveMaxLength: (choices: number, most: number) =>
    `${choices} projects in one vote, but max_length is ${most}.`,
} as const

type Reasons = typeof reasons
export type PabulibProblemCode = keyof Reasons

export type PabulibProblem = {
  /** From 1. */
  line: number
  code: PabulibProblemCode
  /** What the reason names, in its order. */
  values: readonly (string | number)[]
  reason: string
}

export type ReportProblem = <code extends PabulibProblemCode>(
  line: number,
  code: code,
  ...values: Parameters<Reasons[code]>
) => void

/** Problems beyond this are not collected. */
export const mostProblems = 20

export type ProblemReport = {
  report: ReportProblem
  /** Throws what was reported so far. */
  refuseIfAny: () => void
}

export function makeProblemReport(): ProblemReport {
  const problems: PabulibProblem[] = []
  return {
    report: (line, code, ...values) => {
      if (problems.length === mostProblems) return
      const explain = reasons[code] as (...of: typeof values) => string
      problems.push({ line, code, values, reason: explain(...values) })
    },
    refuseIfAny: () => {
      if (problems.length !== 0) throw new PabulibError({ problems })
    },
  }
}

export class PabulibError extends BaseError {
  override name = 'PabulibError'
  /** By line; at most {@link mostProblems}. */
  readonly problems: readonly PabulibProblem[]

  constructor({ problems }: { problems: readonly PabulibProblem[] }) {
    const sorted = problems.toSorted((a, b) => a.line - b.line)
    super('The .pb file is refused.', {
      metaMessages: sorted.map(({ line, reason }) => `Line ${line}: ${reason}`),
    })
    this.problems = sorted
  }
}
