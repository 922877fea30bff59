/** What the relayer's last pages took. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const castCosts: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('cast_costs')
      .addColumn('id', 'bigserial', (column) => column.primaryKey())
      .addColumn('ballots', 'integer', (column) => column.notNull())
      .addColumn('gas', 'bigint', (column) => column.notNull())
      .execute()
  },
}
