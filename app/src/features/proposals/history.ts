/** What happened to the proposals of a round, act by act. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../../chain/clients.ts'
import {
  getRoundLogs,
  type GetRoundLogsReturnType,
} from '../../../../chain/getRoundLogs.ts'
import type { Round } from '../../queries/round.ts'

const eventNames = [
  'ProposalRegistered',
  'ProposalWithdrawn',
  'ProposalScreened',
] as const
export type ProposalLog = GetRoundLogsReturnType<
  (typeof eventNames)[number]
>[number]

export function historyQuery(node: ReadClient, { fromBlock, round }: Round) {
  return queryOptions({
    queryKey: ['proposalHistory', node.uid, round],
    queryFn: (): Promise<ProposalLog[]> =>
      getRoundLogs(node, { round, fromBlock, eventNames }),
    staleTime: 30_000,
  })
}
