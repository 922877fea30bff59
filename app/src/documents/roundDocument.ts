/** What people read of a round and its proposals, whatever its author left out. */
import type { Language } from '../config/display.ts'
import type { DocumentContent } from '../queries/documents.ts'

/** In both languages, or in the one that its author has. */
export type Words = Partial<Record<Language, string>>

export function say(words: Words | undefined, language: Language): string {
  const other = language === 'ko' ? 'en' : 'ko'
  return plain(words?.[language] ?? words?.[other] ?? '')
}

/** The language that `say` answers in: for the attribute `lang`. */
export function spokenIn(
  words: Words | undefined,
  language: Language,
): Language {
  if (words?.[language] !== undefined) return language
  return language === 'ko' ? 'en' : 'ko'
}

export type Criterion = { weight: number; name: Words; question: Words }

export type RoundText = {
  name: Words
  purpose: Words
  whoMayTakePart: Words
  categories: { number: number; name: Words }[]
  criteria: Criterion[]
  scale: { value: number; name: Words }[]
  currency: string
}

export type Cost = { item: Words; amount: number }

export type ProposalText = {
  community: Words
  title: Words
  region: Words
  text: Words
  currency: string
  costs: Cost[]
  attachments: { digest: `0x${string}`; type: string; name: string }[]
}

export function readRoundText(content: DocumentContent | null): RoundText {
  return {
    name: toWords(content?.['name']),
    purpose: toWords(content?.['purpose'] ?? content?.['text']),
    whoMayTakePart: toWords(content?.['whoMayTakePart']),
    categories: toList(content?.['categories'], (one) => ({
      number: toNumber(one['number']),
      name: toWords(one['name']),
    })),
    criteria: toList(content?.['criteria'], (one) => ({
      weight: toNumber(one['weight']),
      name: toWords(one['name']),
      question: toWords(one['question']),
    })),
    scale: toList(content?.['scale'], (one) => ({
      value: toNumber(one['value']),
      name: toWords(one['name']),
    })),
    currency: toText(content?.['currency'], 'KRW'),
  }
}

export function readProposalText(
  content: DocumentContent | null,
): ProposalText {
  return {
    community: toWords(content?.['community']),
    title: toWords(content?.['title']),
    region: toWords(content?.['region']),
    text: toWords(content?.['text']),
    currency: toText(content?.['currency'], 'KRW'),
    costs: toList(content?.['costs'], (one) => ({
      item: toWords(one['item']),
      amount: toNumber(one['amount']),
    })),
    attachments: toList(content?.['attachments'], (one) => ({
      digest: toText(one['digest'], '0x') as `0x${string}`,
      type: toText(one['type'], ''),
      name: toText(one['name'], ''),
    })),
  }
}

/** A reason, a notice, an answer: its text under any of the usual names. */
export function readReasonText(content: DocumentContent | null): Words {
  return toWords(
    content?.['reason'] ?? content?.['text'] ?? content?.['notice'],
  )
}

/** Without the marks that turn the letters around, those behind the name included. */
export function plain(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
}

function toWords(value: unknown): Words {
  if (typeof value === 'string') return { ko: plain(value) }
  if (typeof value !== 'object' || value === null) return {}
  const { ko, en } = value as Record<string, unknown>
  return {
    ...(typeof ko === 'string' ? { ko: plain(ko) } : {}),
    ...(typeof en === 'string' ? { en: plain(en) } : {}),
  }
}

function toList<item>(
  value: unknown,
  read: (one: Record<string, unknown>) => item,
): item[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((one: unknown) => typeof one === 'object' && one !== null)
    .map((one) => read(one as Record<string, unknown>))
}

function toNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function toText(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? plain(value) : otherwise
}
