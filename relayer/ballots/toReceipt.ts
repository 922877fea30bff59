/** The receipt of a ballot that is kept, as it was signed. */
import type { Address, Hex } from 'viem'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'
import type { Services } from '../services.ts'
import type { Ballot } from './keepBallots.ts'

/** None where nothing was promised. */
export function toReceipt(
  { account, config, node }: Pick<Services, 'account' | 'config' | 'node'>,
  kept: Omit<Ballot, 'packed'>,
): SignedReceipt | undefined {
  const { include_by: includeBy, reviewer, signature, version } = kept
  if (includeBy === null || signature === null) return undefined
  const round = kept.round as Address
  const ballot = kept.digest as Hex
  return {
    chainId: node.chainId,
    receipts: config.receipts,
    relayer: account.address,
    receipt: { round, reviewer, version, ballot, includeBy },
    signature: signature as Hex,
  }
}
