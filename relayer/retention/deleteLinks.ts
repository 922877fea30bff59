/**
 * Deletes what links a person to a seat: contact data, and the hashes of tickets,
 * by which a kept slip of paper would tell its seat. Keys and seats stay: they
 * are public on the chain.
 */
import { sql } from 'kysely'
import type { Address } from 'viem'
import { nowByClock } from '../officials/secrets.ts'
import type { Services } from '../services.ts'
import type { Database } from '../storage/openDatabase.ts'
import { noteActs } from '../tickets/acts.ts'

export async function deleteLinks(
  { db, jobs }: Pick<Database, 'db' | 'jobs'>,
  round: Address,
): Promise<void> {
  const now = nowByClock()
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('retentions')
      .values({ round, delete_at: now, deleted_at: now })
      .onConflict((conflict) =>
        conflict.column('round').doUpdateSet({ deleted_at: now }),
      )
      .execute()
    await transaction
      .deleteFrom('contacts')
      .where('round', '=', round)
      .execute()
    await transaction.deleteFrom('tickets').where('round', '=', round).execute()
    await transaction
      .updateTable('enrolments')
      .set({ ticket: null, signature: null })
      .where('round', '=', round)
      .execute()
    const act = 'retention done'
    await noteActs(transaction, [{ round, official: null, act }])
  })
  await rewriteTables(db)
  if (jobs.backend === 'pglite') await dropLog(db)
}

/** A deleted row stays in the file until its table is written anew. */
async function rewriteTables(db: Database['db']): Promise<void> {
  for (const table of ['contacts', 'tickets', 'enrolments'])
    await sql`vacuum full ${sql.table(table)}`.execute(db)
}

/**
 * The write-ahead log holds what was written: its old files go, too, and are not
 * used again. Of a server of PostgreSQL it is the operator's (docs/operating.md).
 */
async function dropLog(db: Database['db']): Promise<void> {
  for (const statement of [
    'set wal_recycle = off',
    'select pg_switch_wal()',
    'checkpoint',
    'set wal_recycle = on',
  ])
    await sql.raw(statement).execute(db)
}

/** A job: rounds whose date has come. */
export async function deleteDue({
  database,
  log,
}: Pick<Services, 'database' | 'log'>): Promise<void> {
  const due = await database.db
    .selectFrom('retentions')
    .select('round')
    .where('deleted_at', 'is', null)
    .where('delete_at', '<=', nowByClock())
    .execute()
  for (const { round } of due) {
    await deleteLinks(database, round as Address)
    log('contacts deleted', { round })
  }
}
