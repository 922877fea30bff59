/**
 * Random numbers that follow from a seed, one independent stream per label, so
 * that a rehearsal can be repeated. For rehearsals only: whoever knows the seed
 * knows every key.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

export type SeededRandom = {
  bytes(length: number): Uint8Array
  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number
  /** From 0 (included) to 1 (excluded). */
  fraction(): number
  /** Normally distributed, mean 0, deviation 1. */
  normal(): number
}

const bitsOfFraction = 2 ** 48

export function seededRandom(seed: string, label: string): SeededRandom {
  const bytes = byteStream(`${label}\n${seed}`)
  const fraction = () => readU48(bytes(6)) / bitsOfFraction
  return {
    bytes,
    fraction,
    below: (bound) => Math.floor(fraction() * bound),
    normal: () => boxMuller(fraction(), fraction()),
  }
}

/** The numbers from 0 to `length - 1` in random order (Fisher-Yates). */
export function shuffledIndices(
  random: SeededRandom,
  length: number,
): Uint32Array {
  const indices = Uint32Array.from({ length }, (_, index) => index)
  for (let last = length - 1; last > 0; last--) {
    const other = random.below(last + 1)
    const moved = indices[last] ?? 0
    indices[last] = indices[other] ?? 0
    indices[other] = moved
  }
  return indices
}

/** sha256(label ‖ 0), sha256(label ‖ 1), … end to end. */
function byteStream(label: string): (length: number) => Uint8Array {
  let counter = 0
  let pool = new Uint8Array()
  return function take(length) {
    while (pool.length < length) {
      const block = sha256(utf8ToBytes(`${label}\n${counter++}`))
      pool = concatBytes(pool, block)
    }
    const taken = pool.slice(0, length)
    pool = pool.subarray(length)
    return taken
  }
}

function readU48(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}

function boxMuller(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second)
}
