/** Puts a document on the disk, where there is room for it. */
import { sql, type Transaction } from 'kysely'
import type { Hash } from 'viem'
import type { Config } from '../config/readConfig.ts'
import type { Tables } from '../storage/schema.ts'
import { digestOf } from './digestOf.ts'
import { DocumentDeletedError, DocumentsFullError } from './errors.ts'
import type { MediaType } from '../../protocol/mediaType.ts'
import { attachmentsOf } from './parseDocument.ts'
import { tombstoneOf } from './tombstoneOf.ts'

export type KeptDocument = {
  digest: Hash
  round: string
  bytes: Uint8Array
  mediaType: MediaType
  receivedAt: number
  /** When it goes unless the chain names it by then; none: it stays. */
  until: number | null
}

const mebibyte = 2 ** 20
/** For all together that nobody answers for: no room to be worth an attack. */
const strangersRoom = 64 * mebibyte

/** `isStrangers`: neither the chain, nor an act, nor a document names it. */
export async function keepDocument(
  transaction: Transaction<Tables>,
  limits: Config['documents'],
  document: KeptDocument,
  { isStrangers = false } = {},
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('documents', 0))`.execute(
    transaction,
  )
  const found = await findDocument(transaction, document.digest)
  if (found) await renew(transaction, found, document)
  else {
    await requireRoom(transaction, limits, document, isStrangers)
    await insert(transaction, document)
  }
}

async function findDocument(transaction: Transaction<Tables>, digest: Hash) {
  return transaction
    .selectFrom('documents')
    .select(['digest', 'bytes', 'until'])
    .select(['deleted_at', 'reason', 'deleted_by'])
    .where('digest', '=', digest)
    .executeTakeFirst()
}

type Found = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** What became damaged is whole again; what stays is not made to go. */
async function renew(
  transaction: Transaction<Tables>,
  found: Found,
  { bytes, digest, until }: KeptDocument,
): Promise<void> {
  const tombstone = tombstoneOf(found)
  if (tombstone) throw new DocumentDeletedError(tombstone)
  const isWhole = found.bytes !== null && digestOf(found.bytes) === digest
  const later =
    found.until === null || until === null ? null : Math.max(found.until, until)
  await transaction
    .updateTable('documents')
    .set({
      ...(isWhole ? {} : { bytes }),
      until: later,
    })
    .where('digest', '=', digest)
    .execute()
}

async function requireRoom(
  transaction: Transaction<Tables>,
  { bytes: all, bytesOfRound }: Config['documents'],
  { bytes: { length }, round }: KeptDocument,
  isStrangers: boolean,
): Promise<void> {
  const sum = sql<number>`coalesce(sum(size), 0)::bigint`
  const { total, ofRound, strangers } = await transaction
    .selectFrom('documents')
    .select([
      sum.as('total'),
      sql<number>`coalesce(sum(size) filter (where round = ${round}), 0)::bigint`.as(
        'ofRound',
      ),
      sql<number>`coalesce(sum(size) filter (where until is not null), 0)::bigint`.as(
        'strangers',
      ),
    ])
    .executeTakeFirstOrThrow()
  const hasRoom = total + length <= all && ofRound + length <= bytesOfRound
  const isBorne = !isStrangers || strangers + length <= strangersRoom
  if (!hasRoom || !isBorne) throw new DocumentsFullError()
}

async function insert(
  transaction: Transaction<Tables>,
  { bytes, digest, mediaType, receivedAt, round, until }: KeptDocument,
): Promise<void> {
  await transaction
    .insertInto('documents')
    .values({
      ...{ digest, round, bytes, until },
      media_type: mediaType,
      size: bytes.length,
      received_at: receivedAt,
      deleted_at: null,
      reason: null,
      deleted_by: null,
    })
    .execute()
  const rows = attachmentsOf(bytes).map((one, place) => ({
    ...{ document: digest, place, digest: one.digest, name: one.name },
    media_type: one.type,
  }))
  if (rows.length > 0)
    await transaction.insertInto('attachments').values(rows).execute()
}
