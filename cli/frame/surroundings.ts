/** What a command finds around it; tests put their own in its place. */
import { homedir } from 'node:os'
import path from 'node:path'
import type { Journal } from '../../chain/delivery/journal.ts'
import { exitCodes } from '../exitCodes.ts'
import { fileJournal } from '../journal.ts'

export type Output = {
  isTTY?: boolean
  write(text: string): unknown
}

export type Surroundings = {
  /** Results: what a script reads. */
  out: Output
  /** Everything that is said beside them. */
  err: Output
  input: NodeJS.ReadStream
  env: Readonly<Record<string, string | undefined>>
  /** Keeps what was signed until it is on the chain for good. */
  journal: Journal
  /** Unix time of the clock on the wall. */
  now(): number
  /** Aborted when the user stops the command. */
  stop: AbortSignal
  /** A check failed: the command ends with exit code 1. */
  checkFailed(): void
}

/** Those of a process, and the exit code that its command comes to. */
export function surroundingsOf(
  process: NodeJS.Process,
  stop: AbortSignal,
): Surroundings & { exitCode(): number } {
  let exitCode: number = exitCodes.good
  return {
    out: process.stdout,
    err: process.stderr,
    input: process.stdin,
    env: process.env,
    journal: fileJournal(journalFolder(process.env)),
    now: () => Math.floor(Date.now() / 1000),
    stop,
    checkFailed() {
      exitCode = exitCodes.checkFailed
    },
    exitCode: () => exitCode,
  }
}

function journalFolder({ DURE_JOURNAL: folder }: NodeJS.ProcessEnv): string {
  return folder ?? path.join(homedir(), '.dure', 'journal')
}
