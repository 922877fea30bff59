/** The chain names a document by now: it stays, and its attachments with it. */
import type { Kysely } from 'kysely'
import type { Hash } from 'viem'
import type { Tables } from '../storage/schema.ts'

export async function keepForGood(
  db: Kysely<Tables>,
  digest: Hash,
): Promise<void> {
  const listed = db
    .selectFrom('attachments')
    .select('digest')
    .where('document', '=', digest)
  await db
    .updateTable('documents')
    .set({ until: null })
    .where('until', 'is not', null)
    .where((is) =>
      is.or([is('digest', '=', digest), is('digest', 'in', listed)]),
    )
    .execute()
}
