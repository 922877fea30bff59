/** Since which block each ballot can be on the chain; of earlier ones it is not known. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const ballotBlocks: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .alterTable('ballots')
      .addColumn('from_block', 'bigint', (column) =>
        column.notNull().defaultTo(0),
      )
      .execute()
  },
}
