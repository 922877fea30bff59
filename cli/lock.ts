/** Lets one process at a time do some work, by a file that names it. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { BaseError } from '../protocol/errors.ts'

/** Milliseconds. */
const pause = 50
const patience = 60_000

export async function withLock<result>(
  file: string,
  work: () => Promise<result>,
): Promise<result> {
  await takeLock(file)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function takeLock(file: string): Promise<void> {
  for (let waited = 0; ; waited += pause) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (!isTaken(error)) throw error
    }
    const holder = await readHolder(file)
    if (holder !== undefined && !isRunning(holder))
      await rm(file, { force: true })
    else if (waited >= patience) throw new LockedError({ file, holder })
    else await wait(pause)
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

/** Unknown while its holder is just writing or removing it. */
async function readHolder(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const holder = Number(text)
  return holder > 0 ? holder : undefined
}

function isRunning(holder: number): boolean {
  try {
    // Signal 0 sends nothing: it only looks.
    process.kill(holder, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export class LockedError extends BaseError {
  override name = 'LockedError'

  constructor({
    file,
    holder = 0,
  }: {
    file: string
    holder?: number | undefined
  }) {
    super(`Another dure command (process ${holder}) is sending something.`, {
      metaMessages: [
        `Wait until it has ended. If there is none, delete ${file}.`,
      ],
    })
  }
}
