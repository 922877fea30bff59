/** Keeps what was read of rounds in a folder, one file a part. */
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { RecordCache } from '../verifier/read/logCache.ts'
import { CannotWriteError, writeWhole } from './writeWhole.ts'

/** The folder is made when something is saved. */
export function openRecordCache(folder: string): RecordCache {
  const fileOf = (key: string) =>
    path.join(folder, `${key.replaceAll(/[^\w-]/g, '_')}.json`)
  return {
    load: (key) => readIfThere(fileOf(key)),
    save: async (key, value) => {
      await makeFolder(folder)
      await writeWhole(fileOf(key), value)
    },
  }
}

/** A cache that cannot be read is as good as none. */
async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotWriteError({ file: folder, reason, cause })
  }
}
