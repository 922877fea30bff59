/** What became of a reviewer's ballots, latest version first. */
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'

export async function readBallots(
  { db }: Pick<Database, 'db'>,
  { round, reviewer }: { round: Address; reviewer: number },
) {
  const rows = await db
    .selectFrom('ballots')
    .select(['version', 'digest', 'state', 'reason', 'received_at'])
    .select(['include_by', 'page', 'block', 'transaction'])
    .where('round', '=', round)
    .where('reviewer', '=', reviewer)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    ballot: row.digest,
    state: row.state,
    reason: row.reason,
    receivedAt: row.received_at,
    includeBy: row.include_by,
    page: row.page,
    block: row.block,
    transaction: row.transaction,
  }))
}
