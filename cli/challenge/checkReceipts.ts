/** Refuses a receipt of another chain, or of an address without receipts. */
import { readContract } from 'viem/actions'
import { receiptsAbi } from '../../chain/generated/abis.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { ReceiptsId } from '../../protocol/receipt/receipt.ts'
import { isNoContract, type Connection } from '../frame/connect.ts'
import { nameOf } from '../frame/networks.ts'

export async function checkReceipts(
  { chainId, reader }: Pick<Connection, 'chainId' | 'reader'>,
  id: ReceiptsId,
): Promise<void> {
  if (id.chainId !== chainId) throw new OtherChainError({ ...id, at: chainId })
  const call = { address: id.receipts, abi: receiptsAbi } as const
  try {
    await readContract(reader, { ...call, functionName: 'factory' })
  } catch (cause) {
    if (!isNoContract(cause)) throw cause
    throw new NoReceiptsError({ ...id, cause })
  }
}

export class OtherChainError extends BaseError {
  override name = 'OtherChainError'

  constructor({ chainId, at }: { chainId: number; at: number }) {
    super(`The receipt is of ${nameOf(chainId)}.`, {
      metaMessages: [
        `The node at --rpc serves ${nameOf(at)}: give --rpc a node of the other.`,
      ],
    })
  }
}

export class NoReceiptsError extends BaseError {
  override name = 'NoReceiptsError'

  constructor({ receipts, chainId, cause }: ReceiptsId & { cause: unknown }) {
    super(`There are no receipts at ${receipts}.`, {
      metaMessages: [
        `The node at --rpc serves ${nameOf(chainId)}.`,
        'A receipt names the contract that `dure deploy` printed for that chain.',
      ],
      cause,
    })
  }
}
