/** What documents list as theirs, by the document. */
import type { Hash } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { Attachment } from './parseDocument.ts'
import type { MediaType } from '../../protocol/mediaType.ts'

export async function readAttachments(
  { db }: Pick<Database, 'db'>,
  documents: readonly Hash[],
): Promise<(document: Hash) => readonly Attachment[]> {
  const rows =
    documents.length === 0
      ? []
      : await db
          .selectFrom('attachments')
          .selectAll()
          .where('document', 'in', documents)
          .orderBy('place')
          .execute()
  const lists = new Map<string, Attachment[]>()
  for (const { digest, document, media_type, name } of rows) {
    const list = lists.get(document) ?? []
    const type = media_type as MediaType
    list.push({ digest: digest as Hash, type, name })
    lists.set(document, list)
  }
  return (document) => lists.get(document) ?? []
}
