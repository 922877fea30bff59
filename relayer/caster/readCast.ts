/** Reads casts that are under way, and the ballots in them. */
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { Cast } from './takePage.ts'

export type CastBallot = { reviewer: number; version: number; digest: string }

export async function readCasts({ db }: Pick<Database, 'db'>): Promise<Cast[]> {
  const rows = await db.selectFrom('casts').selectAll().orderBy('id').execute()
  return rows.map(({ batch, from_block, id, round }) => ({
    id,
    round: round as Address,
    batch,
    fromBlock: BigInt(from_block),
  }))
}

export function readCastBallots(
  { db }: Pick<Database, 'db'>,
  { id }: Pick<Cast, 'id'>,
): Promise<CastBallot[]> {
  return db
    .selectFrom('ballots')
    .select(['reviewer', 'version', 'digest'])
    .where('cast_id', '=', id)
    .execute()
}
