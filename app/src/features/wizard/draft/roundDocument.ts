/** The round's public document, byte for byte the same as long as its words are. */
import { jsonText } from '../../../../../protocol/jsonText.ts'
import type { Both, Draft } from './draft.ts'

export function roundDocument(draft: Draft): Uint8Array<ArrayBuffer> {
  const { categories, criteria, currency, random, scale } = draft
  const content = {
    ...{ kind: 'round', random },
    name: toWords(draft.name),
    purpose: toWords(draft.purpose),
    whoMayTakePart: toWords(draft.whoMayTakePart),
    categories: categories.map(({ name, number }) => ({
      ...{ number: Number(number), name: toWords(name) },
    })),
    criteria: criteria.map(({ name, question, weight }) => ({
      weight: Number(weight),
      ...{ name: toWords(name), question: toWords(question) },
    })),
    scale: scale
      .filter(({ name }) => name.ko !== '' || name.en !== '')
      .map(({ name, value }) => ({
        ...{ value: Number(value), name: toWords(name) },
      })),
    currency,
    ...(draft.isPractice ? { isPractice: true } : {}),
  }
  return Uint8Array.from(new TextEncoder().encode(jsonText(content)))
}

/** A language that nobody wrote in is left out. */
function toWords({ en, ko }: Both): Partial<Both> {
  return {
    ...(ko.trim() === '' ? {} : { ko: ko.trim() }),
    ...(en.trim() === '' ? {} : { en: en.trim() }),
  }
}
