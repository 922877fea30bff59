/** All proposals of a round as they stand, from the chain's logs alone. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../chain/clients.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import {
  type ListedProposal,
  listProposals,
  proposalEvents,
} from '../../../chain/listProposals.ts'
import type { Round } from './round.ts'

export type { ListedProposal }

export function proposalsQuery(
  node: ReadClient,
  { fromBlock, round }: Pick<Round, 'round' | 'fromBlock'>,
) {
  return queryOptions({
    queryKey: ['proposals', node.uid, round],
    queryFn: async (): Promise<ListedProposal[]> => {
      const eventNames = proposalEvents
      const range = { round, fromBlock, eventNames }
      return listProposals(await getRoundLogs(node, range))
    },
    staleTime: 30_000,
  })
}
