/** Keeps ballots, once for each round, reviewer and version: all in one commit. */
import { type ExpressionBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../storage/openDatabase.ts'
import type { BallotState, Tables } from '../storage/schema.ts'
import { superseded } from './checkBallot.ts'
import { VersionTakenError } from './errors.ts'

export type Ballot = {
  round: string
  reviewer: number
  version: number
  digest: string
  packed: Uint8Array
  kind: number
  received_at: number
  from_block: number
  due: number
  include_by: number | null
  signature: string | null
}

export type KeptBallot = Ballot & { state: BallotState }

const notCast = {
  reason: null,
  cast_id: null,
  page: null,
  block: null,
  transaction: null,
}

/**
 * When it returns each is on the disk, or its like of before, or refused. Of each
 * reviewer there is one.
 */
export function keepBallots(
  { db }: Pick<Database, 'db'>,
  ballots: readonly Ballot[],
): Promise<(KeptBallot | Error)[]> {
  return db.transaction().execute(async (transaction) => {
    await takeTurns(transaction, ballots)
    const known = await readVersions(transaction, ballots)
    const settle = (ballot: Ballot) =>
      compare(ballot, known.get(seatOf(ballot)) ?? [])
    const fresh = ballots.filter((ballot) => settle(ballot) === undefined)
    const dues = await replaceWaiting(transaction, fresh, known)
    const toKept = (ballot: Ballot): KeptBallot => {
      const due = Math.min(ballot.due, ...(dues.get(seatOf(ballot)) ?? []))
      return { ...ballot, due, state: 'waiting' }
    }
    await insert(transaction, fresh.map(toKept))
    return ballots.map((ballot) => settle(ballot) ?? toKept(ballot))
  })
}

/** Which of them a reviewer's ballots are. */
export function seatOf({
  reviewer,
  round,
}: Pick<Ballot, 'round' | 'reviewer'>): string {
  return `${round} ${reviewer}`
}

/** Two ballots of one reviewer at once go one after the other. */
async function takeTurns(
  transaction: Transaction<Tables>,
  ballots: readonly Ballot[],
): Promise<void> {
  // In the same order everywhere, so that nobody waits for each other.
  const seats = ballots.map(seatOf).toSorted()
  await sql`
    select pg_advisory_xact_lock(hashtextextended(seat, 0))
    from unnest(${seats}::text[]) as seats (seat)
  `.execute(transaction)
}

/** By seat, latest first. */
async function readVersions(
  transaction: Transaction<Tables>,
  ballots: readonly Ballot[],
): Promise<Map<string, KeptBallot[]>> {
  const rows = await transaction
    .selectFrom('ballots')
    .selectAll()
    .where((expression) => isOf(expression, ballots))
    .orderBy('version', 'desc')
    .execute()
  return groupBySeat(rows)
}

/** The same ballot, or why this one is refused; nothing if it is new. */
function compare(
  ballot: Ballot,
  others: readonly KeptBallot[],
): KeptBallot | Error | undefined {
  const same = others.find(({ version }) => version === ballot.version)
  if (same?.digest === ballot.digest) return same
  if (same) return new VersionTakenError(ballot)
  const later = others.find(({ version }) => version > ballot.version)
  return later && superseded(ballot, later.version)
}

async function insert(
  transaction: Transaction<Tables>,
  ballots: readonly KeptBallot[],
): Promise<void> {
  if (ballots.length === 0) return
  const rows = ballots.map((ballot) => ({ ...ballot, ...notCast }))
  await transaction.insertInto('ballots').values(rows).execute()
}

/**
 * What was not yet sent need not be: the later version keeps its promise, if it
 * comes as early. Only where that one cannot be skipped: a contract's signature
 * can hold now and not then. Answers when the replaced ones were due.
 */
async function replaceWaiting(
  transaction: Transaction<Tables>,
  ballots: readonly Ballot[],
  known: ReadonlyMap<string, readonly KeptBallot[]>,
): Promise<Map<string, number[]>> {
  const replacing = ballots.filter(
    (ballot) => ballot.include_by !== null && known.has(seatOf(ballot)),
  )
  if (replacing.length === 0) return new Map()
  const replaced = await transaction
    .updateTable('ballots')
    .set({ state: 'replaced' })
    .where((expression) => isOf(expression, replacing))
    .where('state', '=', 'waiting')
    .returning(['round', 'reviewer', 'due'])
    .execute()
  const bySeat = groupBySeat(replaced)
  return new Map(
    [...bySeat].map(([seat, rows]) => [seat, rows.map(({ due }) => due)]),
  )
}

function groupBySeat<row extends Pick<Ballot, 'round' | 'reviewer'>>(
  rows: readonly row[],
): Map<string, row[]> {
  const groups = new Map<string, row[]>()
  for (const row of rows) {
    const seat = seatOf(row)
    groups.set(seat, [...(groups.get(seat) ?? []), row])
  }
  return groups
}

function isOf(
  expression: ExpressionBuilder<Tables, 'ballots'>,
  ballots: readonly Ballot[],
) {
  return expression(
    expression.refTuple('round', 'reviewer'),
    'in',
    ballots.map(({ reviewer, round }) => expression.tuple(round, reviewer)),
  )
}
