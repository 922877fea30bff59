/** Says where the sender is reached as a relayer, under the key it signs with. */
import type { Abi, Address } from 'viem'
import type { WriteClient } from './clients.ts'
import { receiptsAbi } from './generated/abis.ts'
import {
  sendCall,
  type SendCallParameters,
  type SendCallReturnType,
} from './sendCall.ts'

export type RegisterRelayerParameters = {
  receipts: Address
  /** At most 256 bytes; empty takes it back. */
  url: string
}
export type RegisterRelayerReturnType = SendCallReturnType

export function registerRelayer(
  client: WriteClient,
  parameters: RegisterRelayerParameters,
): Promise<RegisterRelayerReturnType> {
  return sendCall(client, registerCall(parameters))
}

/** The call alone, for whoever tries and prices it first. */
export function registerCall({
  receipts: address,
  url,
}: RegisterRelayerParameters): Omit<SendCallParameters, 'gas'> {
  const abi: Abi = receiptsAbi
  return { address, abi, functionName: 'register', args: [url] }
}
