/** Documents that are written on this page: their bytes, and what they are found by. */
import { type Hash, sha256 } from 'viem'
import {
  documentBytes,
  type DocumentKind,
  documentText,
} from '../../../protocol/document.ts'
import type { Words } from './roundDocument.ts'
import type { Language } from '../config/display.ts'

export type MadeDocument = {
  /** Kept on the device, it makes the same document again. */
  text: string
  bytes: Uint8Array<ArrayBuffer>
  digest: Hash
}

export function makeDocument(
  kind: DocumentKind,
  content: Readonly<Record<string, unknown>>,
  random = randomDigits(),
): MadeDocument {
  return restoreDocument(documentText({ kind, random }, content))
}

export function restoreDocument(text: string): MadeDocument {
  const bytes = Uint8Array.from(documentBytes(text))
  return { text, bytes, digest: sha256(bytes) }
}

/** In the one language that its author wrote it in. */
export function inLanguage(language: Language, text: string): Words {
  return { [language]: text }
}

export function randomDigits(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
