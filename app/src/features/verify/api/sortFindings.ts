/** Findings as people read them: differences first. */
import type { Finding, Outcome } from '../../../../../verifier/finding.ts'

export const outcomeOrder: readonly Outcome[] = [
  'failed',
  'noted',
  'skipped',
  'passed',
]

export function sortFindings(findings: readonly Finding[]): Finding[] {
  return outcomeOrder.flatMap((outcome) =>
    findings.filter((finding) => finding.outcome === outcome),
  )
}

export function countOf(
  findings: readonly Finding[],
  outcome: Outcome,
): number {
  return findings.filter((finding) => finding.outcome === outcome).length
}
