/** Notes what became of the ballots of a cast, and closes it. */
import type { Kysely } from 'kysely'
import type { Address } from 'viem'
import { type CastCost, noteCost } from '../health/castCosts.ts'
import type { Database } from '../storage/openDatabase.ts'
import type { BallotState, Tables } from '../storage/schema.ts'
import type { Cast } from './takePage.ts'

export type Outcome = {
  reviewer: number
  version: number
  state: BallotState
  reason?: string
  page?: number
  block?: number
  transaction?: string
}

export function finishCast(
  { db }: Pick<Database, 'db'>,
  { id, round }: Pick<Cast, 'id' | 'round'>,
  outcomes: readonly Outcome[],
  cost?: CastCost,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await noteOutcomes(transaction, round, outcomes, { cast_id: id })
    if (cost) await noteCost(transaction, cost)
    await transaction.deleteFrom('casts').where('id', '=', id).execute()
  })
}

/** Only of ballots that still are as they were when it was found out. */
export async function noteOutcomes(
  db: Kysely<Tables>,
  round: Address,
  outcomes: readonly Outcome[],
  still: StillSo,
): Promise<void> {
  for (const { reviewer, version, ...outcome } of outcomes)
    await db
      .updateTable('ballots')
      .set({ ...nowhere, ...outcome, cast_id: null })
      .where('round', '=', round)
      .where('reviewer', '=', reviewer)
      .where('version', '=', version)
      .where((is) => is.and(still))
      .execute()
}

type StillSo =
  | { cast_id: number }
  | { state: BallotState; transaction: string }
  | { state: BallotState; block: number }

const nowhere = { reason: null, page: null, block: null, transaction: null }
