/** The log of what officials did with tickets: added to, never changed. */
import type { Kysely } from 'kysely'
import type { Address } from 'viem'
import { nowByClock } from '../officials/secrets.ts'
import type { Database } from '../storage/openDatabase.ts'
import type { ActTable, Tables } from '../storage/schema.ts'

export type Act = Pick<ActTable, 'round' | 'official' | 'act'> &
  Partial<Pick<ActTable, 'reviewer' | 'detail'>>

/** Inside the transaction of what was done. */
export async function noteActs(
  db: Kysely<Tables>,
  acts: readonly Act[],
): Promise<void> {
  const now = nowByClock()
  const rows = acts.map((act) => ({
    ...{ reviewer: null, detail: null, done_at: now },
    ...act,
  }))
  for (const some of inParts(rows))
    await db.insertInto('acts').values(some).execute()
}

/** Latest first. `before`: only acts with a smaller number. */
export async function readActs(
  { db }: Pick<Database, 'db'>,
  round: Address,
  before = Number.MAX_SAFE_INTEGER,
) {
  const rows = await db
    .selectFrom('acts')
    .selectAll()
    .where('round', '=', round)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(actsAtOnce)
    .execute()
  return rows.map((row) => ({
    number: row.id,
    doneAt: row.done_at,
    official: row.official,
    act: row.act,
    reviewer: row.reviewer,
    detail: row.detail,
  }))
}

const actsAtOnce = 1_000
/** A statement takes 65,535 values at most. */
const rowsAtOnce = 1_000

export function inParts<row>(rows: readonly row[]): row[][] {
  return Array.from(
    { length: Math.ceil(rows.length / rowsAtOnce) },
    (_, part) => rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce),
  )
}
