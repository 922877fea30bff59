/** Finds out whether the database can write again: asked while it could not. */
import { sql } from 'kysely'
import type { Database } from '../storage/openDatabase.ts'

/** Half a MiB of nothing: only more than a page or two makes a file grow. */
export async function tryWriting({ db }: Pick<Database, 'db'>): Promise<void> {
  await db.transaction().execute((transaction) =>
    sql`
      create temporary table trial on commit drop as
      select repeat('x', 1000) from generate_series(1, 500)
    `.execute(transaction),
  )
}
