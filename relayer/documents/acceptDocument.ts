/** Takes a document that somebody brings, for good or for a while. */
import type { Address, Hash } from 'viem'
import type { Services } from '../services.ts'
import { requireRoom } from '../storage/room.ts'
import { digestOf } from './digestOf.ts'
import { DigestMismatchError, DocumentTypeError } from './errors.ts'
import { isAwaited } from './isAwaited.ts'
import { isNamed } from './isNamed.ts'
import { keepDocument } from './keepDocument.ts'
import { listedBy } from './listedBy.ts'
import { detectType, type MediaType } from '../../protocol/mediaType.ts'

export type BroughtDocument = {
  round: Address
  digest: Hash
  bytes: Uint8Array
  /** Its Content-Type. */
  declared: string
}

/** Seconds within which the chain has to name what it does not name yet. */
export const patience = 3_600

/** Answers until when it is kept; null: for good. */
export async function acceptDocument(
  services: Services,
  { bytes, declared, digest, round }: BroughtDocument,
): Promise<{ until: number | null }> {
  const actual = digestOf(bytes)
  if (actual !== digest)
    throw new DigestMismatchError({ actual, expected: digest })
  const mediaType = requireType(bytes, declared)
  await requireRoom(services.database)
  const { timestamp: receivedAt } = await services.head()
  const { isStrangers, until } = await readTerm(
    services,
    round,
    digest,
    receivedAt,
  )
  const document = { digest, round, bytes, mediaType, receivedAt, until }
  await services.database.db.transaction().execute((transaction) =>
    keepDocument(transaction, services.config.documents, document, {
      isStrangers,
    }),
  )
  return { until }
}

/** Throws unless it is what it is told to be. */
export function requireType(bytes: Uint8Array, declared: string): MediaType {
  const found = detectType(bytes)
  if (found !== undefined && found === declared) return found
  throw new DocumentTypeError({ declared, found: found ?? 'something else' })
}

async function readTerm(
  services: Services,
  round: Address,
  digest: Hash,
  now: number,
): Promise<{ isStrangers: boolean; until: number | null }> {
  const until = now + patience
  if (await isNamed(services, round, digest))
    return { isStrangers: false, until: null }
  const { db } = services.database
  const listing = await listedBy(db, digest)
  if (listing.some((one) => one.until === null))
    return { isStrangers: false, until: null }
  const documents = listing.map((one) => one.digest)
  return { isStrangers: !(await isAwaited(db, documents)), until }
}
