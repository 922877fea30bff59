/** Whether a rehearsed round came out as it should. */
import { countFindings } from '../verify/describeFindings.ts'
import type { Audit } from './auditRound.ts'
import type { Rehearsal } from './readResult.ts'

export function isSound({
  audit,
  rehearsal,
}: {
  audit: Pick<Audit, 'findings'>
  rehearsal: Pick<Rehearsal, 'ballots' | 'comparisons'>
}): boolean {
  const { ballots, comparisons } = rehearsal
  const differences = comparisons.differences.length
  const failed = countFindings(audit.findings, 'failed')
  return differences + ballots.spoiled + ballots.unopened + failed === 0
}
