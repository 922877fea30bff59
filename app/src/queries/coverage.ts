/** How many tickets, keys and ballots there are: as the first relayer that answers counts them. */
import { queryOptions } from '@tanstack/react-query'
import type { Address } from 'viem'
import { relayerClient } from '../relayer/client.ts'
import { askRelayer } from '../relayer/refusal.ts'

export type Coverage = NonNullable<Awaited<ReturnType<typeof readFrom>>>

/** Null where no relayer tells. */
export function coverageQuery(relayers: readonly string[], round: Address) {
  return queryOptions({
    queryKey: ['coverage', round, relayers],
    queryFn: async (): Promise<Coverage | null> => {
      for (const relayer of relayers) {
        const found = await readFrom(relayer, round).catch(() => null)
        if (found) return found
      }
      return null
    },
    staleTime: 15_000,
    refetchInterval: 30_000,
  })
}

async function readFrom(relayer: string, round: Address) {
  const ask = relayerClient(relayer).rounds[':round'].coverage
  const answer = await askRelayer(() => ask.$get({ param: { round } }))
  return answer.ok ? answer.json() : null
}
