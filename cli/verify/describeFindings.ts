/** The findings for people: failures first, in Korean and English. */
import type { Finding, Outcome } from '../../verifier/finding.ts'
import type { RoundRecord } from '../../verifier/record.ts'

const marks = { failed: '✗', noted: '!', passed: '✔', skipped: '–' } as const
const outcomes = ['failed', 'noted', 'skipped', 'passed'] as const

export function describeFindings(
  { block, chainId, round }: RoundRecord,
  findings: readonly Finding[],
): string {
  const lines = outcomes.flatMap((outcome) =>
    findings.filter((finding) => finding.outcome === outcome).flatMap(describe),
  )
  return [
    `회차 / round   ${round}, chain ${chainId}`,
    `블록 / block   ${block.number} ${block.hash}`,
    '이 블록 해시를 다른 노드의 것과 비교하십시오.',
    'Compare this block hash with that of a second node.',
    '',
    ...lines,
    '',
    describeCounts(findings),
  ].join('\n')
}

/** How many there are of each outcome, and the failures in full. */
export function describeFailures(findings: readonly Finding[]): string {
  const failed = findings.filter(({ outcome }) => outcome === 'failed')
  return [describeCounts(findings), ...failed.flatMap(describe)].join('\n')
}

export function countFindings(
  findings: readonly Finding[],
  outcome: Outcome,
): number {
  return findings.filter((finding) => finding.outcome === outcome).length
}

function describeCounts(findings: readonly Finding[]): string {
  return outcomes
    .map((outcome) => `${countFindings(findings, outcome)} ${outcome}`)
    .join(', ')
}

function describe({
  actual,
  check,
  expected,
  outcome,
  sentence,
  where,
}: Finding): string[] {
  const places = Object.entries(where ?? {}).map(
    ([name, value]) => `${name} ${String(value)}`,
  )
  return [
    `${marks[outcome]} ${check}`,
    `    ${sentence.ko}`,
    `    ${sentence.en}`,
    ...(places.length > 0 ? [`    where: ${places.join(', ')}`] : []),
    ...(expected === undefined ? [] : [`    expected: ${expected}`]),
    ...(actual === undefined ? [] : [`    actual: ${actual}`]),
  ]
}
