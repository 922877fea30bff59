/** What was verified and what was found, for programs. */
import type { Finding } from '../../verifier/finding.ts'
import type { RoundRecord } from '../../verifier/record.ts'

export function toJson(
  { block, chainId, factory, round }: RoundRecord,
  findings: readonly Finding[],
) {
  return { chainId, round, factory, block, findings }
}
