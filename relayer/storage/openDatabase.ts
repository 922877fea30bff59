/** Opens the database and brings its tables up to date. */
import type { Kysely } from 'kysely'
import type { BackendProfile, Db } from 'pg-boss'
import type { Config } from '../config/readConfig.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './openPglite.ts'
import { openPostgres } from './openPostgres.ts'
import type { Tables } from './schema.ts'

export type Database = {
  db: Kysely<Tables>
  /** The same, for pg-boss. */
  jobs: { db: Db; backend: BackendProfile }
  /** What only one process at a time may do; none while another one does. */
  tryHold: (name: string) => Promise<Hold | undefined>
  /** The same once its turn comes: who asks first gets it first. */
  waitForHold: (name: string, stop: AbortSignal) => Promise<Hold>
  /** Bytes that are free on its disk; null where that is not to be seen. */
  room: () => Promise<number | null>
  close: () => Promise<void>
}

export type Hold = {
  /** False once the database may have given it to another. */
  isHeld: () => boolean
  release: () => Promise<void>
}

export async function openDatabase(
  storage: Config['storage'],
): Promise<Database> {
  const database =
    storage.kind === 'pglite'
      ? await openPglite(storage.folder)
      : openPostgres(storage.url)
  try {
    await migrate(database.db)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}
