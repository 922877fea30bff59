/** What stands about a relayer: where it is reached, what it did not keep. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { receiptsAbi } from './generated/abis.ts'
import { readView } from './readView.ts'

export type GetRelayerRecordParameters = { receipts: Address; relayer: Address }
export type GetRelayerRecordReturnType = {
  /** By its own word, of any meaning; empty if it never said so. */
  url: string
  /** At most one for each version of a seat's ballot. */
  brokenPromises: number
}

export async function getRelayerRecord(
  client: ReadClient,
  { receipts: address, relayer }: GetRelayerRecordParameters,
): Promise<GetRelayerRecordReturnType> {
  const call = { address, abi: receiptsAbi, args: [relayer] } as const
  const [url, brokenPromises] = await Promise.all([
    readView(client, { ...call, functionName: 'urlOf' }),
    readView(client, { ...call, functionName: 'brokenPromises' }),
  ])
  return { url, brokenPromises: Number(brokenPromises) }
}
