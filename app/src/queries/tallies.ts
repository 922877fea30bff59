/** What was counted. Asked for only once the ranking stands: no running score. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../chain/clients.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { readTally } from '../../../chain/opening/readOrders.ts'
import type { Round } from './round.ts'

/** Points and reviews of every proposal, by index. */
export function tallyQuery(
  node: ReadClient,
  { roster, round }: Pick<Round, 'round' | 'roster'>,
) {
  return queryOptions({
    queryKey: ['tally', node.uid, round],
    queryFn: () => readTally(node, round, roster.onRoster),
    // It does not change after the ranking.
    staleTime: Infinity,
  })
}

/** How many of the settled ballots count for nobody. */
export function spoiledQuery(
  node: ReadClient,
  { fromBlock, round }: Pick<Round, 'round' | 'fromBlock'>,
) {
  return queryOptions({
    queryKey: ['spoiled', node.uid, round],
    queryFn: async (): Promise<number> => {
      const eventNames = ['BallotSpoiled'] as const
      const range = { round, fromBlock, eventNames }
      return (await getRoundLogs(node, range)).length
    },
    staleTime: Infinity,
  })
}
