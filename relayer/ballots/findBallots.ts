/** Finds ballots by what their reviewers signed. */
import type { Database } from '../storage/openDatabase.ts'
import type { Ballot, KeptBallot } from './keepBallots.ts'

export type BallotName = Pick<Ballot, 'round' | 'reviewer' | 'digest'>

export async function findBallots(
  { db }: Pick<Database, 'db'>,
  names: readonly BallotName[],
): Promise<(KeptBallot | null)[]> {
  const rows: KeptBallot[] = await db
    .selectFrom('ballots')
    .selectAll()
    .where((expression) =>
      expression(
        expression.refTuple('round', 'reviewer', 'digest'),
        'in',
        names.map(({ digest, reviewer, round }) =>
          expression.tuple(round, reviewer, digest),
        ),
      ),
    )
    .execute()
  const found = new Map(rows.map((row) => [row.digest, row]))
  return names.map(({ digest }) => found.get(digest) ?? null)
}
