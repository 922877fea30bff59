/** Writes tables anew: a deleted row stays in their files until then. */
import { sql } from 'kysely'
import type { Database } from './openDatabase.ts'
import type { Tables } from './schema.ts'

export async function rewriteTables(
  { db, jobs }: Pick<Database, 'db' | 'jobs'>,
  tables: readonly (keyof Tables)[],
): Promise<void> {
  for (const table of tables)
    await sql`vacuum full ${sql.table(table)}`.execute(db)
  if (jobs.backend === 'pglite') await dropLog(db)
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
