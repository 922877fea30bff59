/** Deletes a document, and what it alone lists; tombstones stay in their places. */
import type { Transaction } from 'kysely'
import type { Hash } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { Tables } from '../storage/schema.ts'
import { DocumentUnknownError, type Tombstone } from './errors.ts'
import { listedBy } from './listedBy.ts'
import { tombstoneOf } from './tombstoneOf.ts'

/** The document's tombstone first. Deleted twice, the first time counts. */
export function deleteDocument(
  { db }: Pick<Database, 'db'>,
  { digest, ...words }: Tombstone,
): Promise<Tombstone[]> {
  return db.transaction().execute(async (transaction) => {
    const attachments = await takeAttachments(transaction, digest)
    const buried: Tombstone[] = []
    for (const one of [digest, ...attachments]) {
      // Another document may list the same file.
      const isListed = (await listedBy(transaction, one)).length > 0
      if (one !== digest && isListed) continue
      const tombstone = await bury(transaction, { ...words, digest: one })
      if (tombstone) buried.push(tombstone)
      else if (one === digest) throw new DocumentUnknownError({ digest })
    }
    return buried
  })
}

/** Their names go, too: they could name people. */
async function takeAttachments(
  transaction: Transaction<Tables>,
  document: Hash,
): Promise<Hash[]> {
  const rows = await transaction
    .deleteFrom('attachments')
    .where('document', '=', document)
    .returning('digest')
    .execute()
  return rows.map(({ digest }) => digest as Hash)
}

/** None: it is not here. */
async function bury(
  transaction: Transaction<Tables>,
  { by, deletedAt, digest, reason }: Tombstone,
): Promise<Tombstone | undefined> {
  await transaction
    .updateTable('documents')
    .set({ bytes: null, size: 0, until: null })
    .set({ deleted_at: deletedAt, reason, deleted_by: by })
    .where('digest', '=', digest)
    .where('deleted_at', 'is', null)
    .execute()
  const row = await transaction
    .selectFrom('documents')
    .select(['digest', 'deleted_at', 'reason', 'deleted_by'])
    .where('digest', '=', digest)
    .executeTakeFirst()
  return row && tombstoneOf(row)
}
