/** The acts of the kinds that are asked for, newest first. */
import { useQueries } from '@tanstack/react-query'
import type { Round } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { actsQuery, newestFirst } from './acts.ts'
import { type ActKind, actKinds } from './kinds.ts'

/** All kinds where none is named. */
export function useActs(round: Round, kind: ActKind | undefined) {
  const node = useNode()
  const kinds = kind === undefined ? actKinds : [kind]
  return useQueries({
    queries: kinds.map((one) => actsQuery(node, round, one)),
    combine: (results) => ({
      acts: newestFirst(results.flatMap(({ data }) => data ?? [])),
      isPending: results.some((one) => one.isPending),
      error: results.find((one) => one.error)?.error ?? null,
      refetch: () => {
        for (const one of results) void one.refetch()
      },
    }),
  })
}
