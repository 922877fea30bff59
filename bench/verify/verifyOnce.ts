/** The measured process: reads a round from a node, checks it, ends. */
import { existsSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { type Address, createClient, http } from 'viem'
import { countFindings } from '../../cli/verify/describeFindings.ts'
import { checkRecord } from '../../verifier/checkRecord.ts'
import { readRecord } from '../../verifier/read/readRecord.ts'
import type { VerifierFigures } from './measureVerifier.ts'

const [url, round] = process.argv.slice(2) as [string, Address]
const client = createClient({ transport: http(url) })

const started = performance.now()
const record = await readRecord(client, { round })
const read = performance.now()
const findings = await checkRecord(record)
const checked = performance.now()

// Less depends on what else the machine does.
const { system, user } = process.cpuUsage()
const figures: VerifierFigures = {
  readingSeconds: secondsOf(read - started),
  checkingSeconds: secondsOf(checked - read),
  cpuSeconds: secondsOf((user + system) / 1_000),
  peakMebibytes: Math.round(peakKibibytes() / 1024),
  passed: countFindings(findings, 'passed'),
  failed: countFindings(findings, 'failed'),
}
console.log(JSON.stringify(figures))

function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10
}

/** Linux counts what the parent had before this program began into maxRSS. */
function peakKibibytes(): number {
  const file = '/proc/self/status'
  const status = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [, own] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? []
  return own === undefined ? process.resourceUsage().maxRSS : Number(own)
}
