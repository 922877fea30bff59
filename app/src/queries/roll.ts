/** Who is on the roll: a page that only shows lists need not load how it is read. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../chain/clients.ts'
import { getRoll } from '../../../chain/getRoll.ts'
import type { Roll } from '../../../protocol/roll.ts'
import type { Round } from './round.ts'

/** Null before all of it is published. */
export function rollQuery(
  node: ReadClient,
  { fromBlock, phase, reviewers, round }: Round,
) {
  return queryOptions({
    queryKey: ['roll', node.uid, round, phase],
    queryFn: async (): Promise<Roll | null> => {
      if (reviewers === 0) return null
      const roll = await getRoll(node, { round, fromBlock })
      return roll.length === reviewers ? roll : null
    },
    staleTime: 60_000,
  })
}
