/** Whether one of a draft's attempts has become a round: only the chain knows. */
import { useQuery } from '@tanstack/react-query'
import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { roundFactoryAbi } from '../../../../../chain/generated/abis.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { Attempt, Draft } from '../draft/draft.ts'

const patience = 3_000

/** `data`: null while there is none. */
export function useCreatedRound({ attempts }: Draft) {
  const { factory } = useConfig()
  const node = useNode()
  return useQuery({
    queryKey: ['createdRound', node.uid, attempts.map(({ round }) => round)],
    queryFn: async () => (await findMade(node, factory, attempts)) ?? null,
    enabled: attempts.length > 0,
    refetchInterval: ({ state }) => (state.data ? false : patience),
  })
}

export async function findMade(
  node: ReadClient,
  factory: Address,
  attempts: readonly Attempt[],
): Promise<Attempt | undefined> {
  for (const attempt of attempts) {
    const isRound = await readContract(node, {
      ...{ address: factory, abi: roundFactoryAbi },
      ...{ functionName: 'isRound', args: [attempt.round] },
    })
    if (isRound) return attempt
  }
  return undefined
}
