/** What the phases leave open: whether lists are drawn, and when the ranking came. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReadClient } from '../../../../chain/clients.ts'
import { getRoundLogs } from '../../../../chain/getRoundLogs.ts'
import { readRound } from '../../../../chain/readRound.ts'
import type { Round } from '../../queries/round.ts'
import { useNode } from '../../queries/useNode.ts'

export type Standing = { isDrawn: boolean; rankedAt: number }

function standingQuery(node: ReadClient, { phase, round }: Round) {
  return queryOptions({
    queryKey: ['standing', node.uid, round, phase],
    queryFn: async (): Promise<Standing> => {
      const call = { round, args: [] } as const
      const [seed, rankedAt] = await Promise.all([
        readRound(node, { ...call, functionName: 'seed' }),
        readRound(node, { ...call, functionName: 'rankedAt' }),
      ])
      return { isDrawn: BigInt(seed) !== 0n, rankedAt: Number(rankedAt) }
    },
    staleTime: 15_000,
  })
}

const nothingYet: Standing = { isDrawn: false, rankedAt: 0 }

export function useStanding(round: Round): Standing {
  return useQuery(standingQuery(useNode(), round)).data ?? nothingYet
}

/** The digest of why a round was cancelled. */
export function cancellationQuery(
  node: ReadClient,
  { fromBlock, round }: Round,
) {
  return queryOptions({
    queryKey: ['cancellation', node.uid, round],
    queryFn: async () => {
      const eventNames = ['RoundCancelled'] as const
      const range = { round, fromBlock, eventNames }
      const [log] = await getRoundLogs(node, range)
      return log?.args.reason ?? null
    },
    staleTime: Infinity,
  })
}
