/** What a ticket is for, and the round behind it. */
import { useQuery } from '@tanstack/react-query'
import { readRound } from '../../../../../chain/readRound.ts'
import { useConfig } from '../../../config/useConfig.ts'
import {
  readProposalText,
  readRoundText,
  say,
} from '../../../documents/roundDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { useDocument } from '../../../queries/documents.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import { type Round, useRoundOf } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import type { FoundTicket } from '../../../relayer/tickets.ts'

export function useTicket(code: string | undefined) {
  const { relayers } = useConfig()
  return useQuery({
    queryKey: ['ticket', code, relayers],
    queryFn: async () => {
      const { searchTicket } = await import('../../../relayer/tickets.ts')
      return searchTicket(relayers, code ?? '')
    },
    enabled: code !== undefined,
    retry: false,
    // A prompt takes the focus and gives it back in the midst of enrolling.
    refetchOnWindowFocus: false,
    staleTime: 5_000,
  })
}

export { useRoundOf }

/** Names as they are published; empty where they cannot be read. */
export function useNames(round: Round, { community }: FoundTicket) {
  const language = useLanguage()
  const node = useNode()
  const proposals = useQuery({
    ...proposalsQuery(node, round),
    enabled: community !== null,
  })
  const own = proposals.data?.find(({ number }) => number === community)
  const document = useDocument(own?.digest)
  const rules = useDocument(round.rules.document)
  const text = readProposalText(document.data?.content ?? null)
  return {
    community: say(text.community, language),
    round: say(readRoundText(rules.data?.content ?? null).name, language),
  }
}

/** Whether the roll is published: then only a re-issued ticket still works. */
export function useIsPublished({ phase, round }: Round) {
  const node = useNode()
  return useQuery({
    queryKey: ['rollProgress', node.uid, round, phase],
    queryFn: async () => {
      const call = { round, functionName: 'rollProgress', args: [] } as const
      const [published] = await readRound(node, call)
      return published > 0n
    },
  })
}
