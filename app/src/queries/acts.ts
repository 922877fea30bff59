/** When and where on the chain something was done. */
import type { Hash } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { mapConcurrently } from '../../../chain/mapConcurrently.ts'

export type Act = {
  block: bigint
  transaction: Hash
  /** Unix seconds. */
  time: number
}

export type Where = { blockNumber: bigint; transactionHash: Hash }

/** Asks for each block once. */
export async function readMoments(
  node: ReadClient,
  places: readonly Where[],
): Promise<(place: Where) => Act> {
  const numbers = [...new Set(places.map(({ blockNumber }) => blockNumber))]
  const blocks = await mapConcurrently(numbers, (blockNumber) =>
    getBlock(node, { blockNumber }),
  )
  const times = new Map(
    blocks.map(({ number, timestamp }) => [number, Number(timestamp)]),
  )
  return ({ blockNumber, transactionHash }) => ({
    block: blockNumber,
    transaction: transactionHash,
    time: times.get(blockNumber) ?? 0,
  })
}
