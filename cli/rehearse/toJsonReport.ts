/** The result of a rehearsal as JSON: see `dure rehearse --json`. */
import { countFindings } from '../verify/describeFindings.ts'
import type { Audit } from './auditRound.ts'
import type { Receipts } from './castThroughRelayer.ts'
import type { Comparison } from './official.ts'
import type { FoundQuality } from './quality.ts'
import type { Rehearsal } from './readResult.ts'

export type JsonReportParameters = {
  title: string
  seed: string
  rehearsal: Rehearsal
  audit: Audit
  /** Of a relayer. */
  receipts?: Receipts | undefined
  seconds: Readonly<Record<string, number>>
  /** Of a Pabulib file; its money is in units of 10^−`decimals`. */
  comparison?: Comparison
  decimals?: number
  /** Of a simulation. */
  quality?: FoundQuality
}

const gasNames = [
  'create',
  'registration',
  'screening',
  'roster',
  'roll',
  'keys',
  'freeze',
  'draw',
  'cast',
  'release',
  'open',
  'rank',
  'confirm',
] as const

/**
 * bigints are left as they are: jsonText turns them into decimal numbers
 * where a JSON number holds them exactly, else into strings.
 */
export function toJsonReport({
  title,
  seed,
  rehearsal,
  audit,
  receipts,
  seconds,
  comparison,
  decimals = 0,
  quality,
}: JsonReportParameters) {
  const { ballots, comparisons, gas, gasPerBallot, round, rules } = rehearsal
  return {
    title,
    seed,
    round,
    rules,
    decimals,
    proposals: rehearsal.proposals.map((proposal) => ({
      id: proposal.id,
      number: proposal.number,
      name: proposal.name,
      ask: proposal.ask,
      points: proposal.points,
      count: proposal.count,
      half: proposal.half,
      rank: proposal.rank,
      recommended: proposal.isRecommended,
      selected: proposal.isSelected,
    })),
    ballots,
    gas: {
      ...Object.fromEntries(gasNames.map((name) => [name, gas.used(name)])),
      perBallot: gasPerBallot,
    },
    seconds: roundSeconds(seconds),
    comparisons: {
      made: comparisons.compared,
      differences: comparisons.differences,
    },
    findings: {
      passed: countFindings(audit.findings, 'passed'),
      failed: countFindings(audit.findings, 'failed'),
    },
    ...(receipts ? { receipts } : {}),
    ...(comparison ? { official: describeOfficial(comparison) } : {}),
    ...(quality ? { quality } : {}),
  }
}

function describeOfficial({ isEqual, proposals, sources }: Comparison) {
  return {
    equal: isEqual,
    sources,
    proposals: proposals.map((proposal) => ({
      id: proposal.id,
      points: proposal.official.points ?? null,
      count: proposal.official.count ?? null,
      selected: proposal.official.selected ?? null,
      equal: proposal.isEqual,
    })),
  }
}

function roundSeconds(seconds: Readonly<Record<string, number>>) {
  const rounded = Object.entries(seconds).map(
    ([name, value]) => [name, Math.round(value * 1000) / 1000] as const,
  )
  const total = rounded.reduce((sum, [, value]) => sum + value, 0)
  return {
    ...Object.fromEntries(rounded),
    total: Math.round(total * 1000) / 1000,
  }
}
