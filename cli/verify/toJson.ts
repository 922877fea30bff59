/** The findings as one JSON document; big numbers are texts. */
import type { Finding } from '../../verifier/finding.ts'
import type { RoundRecord } from '../../verifier/record.ts'

export function toJson(
  { block, chainId, factory, round }: RoundRecord,
  findings: readonly Finding[],
): string {
  const content = { chainId, round, factory, block, findings }
  return JSON.stringify(
    content,
    (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    2,
  )
}
