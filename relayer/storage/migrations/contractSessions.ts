/** What a contract wallet signed in by: asked again at each request of the session. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

export const contractSessions: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .alterTable('sessions')
      .addColumn('signed_hash', 'text')
      .execute()
    await db.schema
      .alterTable('sessions')
      .addColumn('signature', 'text')
      .execute()
  },
}
