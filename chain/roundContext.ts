/** What every act on one round needs to know of it. */
import type { Rules } from '../protocol/rules.ts'
import type { RoundId } from '../protocol/typedData.ts'

export type RoundContext = RoundId & {
  rules: Rules
  /** The round's domain separator. */
  separator: Uint8Array
  /** The first block to look for logs in. */
  fromBlock: bigint
}
