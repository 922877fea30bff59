/** Lets one process at a time do some work, by a file that names it. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { BaseError } from '../protocol/errors.ts'

export type Lock = { release(): Promise<void> }

export type LockParameters = {
  /** The lock itself: made here, and gone with the release. */
  file: string
  /** Milliseconds to wait for another process. */
  patience: number
}

/** Milliseconds between two attempts. */
const pause = 50

export async function withLock<result>(
  parameters: LockParameters,
  work: () => Promise<result>,
): Promise<result> {
  const lock = await takeLock(parameters)
  try {
    return await work()
  } finally {
    await lock.release()
  }
}

export async function takeLock({
  file,
  patience,
}: LockParameters): Promise<Lock> {
  const release = () => rm(file, { force: true })
  for (let waited = 0; !(await makeLock(file));) {
    const holder = await readHolder(file)
    // Left over by a process that was killed.
    if (holder !== undefined && !isRunning(holder)) await release()
    else if (waited >= patience) throw new LockedError({ file, holder })
    else {
      await wait(pause)
      waited += pause
    }
  }
  return { release }
}

async function makeLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Unknown while its holder is just writing or removing it. */
async function readHolder(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const holder = Number(text)
  return Number.isSafeInteger(holder) && holder > 0 ? holder : undefined
}

function isRunning(holder: number): boolean {
  try {
    // Signal 0 sends nothing: it only looks.
    return process.kill(holder, 0)
  } catch (error) {
    // It runs, and belongs to another user.
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

export class LockedError extends BaseError {
  override name = 'LockedError'
  /** Not known where the lock names nobody. */
  readonly holder: number | undefined

  constructor({ file, holder }: { file: string; holder: number | undefined }) {
    const who = holder === undefined ? 'unknown' : `process ${holder}`
    super(`Another dure command (${who}) holds ${file}.`, {
      metaMessages: [
        'Wait until it has ended: two at once would undo each other’s work.',
        `If there is none, delete ${file}.`,
      ],
    })
    this.holder = holder
  }
}
