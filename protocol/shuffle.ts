/** Shuffles places with the bits of a seed. */
import { keccak_256 } from '@noble/hashes/sha3.js'
import { type Hash, hexToBytes } from 'viem'

/** Which shuffle the bits of the seed are for. */
export const shufflePurposes = { order: 1, offset: 2 } as const

/** Fisher-Yates over 0 … length − 1, with 64 bits of the seed a step. */
export function shuffle(
  seed: Hash,
  purpose: number,
  length: number,
): Uint16Array {
  const places = Uint16Array.from({ length }, (_, index) => index)
  const draw = makeWordSource(seed, purpose)
  for (let i = length - 1; i > 0; i--) {
    const j = draw(length - 1 - i, i + 1)
    const place = places[i] as number
    places[i] = places[j] as number
    places[j] = place
  }
  return places
}

/**
 * Gives word `step`, reduced below a bound. Four words share one
 * H(abi.encode(seed, purpose, ⌊step / 4⌋)), the most significant first.
 */
function makeWordSource(seed: Hash, purpose: number) {
  const preimage = new Uint8Array(96)
  preimage.set(hexToBytes(seed))
  const input = new DataView(preimage.buffer)
  input.setUint32(60, purpose)
  let block = -1
  let words = new DataView(new ArrayBuffer(32))
  return (step: number, bound: number): number => {
    if (step >> 2 !== block) {
      block = step >> 2
      input.setUint32(92, block)
      const hash = keccak_256(preimage)
      words = new DataView(hash.buffer, hash.byteOffset)
    }
    const offset = 8 * (step % 4)
    // Exact in doubles: bound < 2¹⁷, so the product stays under 2⁴⁹.
    const high = words.getUint32(offset) % bound
    return (high * 2 ** 32 + words.getUint32(offset + 4)) % bound
  }
}
