/** The digest of a document: sha2-256 of its bytes. */
import { createHash } from 'node:crypto'
import type { Hash } from 'viem'

export function digestOf(bytes: Uint8Array): Hash {
  return `0x${createHash('sha256').update(bytes).digest('hex')}`
}
