/** The one place where commands send: signs, sends, waits for inclusion. */
import type { Abi, Address, TransactionReceipt } from 'viem'
import type { WriteClient } from '../../chain/clients.ts'
import { sendCall } from '../../chain/sendCall.ts'

export type Call = {
  address: Address
  abi: Abi
  functionName: string
  args: readonly unknown[]
}

/** Each client that a session makes delivers by itself: see delivery.ts. */
export function send(
  client: WriteClient,
  call: Call,
  gas: bigint,
): Promise<TransactionReceipt> {
  return sendCall(client, { ...call, gas })
}
