/** Throws why a transaction failed: a receipt does not hold the reason. */
import type { Abi, Account, Address, Hash, TransactionReceipt } from 'viem'
import { simulateContract } from 'viem/actions'
import { BaseError } from '../protocol/errors.ts'
import type { ReadClient } from './clients.ts'

export type ThrowReasonParameters = {
  account: Account | Address
  address: Address
  abi: Abi
  functionName: string
  args: readonly unknown[]
  receipt: TransactionReceipt
}

/** The same call at the block of the failed transaction shows it. */
export async function throwReason(
  client: ReadClient,
  { receipt, ...call }: ThrowReasonParameters,
): Promise<never> {
  const { blockNumber, transactionHash, gasUsed } = receipt
  await simulateContract(client, { ...call, blockNumber })
  const { functionName } = call
  throw new TransactionFailedError({ functionName, transactionHash, gasUsed })
}

export type TransactionFailedErrorParameters = {
  functionName: string
  transactionHash: Hash
  gasUsed: bigint
}

export class TransactionFailedError extends BaseError {
  override name = 'TransactionFailedError'

  constructor({
    functionName,
    transactionHash,
    gasUsed,
  }: TransactionFailedErrorParameters) {
    super(`The transaction of ${functionName} failed.`, {
      metaMessages: [
        `Transaction: ${transactionHash}`,
        `Gas used: ${gasUsed}. Repeated as a call it succeeds, so it may have run out of gas.`,
      ],
    })
  }
}
