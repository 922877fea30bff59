/** What a ticket is for, and whether it can still be claimed. */
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import type { TicketTable } from '../storage/schema.ts'
import { TicketUnknownError } from './errors.ts'

export async function readTicket(
  { db }: Pick<Database, 'db'>,
  hash: string,
): Promise<TicketTable & { round: Address }> {
  const ticket = await db
    .selectFrom('tickets')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!ticket) throw new TicketUnknownError()
  return { ...ticket, round: ticket.round as Address }
}
