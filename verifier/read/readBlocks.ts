/** Headers of blocks, by their numbers. */
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import type { RecordedBlock } from '../record.ts'

/** In the order of the chain, each once. */
export function readBlocks(
  client: ReadClient,
  numbers: Iterable<bigint>,
  onRead: (count: number) => void,
): Promise<RecordedBlock[]> {
  const rising = [...new Set(numbers)].sort((a, b) => (a < b ? -1 : 1))
  return mapConcurrently(rising, async (number) => {
    const block = await readBlock(client, number)
    onRead(1)
    return block
  })
}

/** The latest one unless told. */
export async function readBlock(
  client: ReadClient,
  blockNumber?: bigint,
): Promise<RecordedBlock> {
  const { number, hash, parentHash, timestamp } = await getBlock(
    client,
    blockNumber === undefined ? { blockTag: 'latest' } : { blockNumber },
  )
  return { number, hash, parentHash, timestamp }
}
