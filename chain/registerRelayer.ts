/** Says where the sender is reached as a relayer, under the key it signs with. */
import type { Abi, Address } from 'viem'
import type { WriteClient } from './clients.ts'
import { receiptsAbi } from './generated/abis.ts'
import { sendCall, type SendCallReturnType } from './sendCall.ts'

export type RegisterRelayerParameters = {
  receipts: Address
  /** At most 256 bytes; empty takes it back. */
  url: string
}
export type RegisterRelayerReturnType = SendCallReturnType

export function registerRelayer(
  client: WriteClient,
  { receipts: address, url }: RegisterRelayerParameters,
): Promise<RegisterRelayerReturnType> {
  const abi: Abi = receiptsAbi
  const functionName = 'register'
  return sendCall(client, { address, abi, functionName, args: [url] })
}
