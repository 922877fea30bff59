/** What everybody sees of the trustees' work: asked again every few seconds. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { listAttempts } from '../../../../../chain/listAttempts.ts'
import type { RoundContext } from '../../../../../chain/roundContext.ts'
import {
  lookAtMessages,
  readTrusteeView,
} from '../../../../../chain/trustee/trusteeView.ts'
import { useNode } from '../../../queries/useNode.ts'

/** Milliseconds. */
const every = 5_000

function viewQuery(node: ReadClient, context: RoundContext) {
  return queryOptions({
    queryKey: ['trusteeView', node.uid, context.round],
    queryFn: () => readTrusteeView(node, context),
    refetchInterval: every,
    refetchIntervalInBackground: true,
  })
}

export function useTrusteeView(context: RoundContext) {
  return useQuery(viewQuery(useNode(), context))
}

/** All attempts, with who is to blame for those that came to nothing. */
export function useAttempts(context: RoundContext, current: number) {
  const node = useNode()
  return useQuery({
    queryKey: ['keyAttempts', node.uid, context.round, current],
    queryFn: async () => {
      const attempts = await listAttempts(node, context)
      return Promise.all(
        attempts.map(async (one) => ({
          ...one,
          ...(await lookAtMessages(one)),
        })),
      )
    },
  })
}
