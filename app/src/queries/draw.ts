/** The lists of a round, once its seed stands; and who is on the roll. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../chain/clients.ts'
import { getRoll } from '../../../chain/getRoll.ts'
import { NotDrawnError, readDraw } from '../../../chain/readDraw.ts'
import type { Draw } from '../../../protocol/draw.ts'
import type { Roll } from '../../../protocol/roll.ts'
import type { Round } from './round.ts'

/** Null before the draw. */
export function drawQuery(
  node: ReadClient,
  { round, rules }: Pick<Round, 'round' | 'rules'>,
) {
  return queryOptions({
    queryKey: ['draw', node.uid, round],
    queryFn: async (): Promise<Draw | null> => {
      try {
        return await readDraw(node, { round, rules })
      } catch (error) {
        if (error instanceof NotDrawnError) return null
        throw error
      }
    },
    // There is one draw only.
    staleTime: ({ state }) => (state.data ? Infinity : 10_000),
  })
}

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
