/** Reads a .pb file from disk. */
import { readFile } from 'node:fs/promises'
import { BaseError } from '../../protocol/errors.ts'
import type { PabulibFile } from '../../protocol/pabulib/pabulibFile.ts'
import { parsePabulib } from '../../protocol/pabulib/parsePabulib.ts'

export async function readPabulibFile(file: string): Promise<PabulibFile> {
  return parsePabulib(decode(file, await read(file)))
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotReadError({ file, reason, cause })
  }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    const reason = `line ${findBrokenLine(bytes)} is not UTF-8`
    throw new CannotReadError({ file, reason, cause })
  }
}

function findBrokenLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length
}

export class CannotReadError extends BaseError {
  override name = 'CannotReadError'

  constructor({
    file,
    reason,
    cause,
  }: {
    file: string
    reason: string
    cause: unknown
  }) {
    super(`Cannot read ${file}.`, {
      metaMessages: [
        `Reason: ${reason}.`,
        'Expected a Pabulib file (.pb) in UTF-8.',
      ],
      cause,
    })
  }
}
