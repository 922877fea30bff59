/** Ballots, the pages they are cast in, and transactions under way. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const ballots: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('casts')
      .addColumn('id', 'bigserial', (column) => column.primaryKey())
      .addColumn('round', 'text', (column) => column.notNull())
      .addColumn('batch', 'bytea', (column) => column.notNull())
      .addColumn('from_block', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('ballots')
      .addColumn('round', 'text', (column) => column.notNull())
      .addColumn('reviewer', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('packed', 'bytea', (column) => column.notNull())
      .addColumn('kind', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('due', 'bigint', (column) => column.notNull())
      .addColumn('include_by', 'bigint')
      .addColumn('signature', 'text')
      .addColumn('cast_id', 'bigint', (column) => column.references('casts.id'))
      .addColumn('page', 'integer')
      .addColumn('block', 'bigint')
      .addColumn('transaction', 'text')
      .addPrimaryKeyConstraint('ballots_key', ['round', 'reviewer', 'version'])
      .execute()
    await db.schema
      .createIndex('ballots_by_state')
      .on('ballots')
      .columns(['state', 'round', 'due'])
      .execute()
    await db.schema
      .createIndex('ballots_by_cast')
      .on('ballots')
      .column('cast_id')
      .execute()
    await db.schema
      .createTable('deliveries')
      .addColumn('chain_id', 'bigint', (column) => column.notNull())
      .addColumn('sender', 'text', (column) => column.notNull())
      .addColumn('nonce', 'bigint', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('function_name', 'text', (column) => column.notNull())
      .addColumn('transactions', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('deliveries_key', [
        'chain_id',
        'sender',
        'nonce',
      ])
      .execute()
  },
}
