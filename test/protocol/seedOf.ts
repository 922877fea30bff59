/** Seeds for tests: the hash of a counter, never chance. */
import { type Hash, keccak256, numberToHex } from 'viem'

export function seedOf(counter: number): Hash {
  return keccak256(numberToHex(counter, { size: 32 }))
}
