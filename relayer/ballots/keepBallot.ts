/** Keeps a ballot, once for each round, reviewer and version. */
import { sql, type Transaction } from 'kysely'
import type { Database } from '../storage/openDatabase.ts'
import type { BallotState, Tables } from '../storage/schema.ts'
import { superseded } from './checkBallot.ts'
import { VersionTakenError } from './errors.ts'

export type KeptBallot = {
  round: string
  reviewer: number
  version: number
  digest: string
  packed: Uint8Array
  kind: number
  received_at: number
  due: number
  include_by: number | null
  signature: string | null
}

const notCast = {
  reason: null,
  cast_id: null,
  page: null,
  block: null,
  transaction: null,
}

/** When it returns the ballot is on the disk: this one, or its like of before. */
export function keepBallot(
  { db }: Pick<Database, 'db'>,
  ballot: KeptBallot,
): Promise<KeptBallot & { state: BallotState }> {
  return db.transaction().execute(async (transaction) => {
    await takeTurn(transaction, ballot)
    const others = await readVersions(transaction, ballot)
    const same = others.find(({ version }) => version === ballot.version)
    if (same?.digest === ballot.digest) return same
    if (same) throw new VersionTakenError(ballot)
    const later = others.find(({ version }) => version > ballot.version)
    if (later) throw superseded(ballot, later.version)
    const due = await replaceWaiting(transaction, ballot)
    const kept = { ...ballot, due, state: 'waiting' } as const
    await transaction
      .insertInto('ballots')
      .values({ ...kept, ...notCast })
      .execute()
    return kept
  })
}

/** Two ballots of one reviewer at once go one after the other. */
async function takeTurn(
  transaction: Transaction<Tables>,
  { round, reviewer }: KeptBallot,
): Promise<void> {
  const name = `${round} ${reviewer}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(
    transaction,
  )
}

/** Latest first. */
function readVersions(
  transaction: Transaction<Tables>,
  { round, reviewer }: KeptBallot,
) {
  return transaction
    .selectFrom('ballots')
    .selectAll()
    .where('round', '=', round)
    .where('reviewer', '=', reviewer)
    .orderBy('version', 'desc')
    .execute()
}

/**
 * What was not yet sent need not be: the later version keeps its promise, if it
 * comes as early. Only where that one cannot be skipped: a contract's signature
 * can hold now and not then.
 */
async function replaceWaiting(
  transaction: Transaction<Tables>,
  { due, include_by: includeBy, reviewer, round }: KeptBallot,
): Promise<number> {
  if (includeBy === null) return due
  const replaced = await transaction
    .updateTable('ballots')
    .set({ state: 'replaced' })
    .where('round', '=', round)
    .where('reviewer', '=', reviewer)
    .where('state', '=', 'waiting')
    .returning('due')
    .execute()
  return Math.min(due, ...replaced.map((one) => one.due))
}
