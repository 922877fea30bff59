/** The lists of a round, once its seed stands. */
import { queryOptions } from '@tanstack/react-query'
import type { ReadClient } from '../../../chain/clients.ts'
import { NotDrawnError, readDraw } from '../../../chain/readDraw.ts'
import type { Draw } from '../../../protocol/draw.ts'
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
