/** The one place where commands send: signs, sends, waits for inclusion. */
import type { Abi, Address, TransactionReceipt } from 'viem'
import type { WriteClient } from '../../chain/clients.ts'
import { sendCall } from '../../chain/sendCall.ts'
import { estimateGas, toGasLimit } from './fees.ts'
import type { ActSession } from './session.ts'

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

/**
 * What an earlier run has sent is seen through before anything is tried: the
 * chain would refuse it as done already.
 */
export async function sendOnce(
  client: ActSession['client'],
  call: Call,
): Promise<TransactionReceipt> {
  const earlier = await client.resume(call)
  if (earlier) return earlier
  return send(client, call, toGasLimit(await estimateGas(client, call)))
}
