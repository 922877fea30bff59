/** Bytes that look random and are the same in every run. */
import { concatBytes } from '@noble/curves/utils.js'
import { keccak, u32 } from '../protocol/bytes.ts'
import type { Random } from '../protocol/keyPackage.ts'

export function seededRandom(seed: number): Random {
  let calls = 0
  return (length = 32) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      keccak(u32(seed), u32(calls), u32(block)),
    )
    calls += 1
    return concatBytes(...blocks).slice(0, length)
  }
}
