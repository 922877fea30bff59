/** The new round's document at every relayer: brought until each has it. */
import { useQuery } from '@tanstack/react-query'
import { sha256 } from 'viem'
import { useConfig } from '../../../config/useConfig.ts'
import { bringDocument } from '../../../relayer/documents.ts'
import type { Attempt } from '../draft/draft.ts'

export type Brought = { relayer: string; problem: unknown }

const patience = 15_000

export function useBroughtDocument({ document, round }: Attempt) {
  const { relayers } = useConfig()
  return useQuery({
    queryKey: ['broughtDocument', round, relayers],
    queryFn: async (): Promise<Brought[]> => {
      const bytes = Uint8Array.from(new TextEncoder().encode(document))
      const digest = sha256(bytes)
      return Promise.all(
        relayers.map((relayer) =>
          bringDocument([relayer], round, { digest, bytes }).then(
            () => ({ relayer, problem: undefined }),
            (problem: unknown) => ({ relayer, problem }),
          ),
        ),
      )
    },
    staleTime: Infinity,
    refetchInterval: ({ state }) =>
      state.data?.every(({ problem }) => problem === undefined)
        ? false
        : patience,
  })
}
