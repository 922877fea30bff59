/** What a rehearsal is given: a round, its people, and what they will do. */
import type { Rules } from '../../protocol/rules.ts'

export type Plan = {
  /** What is rehearsed, in one line. */
  title: string
  /** What differs from the source, or has to be known to read the result. */
  notes: readonly string[]
  rules: PlannedRules
  trustees: PlannedTrustees
  /** In the order of registration, which is that of their numbers. */
  proposals: readonly PlannedProposal[]
  /** The reviewers who cast, in the order of their arrival. */
  arrivals: Uint32Array
  /** Every second reviewer signs with a passkey; else all do with accounts. */
  hasPasskeys?: boolean
  /** What a reviewer gives to the own list: one value each, 0 no opinion. */
  review: (reviewer: number, list: Uint16Array) => Uint8Array
}

/** The times follow from the chain's clock, the trustees from its accounts. */
export type PlannedRules = Omit<
  Rules,
  'times' | 'threshold' | 'trustees' | OptionalRule
> &
  Partial<Pick<Rules, OptionalRule>>

/** Without them: the digest of the title, and no verifiers. */
type OptionalRule = 'document' | 'verifiers'

export type PlannedTrustees = { threshold: number; count: number }

export type PlannedProposal = {
  /** As the source names it. */
  id: string
  name: string
  ask: bigint
  /** None where it is left out. */
  category?: number
}

/** What every rehearsal has in common; a plan overrides what it needs. */
export const commonRules = {
  listLength: 0,
  weights: [1],
  pointsPerBallot: 0,
  ballotLimit: 1,
  seats: 0,
  budget: 0n,
  quotas: [],
  minReviews: 0,
  reserveTakesWithdrawn: false,
  minOpened: 5_000,
  drawDelay: 4,
} as const satisfies Partial<PlannedRules>
