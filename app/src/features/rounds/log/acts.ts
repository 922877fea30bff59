/** The official acts of a round from the chain's logs, kind by kind. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../../../chain/clients.ts'
import {
  getRoundLogs,
  type GetRoundLogsReturnType,
} from '../../../../../chain/getRoundLogs.ts'
import type { Round } from '../../../queries/round.ts'
import { type ActKind, eventsOf } from './kinds.ts'

export type Act = GetRoundLogsReturnType<
  (typeof eventsOf)[ActKind][number]
>[number]

export function actsQuery(
  node: ReadClient,
  { fromBlock, round }: Round,
  kind: ActKind,
) {
  return queryOptions({
    queryKey: ['acts', node.uid, round, kind],
    queryFn: async (): Promise<Act[]> => {
      const eventNames: readonly Act['eventName'][] = eventsOf[kind]
      return getRoundLogs(node, { round, fromBlock, eventNames })
    },
    staleTime: 15_000,
  })
}

export function newestFirst(acts: readonly Act[]): Act[] {
  return [...acts].sort(
    (one, other) =>
      Number(other.blockNumber - one.blockNumber) ||
      other.logIndex - one.logIndex,
  )
}
