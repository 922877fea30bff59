/** PostgreSQL inside this process, in a folder. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { fromPglite } from 'pg-boss'
import { durableFiles } from './durableFiles.ts'
import { lockFolder } from './lockFolder.ts'
import type { Database, Hold } from './openDatabase.ts'
import { readRoom } from './room.ts'
import type { Tables } from './schema.ts'
import { int8 } from './types.ts'

export async function openPglite(folder: string): Promise<Database> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(folder)
  const pglite = await start(path.join(folder, 'pglite')).catch(
    async (error: unknown) => {
      await lock.release()
      throw error
    },
  )
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  return {
    db,
    jobs: { db: fromPglite(pglite), backend: 'pglite' },
    // Nobody else works in the folder.
    tryHold: () => Promise.resolve(hold),
    waitForHold: () => Promise.resolve(hold),
    room: () => readRoom(folder),
    async close() {
      if (!pglite.closed) await pglite.close()
      await lock.release()
    },
  }
}

/** Without `-F`, so that a commit is on the disk: see durableFiles.ts. */
function start(folder: string): Promise<PGlite> {
  return PGlite.create({
    fs: durableFiles(folder),
    startParams: PGlite.defaultStartParams.filter((word) => word !== '-F'),
    parsers: { [int8]: Number },
  })
}

const hold: Hold = { isHeld: () => true, release: () => Promise.resolve() }
