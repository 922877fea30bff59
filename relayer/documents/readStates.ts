/** Which of some documents are here, and which were deleted. */
import type { Hash } from 'viem'
import type { Database } from '../storage/openDatabase.ts'

export const documentStates = ['here', 'missing', 'deleted'] as const
export type DocumentState = (typeof documentStates)[number]

/** Of documents that the chain names: how long one was to be kept is past. */
export async function readStates(
  { db }: Pick<Database, 'db'>,
  digests: readonly Hash[],
): Promise<(digest: Hash) => DocumentState> {
  const rows =
    digests.length === 0
      ? []
      : await db
          .selectFrom('documents')
          .select(['digest', 'deleted_at'])
          .where('digest', 'in', digests)
          .execute()
  const deletions = new Map(rows.map((row) => [row.digest, row.deleted_at]))
  return (digest) => {
    const deletedAt = deletions.get(digest)
    if (deletedAt === undefined) return 'missing'
    return deletedAt === null ? 'here' : 'deleted'
  }
}
