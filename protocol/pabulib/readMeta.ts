/** Reads META: budget, kind of votes, and what it promises of the rest. */
import { type Amount, noAmount } from './amount.ts'
import { type VoteType, voteTypes } from './pabulibFile.ts'
import type { ReportProblem } from './problem.ts'
import { fieldOf, readAmount, readWhole } from './readFields.ts'
import type { Section, Sections } from './splitSections.ts'

export type Meta = {
  values: ReadonlyMap<string, string>
  budget: Amount
  voteType: VoteType
  /** What one vote may hold; no bound where META sets none. */
  limits: VoteLimits
}

export type VoteLimits = {
  maxPoints: number
  maxSum: number
  maxLength: number
}

export function readMeta(sections: Sections, report: ReportProblem): Meta {
  const lines = new Map<string, number>()
  const values = new Map<string, string>()
  for (const entry of sections.META.entries) {
    const key = fieldOf(entry, 'key')
    const before = lines.get(key)
    if (before !== undefined) report(entry.line, 'keyRepeated', key, before)
    lines.set(key, entry.line)
    values.set(key, fieldOf(entry, 'value'))
  }
  const read: MetaReader = (key, readValue) => {
    const value = values.get(key) ?? ''
    const line = lines.get(key) ?? sections.META.line
    return value === '' ? undefined : readValue(value, line)
  }
  checkCount(read, 'num_projects', sections.PROJECTS, report)
  checkCount(read, 'num_votes', sections.VOTES, report)
  const readRequired: MetaReader = (key, readValue) => {
    if ((values.get(key) ?? '') === '')
      report(lines.get(key) ?? sections.META.line, 'keyMissing', key)
    return read(key, readValue)
  }
  return {
    values,
    budget: readBudget(readRequired, report),
    voteType: readVoteType(readRequired, report),
    limits: readLimits(read, report),
  }
}

/** Reads the value of a key; nothing where META is silent. */
type MetaReader = <value>(
  key: string,
  readValue: (text: string, line: number) => value,
) => value | undefined

function checkCount(
  read: MetaReader,
  key: string,
  { entries }: Section,
  report: ReportProblem,
): void {
  read(key, (text, line) => {
    const told = readWhole(key, text, line, report)
    if (told !== undefined && told !== entries.length)
      report(line, 'countDiffers', key, told, entries.length)
  })
}

function readBudget(read: MetaReader, report: ReportProblem): Amount {
  const budget = read('budget', (text, line) => {
    const amount = readAmount('budget', text, line, report)
    if (amount?.units === 0n) report(line, 'budgetZero')
    return amount
  })
  return budget ?? noAmount
}

/** Where it was reported, votes are read as names alone. */
function readVoteType(read: MetaReader, report: ReportProblem): VoteType {
  const voteType = read('vote_type', (text, line) => {
    const voteType = voteTypes.find((type) => type === text.toLowerCase())
    if (voteType) return voteType
    if (text.toLowerCase() === 'ordinal') report(line, 'voteTypeOrdinal')
    else report(line, 'voteTypeUnknown', text)
    return undefined
  })
  return voteType ?? 'approval'
}

function readLimits(read: MetaReader, report: ReportProblem): VoteLimits {
  const limit = (key: string) =>
    read(key, (text, line) => readWhole(key, text, line, report)) ?? Infinity
  return {
    maxPoints: limit('max_points'),
    maxSum: limit('max_sum_points'),
    maxLength: limit('max_length'),
  }
}
