/** Verifies a round in a process of its own, and takes its figures. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Address } from 'viem'

export type VerifierFigures = {
  readingSeconds: number
  checkingSeconds: number
  /** Of the verifier's process alone, reading and checking together. */
  cpuSeconds: number
  peakMebibytes: number
  passed: number
  failed: number
}

const program = path.join(import.meta.dirname, 'verifyOnce.ts')

export async function measureVerifier(
  url: string,
  round: Address,
): Promise<VerifierFigures> {
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [program, url, round])
  return JSON.parse(stdout) as VerifierFigures
}
