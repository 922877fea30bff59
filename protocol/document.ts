/** A document as `dure document new` makes it: random bits, then what people read. */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { jsonText } from './jsonText.ts'

export const documentKinds = [
  'round',
  'proposal',
  'screening',
  'notice',
  'reason',
  'objection',
  'answer',
  'record',
] as const
export type DocumentKind = (typeof documentKinds)[number]

export type DocumentHead = {
  kind: DocumentKind
  /** 32 hexadecimal digits, so that nobody guesses a short text by its digest. */
  random: string
}

export function documentText(
  { kind, random }: DocumentHead,
  content: Readonly<Record<string, unknown>>,
): string {
  return jsonText({ kind, random, ...content })
}

/** Of a document, or an attachment: IPFS hands on no larger block. */
export const mostBytesOfDocument = 2 ** 20

/** Each at most as large as a document. */
export const mostAttachments = 5

/** What its digest is of. */
export function documentBytes(text: string): Uint8Array {
  return utf8ToBytes(text)
}
