/** The ballots that are kept, asked for and added many at once. */
import type { Database } from '../storage/openDatabase.ts'
import { type BallotName, findBallots } from './findBallots.ts'
import { inGroups } from './inGroups.ts'
import {
  type Ballot,
  keepBallots,
  type KeptBallot,
  seatOf,
} from './keepBallots.ts'

export type BallotBook = {
  find: (name: BallotName) => Promise<KeptBallot | null>
  /** When it answers the ballot is on the disk: this one, or its like of before. */
  keep: (ballot: Ballot) => Promise<KeptBallot>
}

/** Of a commit, or a query: each has a price of its own, whatever is in it. */
const most = 100

export function createBallotBook(database: Pick<Database, 'db'>): BallotBook {
  const find = (names: readonly BallotName[]) => findBallots(database, names)
  const keep = (ballots: readonly Ballot[]) => keepBallots(database, ballots)
  return {
    find: inGroups(find, { most, nameOf: ({ digest }) => digest }),
    keep: inGroups(keep, { most, nameOf: seatOf }),
  }
}
