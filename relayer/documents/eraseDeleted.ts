/** Writes the table of documents anew, without the bytes of what was deleted. */
import { nowByClock } from '../officials/secrets.ts'
import type { Database } from '../storage/openDatabase.ts'
import { rewriteTables } from '../storage/rewriteTables.ts'

/** Else they would stay in its files until something is written over them. */
export function eraseDeleted(
  database: Pick<Database, 'db' | 'jobs'>,
): Promise<void> {
  return rewriteTables(database, ['documents'])
}

/** Seconds: more than lie between two runs. */
const recently = 2 * 24 * 3_600

/** At night, as nothing can be read of the table meanwhile. */
export async function eraseRecentlyDeleted({
  database,
}: {
  database: Database
}): Promise<void> {
  const deletion = await database.db
    .selectFrom('documents')
    .select('digest')
    .where('deleted_at', '>', nowByClock() - recently)
    .executeTakeFirst()
  if (deletion) await eraseDeleted(database)
}
