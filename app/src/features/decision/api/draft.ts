/** Answers and decision of the committee before they are recorded: kept on this device. */
import { useMemo } from 'react'
import * as v from 'valibot'
import type { Address } from 'viem'
import type { DocumentKind } from '../../../../../protocol/document.ts'
import type { Language } from '../../../config/display.ts'
import {
  changeKeptValue,
  type KeptPlace,
  readKeptValue,
  useKeptValue,
} from '../../../config/keptValue.ts'
import { useConfig } from '../../../config/useConfig.ts'
import {
  inLanguage,
  makeDocument,
  type MadeDocument,
  restoreDocument,
} from '../../../documents/newDocument.ts'

const schema = v.object({
  /** By the number of the objection. */
  answers: v.record(v.string(), v.string()),
  isDeparting: v.boolean(),
  departures: v.array(
    v.object({ removed: v.number(), added: v.number(), reason: v.string() }),
  ),
  record: v.string(),
  /** By what they say, so that a second try names the same. */
  documents: v.record(v.string(), v.string()),
})

export type DecisionDraft = v.InferOutput<typeof schema>
export type DraftDeparture = DecisionDraft['departures'][number]

const empty: DecisionDraft = {
  ...{ answers: {}, isDeparting: false, departures: [], record: '' },
  documents: {},
}

export type UseDecisionDraft = {
  draft: DecisionDraft
  change: (changes: Partial<DecisionDraft>) => void
  /** As it stands at this moment, in whichever tab it was changed. */
  read: () => DecisionDraft
  /** The document of a text: the same for the same kind and text. */
  documentFor: (
    kind: DocumentKind,
    text: string,
    language: Language,
  ) => MadeDocument
}

export function useDecisionDraft(round: Address): UseDecisionDraft {
  const { chainId } = useConfig()
  const place = useMemo(() => placeOf(chainId, round), [chainId, round])
  const [draft] = useKeptValue(place)
  const change = (changes: Partial<DecisionDraft>) => {
    changeKeptValue(place, (standing) => ({ ...standing, ...changes }))
  }
  return {
    draft,
    change,
    read: () => readKeptValue(place),
    documentFor(kind, text, language) {
      const { documents } = readKeptValue(place)
      const name = `${kind} ${text.trim()}`
      const known = documents[name]
      if (known !== undefined) return restoreDocument(known)
      const words = inLanguage(language, text.trim())
      const made = makeDocument(kind, { text: words })
      change({ documents: { ...documents, [name]: made.text } })
      return made
    },
  }
}

function placeOf(chainId: number, round: Address): KeptPlace<typeof schema> {
  const name = `dure.decision.${chainId}.${round.toLowerCase()}`
  return { name, schema, empty }
}
