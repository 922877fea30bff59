/** Keeps how to reach the people of seats, and tells it to the registrar. */
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import { inParts, noteActs } from '../tickets/acts.ts'
import type { RoundSeats } from '../tickets/roundSeats.ts'
import { type Contact, parseContacts } from './parseContacts.ts'
import { requireRetention } from './setRetention.ts'

export type ContactTable = {
  round: Address
  official: Address
  seats: RoundSeats
  /** CSV. */
  table: string
}

/** Only where it is settled when they are deleted. */
export function keepContacts(
  { db }: Pick<Database, 'db'>,
  { round, official, seats, table }: ContactTable,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    await requireRetention(transaction, round)
    const standing = await transaction
      .selectFrom('contacts')
      .select('reviewer')
      .where('round', '=', round)
      .execute()
    const taken = new Set(standing.map(({ reviewer }) => reviewer))
    const contacts = parseContacts(table, seats, taken)
    for (const some of inParts(contacts))
      await transaction
        .insertInto('contacts')
        .values(some.map((contact) => ({ round, ...contact })))
        .onConflict((conflict) =>
          conflict.columns(['round', 'reviewer']).doUpdateSet((row) => ({
            contact: row.ref('excluded.contact'),
          })),
        )
        .execute()
    const detail = `${contacts.length} seats`
    const act = 'contacts kept'
    await noteActs(transaction, [{ round, official, act, detail }])
    return contacts.length
  })
}

export async function readContacts(
  { db }: Pick<Database, 'db'>,
  round: Address,
): Promise<Contact[]> {
  return db
    .selectFrom('contacts')
    .select(['reviewer', 'contact'])
    .where('round', '=', round)
    .orderBy('reviewer')
    .execute()
}
