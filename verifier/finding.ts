/** What the verifier answers: one fact each, never a bare boolean. */
import type { Address, Hash } from 'viem'
import type { CheckName } from './checkNames.ts'

export type Finding = {
  check: CheckName
  outcome: Outcome
  /** Where it is wrong or remarkable; absent where all was looked at. */
  where?: Place
  expected?: string
  actual?: string
  sentence: Sentence
}

/**
 * - `passed`: all is as it must be.
 * - `failed`: something is not; `where`, `expected` and `actual` say what.
 * - `noted`: nothing is wrong, but people should know, such as a signature
 *   that only the contract could check.
 * - `skipped`: what it builds on failed or is not there yet; `because` in the
 *   sentence.
 */
export type Outcome = 'passed' | 'failed' | 'noted' | 'skipped'

/** For people, in both languages. */
export type Sentence = { ko: string; en: string }

/** The narrowest place that is known. Numbers start at 1, chunks at 0. */
export type Place = {
  block?: bigint
  transaction?: Hash
  logIndex?: number
  event?: string
  /** A function of the contract whose answer it is. */
  state?: string
  page?: number
  reviewer?: number
  proposal?: number
  key?: Address
  attempt?: number
  trustee?: number
  chunk?: number
  objection?: number
  document?: Hash
  /** A contract whose code it is. */
  code?: Address
}
