/** Documents, and the acts of applicants and objectors that are to be sent. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const documents: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('documents')
      .addColumn('digest', 'text', (column) => column.primaryKey())
      .addColumn('round', 'text', (column) => column.notNull())
      .addColumn('media_type', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'bytea')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('until', 'bigint')
      .addColumn('deleted_at', 'bigint')
      .addColumn('reason', 'text')
      .addColumn('deleted_by', 'text')
      .execute()
    await db.schema
      .createIndex('documents_by_round')
      .on('documents')
      .columns(['round', 'size'])
      .execute()
    await db.schema
      .createIndex('documents_by_until')
      .on('documents')
      .column('until')
      .where(sql.ref('until'), 'is not', null)
      .execute()
    await db.schema
      .createTable('attachments')
      .addColumn('document', 'text', (column) =>
        column.notNull().references('documents.digest').onDelete('cascade'),
      )
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('media_type', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('attachments_key', ['document', 'place'])
      .execute()
    await db.schema
      .createIndex('attachments_by_digest')
      .on('attachments')
      .column('digest')
      .execute()
    await db.schema
      .createTable('signed_acts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('round', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('document', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('error', 'text')
      .addColumn('params', 'text')
      .addColumn('received_at', 'bigint', (column) => column.notNull())
      .addColumn('from_block', 'bigint', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('block', 'bigint')
      .addColumn('transaction', 'text')
      .execute()
    await db.schema
      .createIndex('signed_acts_by_state')
      .on('signed_acts')
      .columns(['state', 'tries', 'received_at'])
      .execute()
    await db.schema
      .createIndex('signed_acts_by_key')
      .on('signed_acts')
      .columns(['round', 'key'])
      .execute()
    await db.schema
      .createIndex('signed_acts_by_time')
      .on('signed_acts')
      .column('received_at')
      .execute()
  },
}
