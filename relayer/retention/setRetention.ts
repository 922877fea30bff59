/** The date on which a round's contact data are deleted: ever earlier, never later. */
import type { Transaction } from 'kysely'
import type { Address } from 'viem'
import { nowByClock } from '../officials/secrets.ts'
import type { Database } from '../storage/openDatabase.ts'
import type { RetentionTable, Tables } from '../storage/schema.ts'
import { noteActs } from '../tickets/acts.ts'
import {
  NoRetentionError,
  RetentionDoneError,
  RetentionTimeError,
} from './errors.ts'

/** Seconds: two years. */
const longest = 2 * 366 * 24 * 3_600

export type Retention = { deleteAt: number; deletedAt: number | null }

export function setRetention(
  { db }: Pick<Database, 'db'>,
  round: Address,
  official: Address,
  deleteAt: number,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const now = nowByClock()
    const standing = await lockRetention(transaction, round)
    const latest = standing?.delete_at ?? now + longest
    if (deleteAt <= now || deleteAt > latest)
      throw new RetentionTimeError({ deleteAt })
    const row: RetentionTable = { round, delete_at: deleteAt, deleted_at: null }
    await transaction
      .insertInto('retentions')
      .values(row)
      .onConflict((conflict) => conflict.column('round').doUpdateSet(row))
      .execute()
    const detail = new Date(deleteAt * 1000).toISOString()
    const act = 'retention set'
    await noteActs(transaction, [{ round, official, act, detail }])
  })
}

/** What holds a person's data waits until it is settled when they go. */
export async function requireRetention(
  transaction: Transaction<Tables>,
  round: Address,
): Promise<void> {
  if (!(await lockRetention(transaction, round))) throw new NoRetentionError()
}

/** None if no date is set; throws where the deletion is over. */
export async function lockRetention(
  transaction: Transaction<Tables>,
  round: Address,
): Promise<RetentionTable | undefined> {
  const retention = await transaction
    .selectFrom('retentions')
    .selectAll()
    .where('round', '=', round)
    .forUpdate()
    .executeTakeFirst()
  if (retention && retention.deleted_at !== null) throw new RetentionDoneError()
  return retention
}

export async function readRetention(
  { db }: Pick<Database, 'db'>,
  round: Address,
): Promise<Retention | null> {
  const row = await db
    .selectFrom('retentions')
    .selectAll()
    .where('round', '=', round)
    .executeTakeFirst()
  return row ? { deleteAt: row.delete_at, deletedAt: row.deleted_at } : null
}
