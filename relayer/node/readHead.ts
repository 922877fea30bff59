/** The latest block: the time by which the contracts go. */
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'

export type Head = { number: bigint; timestamp: number }

export async function readHead(client: ReadClient): Promise<Head> {
  const { number, timestamp } = await getBlock(client)
  return { number, timestamp: Number(timestamp) }
}
