/** The tombstone in a row of the table; none: the document is there. */
import type { Hash } from 'viem'
import type { DocumentTable } from '../storage/schema.ts'
import type { Tombstone } from './errors.ts'

type Row = Pick<
  DocumentTable,
  'digest' | 'deleted_at' | 'reason' | 'deleted_by'
>

export function tombstoneOf(row: Row): Tombstone | undefined {
  const { deleted_at: deletedAt, deleted_by: by, digest, reason } = row
  if (deletedAt === null) return undefined
  const words = { reason: reason ?? '', by: by ?? '' }
  return { digest: digest as Hash, deletedAt, ...words }
}
