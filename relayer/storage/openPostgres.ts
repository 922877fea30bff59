/** A PostgreSQL server, by its URL. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from 'pg-boss'
import type { Database, Hold } from './openDatabase.ts'
import type { Tables } from './schema.ts'
import { int8 } from './types.ts'

const connections = 10

export function openPostgres(connectionString: string): Database {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  const pool = new pg.Pool({ connectionString, max: connections, types })
  // A connection that breaks while idle is replaced; queries say it themselves.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const executeSql: Db['executeSql'] = async (text, values) => {
    const result: unknown = await pool.query(text, values as unknown[])
    return { rows: rowsOf(result) }
  }
  return {
    db,
    jobs: { db: { executeSql }, backend: 'postgres' },
    tryHold: (name) => tryHold(pool, name),
    waitForHold: (name, stop) => waitForHold(pool, name, stop),
    // It may be on another machine.
    room: () => Promise.resolve(null),
    close: () => db.destroy(),
  }
}

/** Several statements in one text give several results. */
function rowsOf(result: unknown): unknown[] {
  const results = Array.isArray(result) ? result : [result]
  return results.flatMap((one: { rows?: unknown[] }) => one.rows ?? [])
}

async function tryHold(pool: pg.Pool, name: string): Promise<Hold | undefined> {
  const client = await pool.connect()
  const lock = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as held'
  try {
    const { rows } = await client.query<{ held: boolean }>(lock, [name])
    if (rows[0]?.held === true) return toHold(client)
  } catch (error) {
    client.release(true)
    throw error
  }
  client.release()
  return undefined
}

async function waitForHold(
  pool: pg.Pool,
  name: string,
  stop: AbortSignal,
): Promise<Hold> {
  stop.throwIfAborted()
  const client = await pool.connect()
  // Ends the connection: the query fails.
  const giveUp = () => {
    client.release(true)
  }
  stop.addEventListener('abort', giveUp)
  try {
    const lock = 'select pg_advisory_lock(hashtextextended($1, 0))'
    await client.query(lock, [name])
    return toHold(client)
  } catch (error) {
    if (!stop.aborted) client.release(true)
    throw error
  } finally {
    stop.removeEventListener('abort', giveUp)
  }
}

/** The server lets go of it when this process or its connection ends. */
function toHold(client: pg.PoolClient): Hold {
  let isHeld = true
  client.once('error', () => {
    isHeld = false
  })
  return {
    isHeld: () => isHeld,
    release() {
      // Ends the connection, and the lock with it.
      client.release(true)
      return Promise.resolve()
    },
  }
}
