/** What a .pb file says: a participatory budget and its votes. */

export const voteTypes = ['cumulative', 'scoring', 'approval'] as const
export type VoteType = (typeof voteTypes)[number]

export type PabulibProject = {
  id: string
  name: string
  /** In the smallest units of the file; see `decimals`. */
  cost: bigint
  votes?: number
  score?: number
  /** 1: selected, 0: not; 2 and 3 stand for decisions beside the rule. */
  selected?: number
  category?: string
  /** All other columns. */
  rest: Readonly<Record<string, string>>
}

/** A choice of 0 points is no opinion: it counts neither vote nor points. */
export type PabulibChoice = { project: string; points: number }

/** What a file tells of its voters (age, sex) is left out. */
export type PabulibBallot = {
  voterId: string
  choices: readonly PabulibChoice[]
}

export type PabulibFile = {
  /** META as written, in its order. */
  meta: ReadonlyMap<string, string>
  voteType: VoteType
  /** Budget and costs are in units of 10^−`decimals`. */
  decimals: number
  budget: bigint
  projects: readonly PabulibProject[]
  ballots: readonly PabulibBallot[]
}
