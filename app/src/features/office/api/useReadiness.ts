/** What stands of all that a freeze needs, and what it is at the chain's time. */
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { getReadiness } from '../../../../../chain/getReadiness.ts'
import { headQuery } from '../../../queries/head.ts'
import { useNode } from '../../../queries/useNode.ts'

export function useReadiness(round: Address) {
  const node = useNode()
  return useQuery({
    queryKey: ['readiness', node.uid, round],
    queryFn: () => getReadiness(node, { round }),
    refetchInterval: 10_000,
  })
}

/** Unix seconds of the latest block: what the contract compares with. */
export function useChainTime(): number | undefined {
  return useQuery(headQuery(useNode())).data?.timestamp
}
