/** When blocks were made: asked once, since it never changes. */
import { useQuery } from '@tanstack/react-query'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { mapConcurrently } from '../../../chain/mapConcurrently.ts'
import { useNode } from './useNode.ts'

/** Block number → Unix seconds. */
export type BlockTimes = ReadonlyMap<bigint, number>

const known = new Map<string, Promise<number>>()

export async function readBlockTimes(
  node: ReadClient,
  blocks: readonly bigint[],
): Promise<BlockTimes> {
  const once = [...new Set(blocks)]
  const times = await mapConcurrently(once, (block) => timeOf(node, block))
  return new Map(once.map((block, index) => [block, times[index] ?? 0]))
}

function timeOf(node: ReadClient, blockNumber: bigint): Promise<number> {
  const name = `${node.uid} ${blockNumber}`
  const found = known.get(name)
  if (found) return found
  const asked = getBlock(node, { blockNumber }).then(({ timestamp }) =>
    Number(timestamp),
  )
  known.set(name, asked)
  asked.catch(() => known.delete(name))
  return asked
}

const noTimes: BlockTimes = new Map()

export function useBlockTimes(blocks: readonly bigint[]): BlockTimes {
  const node = useNode()
  const { data } = useQuery({
    queryKey: ['blockTimes', node.uid, [...new Set(blocks)].join()],
    queryFn: () => readBlockTimes(node, blocks),
    enabled: blocks.length > 0,
    staleTime: Infinity,
  })
  return data ?? noTimes
}
