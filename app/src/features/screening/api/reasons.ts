/** Documents of the reasons: one for each decision and wording, shared by all that have it. */
import type { Hash } from 'viem'
import type { Language } from '../../../config/display.ts'
import {
  inLanguage,
  makeDocument,
  type MadeDocument,
  restoreDocument,
} from '../../../documents/newDocument.ts'
import type { Words } from '../../../documents/roundDocument.ts'
import type { Decision, ScreeningDraft } from './draft.ts'

/** Where nothing was written of an accepted one: the ledger asks for a reason, too. */
const usualReason: Words = {
  ko: '자격 요건을 갖추었습니다.',
  en: 'It meets the requirements.',
}

export type Worded = Pick<Decision, 'accepted' | 'reason'>

export function nameOf({ accepted, reason }: Worded): string {
  return `${accepted ? 'accepted' : 'refused'} ${reason.trim()}`
}

export function reasonWords(reason: string, language: Language): Words {
  const text = reason.trim()
  return text === '' ? usualReason : inLanguage(language, text)
}

/** The draft with a document for each of these, those that are there kept. */
export function withDocuments(
  draft: ScreeningDraft,
  decided: readonly Worded[],
  language: Language,
): ScreeningDraft {
  const documents = { ...draft.documents }
  for (const one of decided)
    documents[nameOf(one)] ??= makeDocument('screening', {
      decision: one.accepted ? 'accepted' : 'refused',
      reason: reasonWords(one.reason, language),
    }).text
  return { ...draft, documents }
}

export function documentOf(
  { documents }: ScreeningDraft,
  decision: Worded,
): MadeDocument | undefined {
  const text = documents[nameOf(decision)]
  return text === undefined ? undefined : restoreDocument(text)
}

export function digestOf(
  draft: ScreeningDraft,
  decision: Worded,
): Hash | undefined {
  return documentOf(draft, decision)?.digest
}
