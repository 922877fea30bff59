/** Writes a reviewer's file: for its owner only, and never over another. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { jsonText } from '../../protocol/jsonText.ts'
import { CannotWriteError } from '../writeWhole.ts'
import type { BallotFile, BallotPlace } from './ballotFiles.ts'

export async function writeBallotFile(
  file: string,
  content: BallotFile,
): Promise<void> {
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true })
    await writeFile(file, jsonText(content), { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotWriteError({ file, reason, cause })
  }
}

/**
 * `dure-0x1234abcd-17-v2-9f86d081.json`: the first digits of the seal tell
 * another try apart from the one before.
 */
export function ownBallotName(
  { ballotVersion, reviewer, round }: BallotPlace,
  seal: string,
): string {
  const start = round.slice(0, 10).toLowerCase()
  return `dure-${start}-${reviewer}-v${ballotVersion}-${seal.slice(2, 10)}.json`
}
