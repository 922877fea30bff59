/** A document with a text of its own: its bytes, and the digest that the chain gets. */
import { type Hash, sha256 } from 'viem'
import { jsonText } from '../../../protocol/jsonText.ts'
import type { Words } from './roundDocument.ts'

export type WrittenDocument = { bytes: Uint8Array<ArrayBuffer>; digest: Hash }

export type DocumentKind = 'notice' | 'reason' | 'answer' | 'screening'

/** `random`: so that a short text cannot be guessed from its digest. */
export function writeDocument(
  kind: DocumentKind,
  random: string,
  text: Words,
): WrittenDocument {
  const bytes = new TextEncoder().encode(jsonText({ kind, random, text }))
  return { bytes, digest: sha256(bytes) }
}

/** 128 bits, in hexadecimal digits. */
export function newRandom(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
