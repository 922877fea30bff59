/** A registered proposal as a draft again, to be changed and handed in anew. */
import {
  type Words,
  readProposalText,
} from '../../../documents/roundDocument.ts'
import { randomDigits } from '../../../documents/newDocument.ts'
import type { DocumentContent } from '../../../queries/documents.ts'
import type { ListedProposal } from '../../../queries/proposals.ts'
import { mediaTypes } from '../../../../../protocol/mediaType.ts'
import type { Draft } from './draft.ts'

export function toDraft(
  { ask, category, key }: ListedProposal,
  content: DocumentContent | null,
): Partial<Draft> {
  const text = readProposalText(content)
  const language = text.text.ko === undefined && text.text.en ? 'en' : 'ko'
  const said = (words: Words) => words[language] ?? words.ko ?? words.en ?? ''
  return {
    // Another text has other random bits.
    random: randomDigits(),
    language,
    title: said(text.title),
    community: said(text.community),
    region: said(text.region),
    text: said(text.text),
    ask: ask > 0n ? String(ask) : '',
    category,
    costs: text.costs.map(({ amount, item }) => ({
      item: said(item),
      amount: String(amount),
    })),
    attachments: text.attachments.flatMap(({ digest, name, type }) => {
      const known = mediaTypes.find((one) => one === type)
      return known ? [{ digest, name, type: known, size: 0 }] : []
    }),
    replaces: key.toLowerCase(),
    step: 'write',
  }
}
