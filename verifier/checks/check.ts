/** What a check is: a rule, and what it answers about a record. */
import type { CheckName } from '../checkNames.ts'
import type { Place, Sentence } from '../finding.ts'
import type { History } from '../history/history.ts'
import type { RoundRecord } from '../record.ts'
import type { Facts } from './facts.ts'

export type Check = {
  name: CheckName
  /**
   * What it builds on. Where one of these failed, a failure here says nothing
   * new, so the runner answers `skipped` in its place.
   */
  needs: readonly CheckName[]
  run: (context: CheckContext) => Report | Promise<Report>
}

export type CheckContext = {
  record: RoundRecord
  history: History
  /** What the checks before this one found out. */
  facts: Facts
  /** Checks that failed, or that build on one that did. */
  broken: ReadonlySet<CheckName>
  /** Documents by their digest, as they were published. */
  documents: ReadonlyMap<string, Uint8Array> | undefined
  /** Lets others work and shows progress; called in long loops. */
  step: (done: number, total: number) => Promise<void>
}

export type Report = {
  /** What was looked at, or why there is nothing to look at yet. */
  outcome: 'passed' | 'skipped'
  sentence: Sentence
  failures?: readonly Problem[]
  notes?: readonly Problem[]
  /** For the checks that come after. */
  facts?: Partial<Facts>
}

export type Problem = {
  where: Place
  expected?: string
  actual?: string
  sentence: Sentence
}

export function passed(
  sentence: Sentence,
  rest: Omit<Report, 'outcome' | 'sentence'> = {},
): Report {
  return { outcome: 'passed', sentence, ...rest }
}

/** There is nothing to look at (yet), which is nobody's fault. */
export function absent(sentence: Sentence, facts: Partial<Facts> = {}): Report {
  return { outcome: 'skipped', sentence, facts }
}
