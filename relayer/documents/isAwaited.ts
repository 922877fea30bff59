/** Whether an act that names a document is yet to come to the chain. */
import type { Kysely } from 'kysely'
import type { Tables } from '../storage/schema.ts'

export async function isAwaited(
  db: Kysely<Tables>,
  digests: readonly string[],
): Promise<boolean> {
  if (digests.length === 0) return false
  const act = await db
    .selectFrom('signed_acts')
    .select('id')
    .where('document', 'in', digests)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return act !== undefined
}
