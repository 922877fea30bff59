/** The document of a draft, as `sample/documents` has proposals. */
import {
  inLanguage,
  makeDocument,
  type MadeDocument,
} from '../../../documents/newDocument.ts'
import type { Draft } from './draft.ts'

export function toDocument(draft: Draft, currency: string): MadeDocument {
  const { attachments, category, costs, language, random } = draft
  const say = (text: string) => inLanguage(language, text.trim())
  const region = draft.region.trim()
  const content = {
    community: say(draft.community),
    title: say(draft.title),
    ...(region !== '' && { region: say(region) }),
    category,
    ask: parseAmount(draft.ask) ?? 0n,
    currency,
    text: say(draft.text),
    costs: costs.map(({ amount, item }) => ({
      item: say(item),
      amount: parseAmount(amount) ?? 0n,
    })),
    ...(attachments.length > 0 && {
      attachments: attachments.map(({ digest, name, type }) => ({
        ...{ digest, type, name },
      })),
    }),
  }
  return makeDocument('proposal', content, random)
}

/** `8,200,000원`, `8 200 000`: as people write money. None if it is no amount. */
export function parseAmount(text: string): bigint | undefined {
  const digits = text.replaceAll(/[\s,]|원$|KRW$/g, '')
  return /^\d{1,15}$/.test(digits) ? BigInt(digits) : undefined
}
