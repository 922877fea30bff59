/** Records a promise that a relayer did not keep. Anyone may. */
import type { Abi } from 'viem'
import type { Receipt, SignedReceipt } from '../protocol/receipt/receipt.ts'
import type { WriteClient } from './clients.ts'
import { receiptsAbi } from './generated/abis.ts'
import {
  sendCall,
  type SendCallParameters,
  type SendCallReturnType,
} from './sendCall.ts'

/** The client's chain is the one that the contract is asked on. */
export type ChallengeReceiptParameters = Omit<SignedReceipt, 'chainId'> & {
  gas?: bigint
}
export type ChallengeReceiptReturnType = SendCallReturnType

export function challengeReceipt(
  client: WriteClient,
  { gas, ...signed }: ChallengeReceiptParameters,
): Promise<ChallengeReceiptReturnType> {
  return sendCall(client, { ...challengeCall(signed), gas })
}

/** The call alone, for whoever tries and prices it first. */
export function challengeCall({
  receipts,
  relayer,
  receipt,
  signature,
}: Omit<SignedReceipt, 'chainId'>): Omit<SendCallParameters, 'gas'> {
  const abi: Abi = receiptsAbi
  const args = [relayer, toAbiReceipt(receipt), signature]
  return { address: receipts, abi, functionName: 'challenge', args }
}

function toAbiReceipt({ includeBy, ...receipt }: Receipt) {
  return { ...receipt, includeBy: BigInt(includeBy) }
}
