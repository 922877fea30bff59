/** Lets only one process work with a file: beside it stands who does. */
import { open, readFile, rm } from 'node:fs/promises'
import { BaseError } from '../protocol/errors.ts'

export type FileLock = { release(): Promise<void> }

export async function lockFile(file: string): Promise<FileLock> {
  const lock = `${file}.lock`
  if (!(await tryLock(lock))) {
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (isRunning(holder)) throw new FileLockedError({ file, holder })
    // Left over by a process that was killed.
    await rm(lock, { force: true })
    if (!(await tryLock(lock))) throw new FileLockedError({ file, holder })
  }
  return { release: () => rm(lock, { force: true }) }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function isRunning(id: number): boolean {
  if (!Number.isSafeInteger(id) || id <= 0) return false
  try {
    return process.kill(id, 0)
  } catch (error) {
    // It runs, and belongs to another user.
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

export class FileLockedError extends BaseError {
  override name = 'FileLockedError'
  readonly holder: number

  constructor({ file, holder }: { file: string; holder: number }) {
    super(`Another process works with ${file}.`, {
      metaMessages: [
        `Its id is ${holder}. Two at once would overwrite each other's secrets.`,
        `If no such process runs, remove ${file}.lock.`,
      ],
    })
    this.holder = holder
  }
}
