/** How many ballots are in one of these states. */
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { BallotState } from '../storage/schema.ts'

export async function countBallots(
  { db }: Pick<Database, 'db'>,
  states: readonly BallotState[],
  /** All rounds unless told. */
  round?: Address,
): Promise<number> {
  const query = db
    .selectFrom('ballots')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', states)
  const ofRound = round ? query.where('round', '=', round) : query
  const { count } = await ofRound.executeTakeFirstOrThrow()
  return count
}
