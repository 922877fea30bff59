/** The trustees of the attempt under way; before the first one, those of the rules. */
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { readRound } from '../../../../../chain/readRound.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

export function useTrustees({
  phase,
  round,
  rules,
}: Round): readonly Address[] {
  const node = useNode()
  const { data } = useQuery({
    queryKey: ['trustees', node.uid, round, phase],
    queryFn: async () => {
      const call = { round, functionName: 'attempt', args: [] } as const
      const [, trustees] = await readRound(node, call)
      return trustees
    },
  })
  return data && data.length > 0 ? data : rules.trustees
}
