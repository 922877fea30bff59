/** Whether a rehearsed round came out as it should. */
import { countFindings } from '../verify/describeFindings.ts'
import type { Audit } from './auditRound.ts'
import type { Receipts } from './castThroughRelayer.ts'
import type { Rehearsal } from './readResult.ts'

export function isSound({
  audit,
  receipts,
  rehearsal,
}: {
  audit: Pick<Audit, 'findings'>
  rehearsal: Pick<Rehearsal, 'ballots' | 'comparisons'>
  /** None: no relayer was asked. */
  receipts?: Receipts | undefined
}): boolean {
  const { ballots, comparisons } = rehearsal
  const differences = comparisons.differences.length
  const failed = countFindings(audit.findings, 'failed')
  if (receipts && receipts.kept < receipts.given) return false
  return differences + ballots.spoiled + ballots.unopened + failed === 0
}
