/** Sends one call to a contract and waits until it is included. */
import type { Abi, Address, Hash, TransactionReceipt } from 'viem'
import {
  simulateContract,
  waitForTransactionReceipt,
  writeContract,
} from 'viem/actions'
import { BaseError } from '../protocol/errors.ts'
import type { WriteClient } from './clients.ts'
import { withRefusal } from './withRefusal.ts'

export type SendCallParameters = {
  address: Address
  abi: Abi
  functionName: string
  args: readonly unknown[]
  /** Without it the node or the wallet estimates. */
  gas?: bigint | undefined
}

export type SendCallReturnType = TransactionReceipt

export function sendCall(
  client: WriteClient,
  { gas, ...call }: SendCallParameters,
): Promise<SendCallReturnType> {
  return withRefusal(call.functionName, async () => {
    const limit = gas === undefined ? {} : { gas }
    const hash = await writeContract(client, {
      ...call,
      ...limit,
      chain: client.chain,
    })
    const receipt = await waitForTransactionReceipt(client, { hash })
    if (receipt.status === 'reverted') await throwReason(client, call, receipt)
    return receipt
  })
}

/** A receipt does not hold the reason: the same call at its block does. */
async function throwReason(
  client: WriteClient,
  call: SendCallParameters,
  { blockNumber, transactionHash, gasUsed }: TransactionReceipt,
): Promise<never> {
  const { account } = client
  await simulateContract(client, { ...call, account, blockNumber })
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
