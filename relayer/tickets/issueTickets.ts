/** Makes the first tickets of seats, and new ones in the place of lost ones. */
import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Address } from 'viem'
import type { IssuedTicket } from '../../protocol/tickets/ticket.ts'
import {
  formatTicket,
  ticketHash,
  ticketLength,
} from '../../protocol/tickets/ticketCode.ts'
import { lockRetention } from '../retention/setRetention.ts'
import type { Database } from '../storage/openDatabase.ts'
import type { Tables } from '../storage/schema.ts'
import { inParts, noteActs } from './acts.ts'
import { NoTicketError } from './errors.ts'
import { placeOf, type RoundSeats } from './roundSeats.ts'

export const reissueReasons = [
  'lost',
  'not received',
  'seen by others',
  'key lost',
  'person changed',
] as const
export type ReissueReason = (typeof reissueReasons)[number]

export type Issue = {
  round: Address
  official: Address
  seats: RoundSeats
  reviewers: readonly number[]
}

type Fresh = { reviewer: number; issue: number; ticket: Uint8Array }

/** Of these seats, those that have none. Only here they are in the clear. */
export function issueTickets(
  { db }: Pick<Database, 'db'>,
  { round, official, reviewers, seats }: Issue,
): Promise<IssuedTicket[]> {
  return db.transaction().execute(async (transaction) => {
    await lockRetention(transaction, round)
    const drafts = reviewers.map((reviewer) => makeTicket(reviewer, 1))
    const kept = await keepNew(transaction, round, drafts)
    const fresh = drafts.filter(({ reviewer }) => kept.has(reviewer))
    if (fresh.length > 0) {
      const detail = `${fresh.length} tickets`
      const act = 'tickets issued'
      await noteActs(transaction, [{ round, official, act, detail }])
    }
    return toIssued(transaction, round, seats, fresh)
  })
}

/** The old tickets die, and a key that was enrolled with one is free again. */
export function reissueTickets(
  { db }: Pick<Database, 'db'>,
  { round, official, reviewers, seats }: Issue,
  reason: ReissueReason,
): Promise<IssuedTicket[]> {
  return db.transaction().execute(async (transaction) => {
    const fresh: Fresh[] = []
    // In order, so that two at once cannot wait for each other.
    for (const reviewer of [...new Set(reviewers)].sort((a, b) => a - b))
      fresh.push(await replaceTicket(transaction, round, reviewer))
    await keepNew(transaction, round, fresh)
    await noteActs(
      transaction,
      fresh.map(({ reviewer }) => ({
        ...{ round, official, reviewer, detail: reason },
        act: 'ticket re-issued',
      })),
    )
    return toIssued(transaction, round, seats, fresh)
  })
}

function makeTicket(reviewer: number, issue: number): Fresh {
  return { reviewer, issue, ticket: new Uint8Array(randomBytes(ticketLength)) }
}

/** Seats whose ticket was kept: another request can have been first. */
async function keepNew(
  transaction: Transaction<Tables>,
  round: Address,
  tickets: readonly Fresh[],
): Promise<Set<number>> {
  const kept = new Set<number>()
  for (const some of inParts(tickets)) {
    const rows = some.map(({ issue, reviewer, ticket }) => {
      const hash = ticketHash(ticket)
      return { round, reviewer, issue, hash, state: 'open' as const }
    })
    const inserted = await transaction
      .insertInto('tickets')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('reviewer')
      .execute()
    for (const { reviewer } of inserted) kept.add(reviewer)
  }
  return kept
}

async function replaceTicket(
  transaction: Transaction<Tables>,
  round: Address,
  reviewer: number,
): Promise<Fresh> {
  const replaced = await transaction
    .updateTable('tickets')
    .set({ state: 'replaced' })
    .where('round', '=', round)
    .where('reviewer', '=', reviewer)
    .where('state', '<>', 'replaced')
    .returning('issue')
    .executeTakeFirst()
  if (!replaced) throw new NoTicketError({ reviewer })
  await transaction
    .deleteFrom('enrolments')
    .where('round', '=', round)
    .where('reviewer', '=', reviewer)
    .execute()
  return makeTicket(reviewer, replaced.issue + 1)
}

async function toIssued(
  transaction: Transaction<Tables>,
  round: Address,
  seats: RoundSeats,
  fresh: readonly Fresh[],
): Promise<IssuedTicket[]> {
  const rows = await transaction
    .selectFrom('contacts')
    .select(['reviewer', 'contact'])
    .where('round', '=', round)
    .execute()
  const contacts = new Map(rows.map((row) => [row.reviewer, row.contact]))
  return fresh.map(({ reviewer, ticket }) => ({
    reviewer,
    ...placeOf(reviewer, seats),
    contact: contacts.get(reviewer) ?? null,
    ticket: formatTicket(ticket),
  }))
}
