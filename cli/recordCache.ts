/** Keeps what was read of rounds in a folder, one file a part. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { RecordCache } from '../verifier/read/logCache.ts'
import { CannotWriteError } from './writeJsonFile.ts'

/** The folder is made when something is saved. */
export function openRecordCache(folder: string): RecordCache {
  const fileOf = (key: string) =>
    path.join(folder, `${key.replaceAll(/[^\w-]/g, '_')}.json`)
  return {
    load: (key) => readIfThere(fileOf(key)),
    save: (key, value) => writeWhole(fileOf(key), value),
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

/** In one step: readers see the old file or the whole new one. */
async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(temporary, text)
    await rename(temporary, file)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotWriteError({ file, reason, cause })
  }
}
