/** Texts of the round and of listed proposals, each hashed before it is shown. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConfig } from '../../../config/useConfig.ts'
import {
  type ProposalText,
  readProposalText,
  readRoundText,
  type RoundText,
} from '../../../documents/roundDocument.ts'
import { documentQuery, useDocument } from '../../../queries/documents.ts'
import {
  type ListedProposal,
  proposalsQuery,
} from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'

/** Empty while it is not there: the rules alone are enough to score. */
export function useRoundText(): RoundText {
  const { rules } = useRound()
  const { data } = useDocument(rules.document)
  return useMemo(() => readRoundText(data?.content ?? null), [data])
}

/** By number on the roster. */
export function useRoster() {
  const query = useQuery(proposalsQuery(useNode(), useRound()))
  const roster = useMemo(
    () => new Map(query.data?.map((one) => [one.number, one])),
    [query.data],
  )
  return { ...query, roster }
}

export type ItemText = {
  proposal: number
  entry: ListedProposal | undefined
  text: ProposalText | undefined
  /** The text that came is not the registered one, or none came. */
  error: Error | null
}

export function useItemTexts(proposals: readonly number[]): ItemText[] {
  const { relayers } = useConfig()
  const { roster } = useRoster()
  const documents = useQueries({
    queries: proposals.map((proposal) => {
      const digest = roster.get(proposal)?.digest
      const query = documentQuery(relayers, digest ?? '0x')
      return { ...query, enabled: digest !== undefined }
    }),
  })
  return proposals.map((proposal, index) => {
    const { data, error = null } = documents[index] ?? {}
    const text = data && readProposalText(data.content)
    return { proposal, entry: roster.get(proposal), text, error }
  })
}
