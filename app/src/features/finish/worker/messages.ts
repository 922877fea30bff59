/** What the page asks of the worker that opens ballots, and what comes of it. */
import type { PageToOpen } from '../../../../../chain/openPages.ts'
import type { RoundContext } from '../../../../../chain/roundContext.ts'

export type OpeningRequest = { url: string; context: RoundContext }

export type OpeningPlan = {
  /** Each group is one call of `openPages`. */
  groups: readonly (readonly PageToOpen[])[]
  ballots: number
  /** Ballots that do not decrypt to what they sealed. */
  unreadable: number
}

export type OpeningProgress = { done: number; total: number }

export type OpeningAnswer =
  { progress: OpeningProgress } | { plan: OpeningPlan } | { problem: string }
