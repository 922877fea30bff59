/**
 * Deletes what links a person to a seat: contact data, and the hashes of tickets,
 * by which a kept slip of paper would tell its seat. Keys and seats stay: they
 * are public on the chain.
 */
import type { Address } from 'viem'
import { nowByClock } from '../officials/secrets.ts'
import type { Services } from '../services.ts'
import type { Database } from '../storage/openDatabase.ts'
import { rewriteTables } from '../storage/rewriteTables.ts'
import { noteActs } from '../tickets/acts.ts'

export async function deleteLinks(
  database: Pick<Database, 'db' | 'jobs'>,
  round: Address,
  /** Nobody where its date has come. */
  official: Address | null = null,
): Promise<void> {
  const now = nowByClock()
  await database.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('retentions')
      .values({ round, delete_at: now, deleted_at: now })
      .onConflict((conflict) =>
        conflict.column('round').doUpdateSet({ deleted_at: now }),
      )
      .execute()
    await transaction
      .deleteFrom('contacts')
      .where('round', '=', round)
      .execute()
    await transaction.deleteFrom('tickets').where('round', '=', round).execute()
    await transaction
      .updateTable('enrolments')
      .set({ ticket: null, signature: null })
      .where('round', '=', round)
      .execute()
    const act = 'retention done'
    await noteActs(transaction, [{ round, official, act }])
  })
  await rewriteTables(database, ['contacts', 'tickets', 'enrolments'])
}

/** A job: rounds whose date has come. */
export async function deleteDue({
  database,
  log,
}: Pick<Services, 'database' | 'log'>): Promise<void> {
  const due = await database.db
    .selectFrom('retentions')
    .select('round')
    .where('deleted_at', 'is', null)
    .where('delete_at', '<=', nowByClock())
    .execute()
  for (const { round } of due) {
    await deleteLinks(database, round as Address)
    log('contacts deleted', { round })
  }
}
