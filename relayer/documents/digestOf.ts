/** The digest of a document: sha2-256 of its bytes. */
import { type Hash, sha256 } from 'viem'

export function digestOf(bytes: Uint8Array): Hash {
  return sha256(bytes)
}
