/** Whether the key to the ballots never came, so that each may open the own one. */
import { useQuery } from '@tanstack/react-query'
import { readRound } from '../../../../../chain/readRound.ts'
import { headQuery } from '../../../queries/head.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

/** By the chain's time: the contract goes by it, too. */
export function useKeyMissing(): boolean {
  const node = useNode()
  const { phase, round, rules } = useRound()
  const head = useQuery(headQuery(node))
  const { data: keyCame } = useQuery({
    queryKey: ['keyCame', node.uid, round, phase],
    queryFn: () =>
      readRound(node, { round, functionName: 'keyCame', args: [] }),
    enabled: phase === 'opening',
  })
  const time = head.data?.timestamp ?? 0
  return (
    phase === 'opening' && keyCame === false && time > rules.times.releaseUntil
  )
}
