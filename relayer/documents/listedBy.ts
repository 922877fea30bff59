/** The documents here that list a file as their attachment. */
import type { Kysely } from 'kysely'
import type { Hash } from 'viem'
import type { Tables } from '../storage/schema.ts'

export function listedBy(db: Kysely<Tables>, digest: Hash) {
  return db
    .selectFrom('attachments')
    .innerJoin('documents', 'documents.digest', 'attachments.document')
    .select(['documents.digest', 'documents.until'])
    .where('attachments.digest', '=', digest)
    .where('documents.deleted_at', 'is', null)
    .execute()
}
