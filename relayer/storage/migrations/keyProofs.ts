/** The place of an enrolled key in the tree that the registrar signed. */
import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export const keyProofs: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .alterTable('enrolments')
      .addColumn('registrar_root', 'text')
      .execute()
    await db.schema
      .alterTable('enrolments')
      .addColumn('registrar_count', 'integer')
      .execute()
    await db.schema
      .alterTable('enrolments')
      .addColumn('registrar_proof', 'text')
      .execute()
    // One signature for each seat, as it was before, is no longer known.
    await sql`update enrolments set registrar = null, registrar_signature = null`.execute(
      db,
    )
  },
}
