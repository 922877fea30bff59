/**
 * Sends one call to a contract and waits until it is included: by the client's
 * own delivery where it has one, else once and simply.
 */
import type { Abi, Address, TransactionReceipt } from 'viem'
import { waitForTransactionReceipt, writeContract } from 'viem/actions'
import type { WriteClient } from './clients.ts'
import { throwReason } from './throwReason.ts'
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
  parameters: SendCallParameters,
): Promise<SendCallReturnType> {
  if (client.deliver) return client.deliver(parameters)
  const { gas, ...call } = parameters
  return withRefusal(call.functionName, async () => {
    const limit = gas === undefined ? {} : { gas }
    const hash = await writeContract(client, {
      ...call,
      ...limit,
      chain: client.chain,
    })
    const receipt = await waitForTransactionReceipt(client, { hash })
    const { account } = client
    if (receipt.status === 'reverted')
      await throwReason(client, { account, ...call, receipt })
    return receipt
  })
}
