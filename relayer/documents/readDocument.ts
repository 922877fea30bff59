/** Reads a document to hand it out: only if it is whole, and named. */
import type { Address, Hash } from 'viem'
import type { Services } from '../services.ts'
import type { Tables } from '../storage/schema.ts'
import type { Selectable } from 'kysely'
import { digestOf } from './digestOf.ts'
import {
  DocumentDamagedError,
  DocumentDeletedError,
  DocumentUnknownError,
} from './errors.ts'
import { isNamed } from './isNamed.ts'
import { keepForGood } from './keepForGood.ts'
import type { MediaType } from '../../protocol/mediaType.ts'
import { tombstoneOf } from './tombstoneOf.ts'

export type ReadDocument = { bytes: Uint8Array; mediaType: MediaType }

export async function readDocument(
  services: Services,
  digest: Hash,
): Promise<ReadDocument> {
  const row = await services.database.db
    .selectFrom('documents')
    .selectAll()
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (!row) throw new DocumentUnknownError({ digest })
  const tombstone = tombstoneOf(row)
  if (tombstone) throw new DocumentDeletedError(tombstone)
  const { bytes } = row
  if (bytes === null || digestOf(bytes) !== digest) {
    services.log('documentDamaged', { digest })
    throw new DocumentDamagedError({ digest })
  }
  if (row.until !== null) await requireNamed(services, row, digest)
  return { bytes, mediaType: row.media_type as MediaType }
}

type Row = Selectable<Tables['documents']>

/** Nobody is to publish here what no round knows of. */
async function requireNamed(
  services: Services,
  { round }: Row,
  digest: Hash,
): Promise<void> {
  if (!(await isNamed(services, round as Address, digest)))
    throw new DocumentUnknownError({ digest })
  await keepForGood(services.database.db, digest)
}
