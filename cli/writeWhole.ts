/** Writes a file in one step: readers see the old one or the whole new one. */
import { randomBytes } from 'node:crypto'
import {
  access,
  constants,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { BaseError } from '../protocol/errors.ts'

/** Throws {@link CannotWriteError}; then an older file stays as it was. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
): Promise<void> {
  const target = path.resolve(file)
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await writeFile(temporary, content)
    await rename(temporary, target)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw new CannotWriteError({ file, reason: reasonOf(cause), cause })
  }
}

/** Said before a long run, not after it. */
export async function checkWritable(file: string): Promise<void> {
  const folder = path.dirname(path.resolve(file))
  try {
    await access(folder, constants.W_OK)
  } catch (cause) {
    throw new CannotWriteError({ file, reason: reasonOf(cause), cause })
  }
  const existing = await stat(file).catch(() => undefined)
  if (existing?.isDirectory())
    throw new CannotWriteError({ file, reason: 'it is a folder' })
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

export class CannotWriteError extends BaseError {
  override name = 'CannotWriteError'

  constructor({
    file,
    reason,
    cause,
  }: {
    file: string
    reason: string
    cause?: unknown
  }) {
    super(`Cannot write ${file}.`, {
      metaMessages: [
        `Reason: ${reason}.`,
        'Name a file in an existing folder.',
      ],
      cause,
    })
  }
}
