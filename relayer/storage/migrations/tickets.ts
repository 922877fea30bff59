/** Sign-in of officials, tickets, enrolments, contact data and the log of acts. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const tickets: Migration = {
  async up(db: Kysely<never>) {
    await createSignIn(db)
    await createTickets(db)
    await createContacts(db)
    await createActs(db)
  },
}

async function createSignIn(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('nonces')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
}

async function createTickets(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('tickets')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'integer', (column) => column.notNull())
    .addColumn('issue', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tickets_key', ['round', 'reviewer', 'issue'])
    .execute()
  // The latest ticket of a seat is the only one that is not replaced.
  await sql`create unique index tickets_standing on tickets (round, reviewer) where state <> 'replaced'`.execute(
    db,
  )
  await db.schema
    .createTable('enrolments')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'integer', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('ticket', 'text')
    .addColumn('signature', 'text')
    .addColumn('registrar', 'text')
    .addColumn('registrar_signature', 'text')
    .addPrimaryKeyConstraint('enrolments_key', ['round', 'reviewer'])
    .addUniqueConstraint('enrolments_once', ['round', 'key'])
    .execute()
}

async function createContacts(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'integer', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('contacts_key', ['round', 'reviewer'])
    .execute()
  await db.schema
    .createTable('retentions')
    .addColumn('round', 'text', (column) => column.primaryKey())
    .addColumn('delete_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .execute()
}

/** Rows are added, and neither changed nor removed: the database refuses. */
async function createActs(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('acts')
    .addColumn('id', 'bigserial', (column) => column.primaryKey())
    .addColumn('round', 'text', (column) => column.notNull())
    .addColumn('done_at', 'bigint', (column) => column.notNull())
    .addColumn('official', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('reviewer', 'integer')
    .addColumn('detail', 'text')
    .execute()
  await sql`create index acts_by_round on acts (round, id)`.execute(db)
  await sql`create function acts_stand() returns trigger language plpgsql as
    $$ begin raise exception 'acts are only added'; end $$`.execute(db)
  await sql`create trigger acts_stand before update or delete or truncate on acts
    for each statement execute function acts_stand()`.execute(db)
}
