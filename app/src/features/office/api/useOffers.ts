/** To whom each role of a round is offered; nobody where it is not. */
import { useQuery } from '@tanstack/react-query'
import { type Address, zeroAddress } from 'viem'
import { enumNumber, type Role, roles } from '../../../../../chain/enums.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import { useNode } from '../../../queries/useNode.ts'

export type Offers = Readonly<Partial<Record<Role, Address>>>

export function useOffers(round: Address): Offers {
  const node = useNode()
  const { data } = useQuery({
    queryKey: ['offers', node.uid, round],
    queryFn: async (): Promise<Offers> => {
      const offers = await Promise.all(
        roles.map(async (role) => {
          const args = [enumNumber(roles, role)] as const
          const call = { round, functionName: 'offered', args } as const
          return [role, await readRound(node, call)] as const
        }),
      )
      return Object.fromEntries(
        offers.filter(([, next]) => next !== zeroAddress),
      )
    },
    refetchInterval: 10_000,
  })
  return data ?? {}
}
