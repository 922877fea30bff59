/** Reckons the gas of a ballot from what the relayer's last pages took. */
import type { Kysely } from 'kysely'
import type { Database } from '../storage/openDatabase.ts'
import type { Tables } from '../storage/schema.ts'

export type CastCost = { ballots: number; gas: number }

/** So many pages are kept. */
const most = 20
/** Of a page of many, see bench/: until there are pages of one's own. */
const untilKnown = 12_000

export async function noteCost(
  db: Kysely<Tables>,
  cost: CastCost,
): Promise<void> {
  const { id } = await db
    .insertInto('cast_costs')
    .values(cost)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .deleteFrom('cast_costs')
    .where('id', '<=', id - most)
    .execute()
}

export async function gasOfBallot({
  db,
}: Pick<Database, 'db'>): Promise<bigint> {
  const { ballots, gas } = await db
    .selectFrom('cast_costs')
    .select(({ fn }) => [
      fn.sum<string | null>('ballots').as('ballots'),
      fn.sum<string | null>('gas').as('gas'),
    ])
    .executeTakeFirstOrThrow()
  const known = Number(ballots) > 0
  return BigInt(known ? Math.ceil(Number(gas) / Number(ballots)) : untilKnown)
}
