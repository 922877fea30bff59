/** Which offices of a round the acting wallet holds. */
import { useQuery } from '@tanstack/react-query'
import { roles } from '../../../../../chain/enums.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { useActingWallet } from '../../acts/actingWallet.ts'
import type { Office } from '../duties.ts'

export function useOwnOffices(round: Round): ReadonlySet<Office> {
  const own = useActingWallet()?.address.toLowerCase()
  const trustees = useTrustees(round)
  const held = roles.filter((role) => round.holders[role].toLowerCase() === own)
  const isTrustee = trustees.some((trustee) => trustee.toLowerCase() === own)
  return new Set<Office>(isTrustee ? [...held, 'trustee'] : held)
}

/** Of the attempt under way, else those of the rules. */
export function useTrustees({ round, rules }: Round): readonly string[] {
  const node = useNode()
  const { data } = useQuery({
    queryKey: ['trusteesUnderWay', node.uid, round],
    queryFn: async () => {
      const call = { round, functionName: 'attempt', args: [] } as const
      const [, trustees] = await readRound(node, call)
      return trustees
    },
    staleTime: 15_000,
  })
  return data && data.length > 0 ? data : rules.trustees
}
