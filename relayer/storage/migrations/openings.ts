/** Rounds that are opened as far as they can be. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const openings: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('openings')
      .addColumn('round', 'text', (column) => column.primaryKey())
      .addColumn('settled', 'integer', (column) => column.notNull())
      .addColumn('unreadable', 'integer', (column) => column.notNull())
      .execute()
  },
}
