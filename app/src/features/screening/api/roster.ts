/** What is left of fixing the roster. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { getRosterPlan } from '../../../../../chain/getRosterPlan.ts'
import type { Round } from '../../../queries/round.ts'

export function rosterQuery(
  node: ReadClient,
  { fromBlock, round }: Pick<Round, 'fromBlock' | 'round'>,
) {
  return queryOptions({
    queryKey: ['roster', node.uid, round],
    queryFn: () => getRosterPlan(node, { round, fromBlock }),
    refetchInterval: 15_000,
  })
}
