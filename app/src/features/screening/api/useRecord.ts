/** Makes the calls that record the decisions: only of versions that still stand, reasons brought before. */
import { useQueryClient } from '@tanstack/react-query'
import {
  type Screening,
  toScreeningParts,
} from '../../../../../chain/screening.ts'
import { useConfig } from '../../../config/useConfig.ts'
import type { MadeDocument } from '../../../documents/newDocument.ts'
import { useLanguage } from '../../../hooks/useLanguage.ts'
import { proposalsQuery } from '../../../queries/proposals.ts'
import { useRound } from '../../../queries/round.ts'
import { useNode } from '../../../queries/useNode.ts'
import { bringToBeNamed } from '../../../relayer/namedLater.ts'
import { type Call, roundCall } from '../../acts/call.ts'
import type { UseScreeningDraft } from './draft.ts'
import { documentOf, withDocuments } from './reasons.ts'
import { sortDecisions, type SortedDecision } from './sortDecisions.ts'

export function useRecord({ edit, read }: UseScreeningDraft) {
  const { relayers } = useConfig()
  const language = useLanguage()
  const node = useNode()
  const round = useRound()
  const queries = useQueryClient()
  return async function makeCalls(): Promise<Call[]> {
    // Replaced or decided in this moment, it is dropped before the wallet asks.
    const proposals = await queries.query({
      ...proposalsQuery(node, round),
      staleTime: 0,
    })
    const ready = readyOf(sortDecisions(read(), proposals))
    const decided = ready.map(({ decision }) => decision)
    edit((draft) => withDocuments(draft, decided, language))
    const draft = read()
    const documents = new Map<string, MadeDocument>()
    const screenings: Screening[] = []
    for (const { decision, proposal } of ready) {
      const document = documentOf(draft, decision)
      if (!document) continue
      documents.set(document.digest, document)
      const { accepted, version } = decision
      const { digest: reason } = document
      const { key } = proposal
      screenings.push({ key, version, accepted: accepted === true, reason })
    }
    for (const document of documents.values())
      await bringToBeNamed(relayers, round.round, document)
    return toScreeningParts(screenings).map((part) =>
      roundCall(round.round, 'screen', [part]),
    )
  }
}

export function readyOf(sorted: readonly SortedDecision[]): SortedDecision[] {
  return sorted.filter(({ state }) => state === 'ready')
}
