/** The rounds of the factory, newest first. */
import { queryOptions } from '@tanstack/react-query'
import { type Address, getAbiItem } from 'viem'
import { getBlockNumber, getLogs } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { roundFactoryAbi } from '../../../chain/generated/abis.ts'
import type { Config } from '../config/config.ts'

export type ListedRound = { round: Address; block: bigint }

const event = getAbiItem({ abi: roundFactoryAbi, name: 'RoundCreated' })
/** Many nodes refuse more. */
const blocksAtOnce = 2_000n

export function roundsQuery(node: ReadClient, config: Config) {
  const { factory, fromBlock } = config
  return queryOptions({
    queryKey: ['rounds', node.uid, factory],
    queryFn: async (): Promise<ListedRound[]> => {
      const last = await getBlockNumber(node, { cacheTime: 0 })
      const found: ListedRound[] = []
      for (let from = BigInt(fromBlock); from <= last; from += blocksAtOnce) {
        const end = from + blocksAtOnce - 1n
        const toBlock = end < last ? end : last
        const logs = await getLogs(node, {
          ...{ address: factory, event, strict: true },
          ...{ fromBlock: from, toBlock },
        })
        for (const { args, blockNumber } of logs)
          found.push({ round: args.round, block: blockNumber })
      }
      return found.reverse()
    },
    staleTime: 60_000,
  })
}
