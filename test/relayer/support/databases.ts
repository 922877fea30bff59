/** The databases that the tests of the relayer run on. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { holdPort } from '../../../cli/holdPort.ts'
import { openDatabase } from '../../../relayer/storage/openDatabase.ts'

export type TestDatabase = {
  /** What tells the relayer of it. */
  env: { DURE_DATA_FOLDER: string } | { DATABASE_URL: string }
  drop(): Promise<void>
}

export type DatabaseKind = {
  name: string
  isHere: boolean
  /** An empty one each time. */
  create(): Promise<TestDatabase>
  /** The same on the disk of this folder. */
  createOn(folder: string): Promise<TestDatabase>
  /** After the last one. */
  end(): Promise<void>
}

/** Of Debian's `postgresql`, the newest first. */
const bin = [17, 16, 15, 14]
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find((folder) => existsSync(folder))

/** A power cut is nothing that happens to the servers of the tests. */
const quick = ['-F']

export const databaseKinds: readonly DatabaseKind[] = [
  pglite(),
  postgres(quick),
]

/**
 * Where a suite runs on one: on the other where that is not here. On both with
 * DURE_ALL_DATABASES=1, as in `npm run test:long`.
 */
export function kindsFor(
  name: 'PGlite' | 'PostgreSQL',
): readonly DatabaseKind[] {
  if (process.env['DURE_ALL_DATABASES'] === '1') return databaseKinds
  const named = databaseKinds.filter(
    (kind) => kind.name === name && kind.isHere,
  )
  return named.length > 0 ? named : databaseKinds.slice(0, 1)
}

/** A folder takes seconds to be made the first time, and moments to be copied. */
export function pglite(): DatabaseKind {
  let template: Promise<string> | undefined
  async function makeTemplate(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'dure-pglite-'))
    const database = await openDatabase({ kind: 'pglite', folder })
    await database.close()
    return folder
  }
  return {
    name: 'PGlite',
    isHere: true,
    async create() {
      template ??= makeTemplate()
      const folder = await mkdtemp(path.join(tmpdir(), 'dure-relayer-'))
      await cp(await template, folder, { recursive: true })
      return {
        env: { DURE_DATA_FOLDER: folder },
        drop: () => rm(folder, { recursive: true, force: true }),
      }
    },
    async createOn(disk) {
      template ??= makeTemplate()
      const folder = path.join(disk, 'relayer')
      await cp(await template, folder, { recursive: true })
      return {
        env: { DURE_DATA_FOLDER: folder },
        drop: () => rm(folder, { recursive: true, force: true }),
      }
    },
    async end() {
      if (template) await rm(await template, { recursive: true, force: true })
      template = undefined
    },
  }
}

/** `words`: for the server; without `-F` a commit is on the disk. */
export function postgres(words: readonly string[] = []): DatabaseKind {
  let server: ReturnType<typeof startPostgres> | undefined
  let count = 0
  return {
    name: 'PostgreSQL',
    isHere: bin !== undefined,
    async create() {
      server ??= startPostgres(bin ?? '', words)
      const { url, run } = await server
      const name = `relayer${(count += 1)}`
      await run(`create database ${name}`)
      return {
        env: { DATABASE_URL: `${url}/${name}` },
        drop: () => run(`drop database ${name} with (force)`),
      }
    },
    async createOn(disk) {
      server ??= startPostgres(bin ?? '', words)
      const { url, run } = await server
      const name = `relayer${(count += 1)}`
      const folder = path.join(disk, name)
      await mkdir(folder)
      await unprivileged(folder)
      await run(`create tablespace ${name} location '${folder}'`)
      await run(`create database ${name} tablespace ${name}`)
      return {
        env: { DATABASE_URL: `${url}/${name}` },
        async drop() {
          await run(`drop database ${name} with (force)`)
          await run(`drop tablespace ${name}`)
        },
      }
    },
    async end() {
      if (server) await (await server).stop()
      server = undefined
    },
  }
}

async function startPostgres(folder: string, others: readonly string[]) {
  const held = await holdPort(0)
  await held.release()
  const data = await mkdtemp(path.join(tmpdir(), 'dure-postgres-'))
  const user = await unprivileged(data)
  const initdb = ['-D', data, '-U', 'dure', '--auth=trust', '--no-sync']
  execFileSync(path.join(folder, 'initdb'), initdb, { ...user, stdio: 'pipe' })
  const words = ['-D', data, '-p', String(held.port), '-k', data, ...others]
  const child = spawn(path.join(folder, 'postgres'), words, {
    ...user,
    stdio: 'ignore',
  })
  const url = `postgres://dure@127.0.0.1:${held.port}`
  async function run(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: `${url}/postgres` })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await untilItRuns(() => run('select 1'))
  return {
    ...{ url, run },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGINT')
      await ended
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL does not run as root. */
async function unprivileged(data: string) {
  if (process.getuid?.() !== 0) return {}
  const idOf = (kind: string) =>
    Number(execFileSync('id', [kind, 'postgres'], { encoding: 'utf8' }))
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  await chown(data, uid, gid)
  return { uid, gid }
}

async function untilItRuns(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries += 1)
    try {
      await attempt()
      return
    } catch (error) {
      if (tries > 100) throw error
      await wait(100)
    }
}
