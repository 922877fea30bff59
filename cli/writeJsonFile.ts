/** Writes a JSON file in one step: readers see the old one or the whole new one. */
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

export async function writeJsonFile(
  file: string,
  content: unknown,
): Promise<void> {
  const target = path.resolve(file)
  const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await writeFile(temporary, `${JSON.stringify(content, toJson, 2)}\n`)
    await rename(temporary, target)
  } catch (cause) {
    await rm(temporary, { force: true })
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

/**
 * A bigint becomes a decimal number where a JSON number holds it exactly, else
 * a string of its decimal digits.
 */
function toJson(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value.toString()
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
