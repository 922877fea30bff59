/** The roll: the reviewers' keys in seat order, in chunks of 1,024. */
import {
  type Address,
  concat,
  type Hash,
  type Hex,
  keccak256,
  size,
  zeroAddress,
} from 'viem'
import { BaseError } from './errors.ts'

/** Keys of a chunk; the last one is shorter. */
export const keysPerChunk = 1_024
const keyBytes = 20

/** One key a seat, from reviewer 1 on, in lower case; zero: empty seat. */
export type Roll = readonly Address[]

export function chunkCount(reviewers: number): number {
  return Math.ceil(reviewers / keysPerChunk)
}

/** Keys of one chunk, counted from 0, of a roll of so many reviewers. */
export function chunkLength(reviewers: number, chunk: number): number {
  const rest = reviewers - chunk * keysPerChunk
  return Math.max(0, Math.min(rest, keysPerChunk))
}

export function packKeys(keys: Roll): Hex {
  const parts = keys.map((key, index) => {
    if (!/^0x[0-9a-f]{40}$/i.test(key)) throw new RollKeyError({ key, index })
    return key.slice(2).toLowerCase()
  })
  return `0x${parts.join('')}`
}

export function parseKeys(packed: Hex): Address[] {
  const bytes = size(packed)
  if (bytes % keyBytes !== 0) throw new PackedKeysError({ bytes })
  const digits = packed.slice(2).toLowerCase()
  return Array.from(
    { length: bytes / keyBytes },
    (_, index): Address => `0x${digits.slice(40 * index, 40 * (index + 1))}`,
  )
}

export function toChunks(roll: Roll): Hex[] {
  return Array.from({ length: chunkCount(roll.length) }, (_, chunk) =>
    packKeys(roll.slice(chunk * keysPerChunk, (chunk + 1) * keysPerChunk)),
  )
}

/** The roll of so many reviewers, every chunk at its full length. */
export function fromChunks(
  chunks: readonly Hex[],
  reviewers: number,
): Address[] {
  const expected = chunkCount(reviewers)
  if (chunks.length !== expected)
    throw new RollIncompleteError({ chunks: chunks.length, expected })
  return chunks.flatMap((packed, chunk) => {
    const keys = parseKeys(packed)
    const length = chunkLength(reviewers, chunk)
    if (keys.length !== length)
      throw new RollChunkError({ chunk, length: keys.length, expected: length })
    return keys
  })
}

/** H(H(0x00 ‖ chunk₀) ‖ H(0x00 ‖ chunk₁) ‖ …): over the chunks' code hashes. */
export function rollDigest(chunks: readonly Hex[]): Hash {
  const hashes = chunks.map((chunk) => keccak256(concat(['0x00', chunk])))
  return keccak256(concat(hashes))
}

/** The reviewers whose seat holds the key; nobody holds the zero key. */
export function reviewersOf(roll: Roll, key: Address): number[] {
  const wanted = key.toLowerCase()
  if (wanted === zeroAddress) return []
  return roll.flatMap((seat, index) =>
    seat.toLowerCase() === wanted ? [index + 1] : [],
  )
}

export type DuplicateKey = { key: Address; reviewers: number[] }

/** Keys that hold more than one seat. */
export function duplicateKeys(roll: Roll): DuplicateKey[] {
  const reviewers = new Map<string, DuplicateKey>()
  for (const [index, seat] of roll.entries()) {
    const key = seat.toLowerCase() as Address
    if (key === zeroAddress) continue
    const seats = reviewers.get(key)
    if (seats) seats.reviewers.push(index + 1)
    else reviewers.set(key, { key, reviewers: [index + 1] })
  }
  return [...reviewers.values()].filter((seats) => seats.reviewers.length > 1)
}

export class RollKeyError extends BaseError {
  override name = 'RollKeyError'

  constructor({ key, index }: { key: string; index: number }) {
    super(`"${key}", the key at place ${index + 1}, is no key.`, {
      metaMessages: ['Expected 0x and 40 hexadecimal digits.'],
    })
  }
}

export class PackedKeysError extends BaseError {
  override name = 'PackedKeysError'

  constructor({ bytes }: { bytes: number }) {
    super(`${bytes} bytes are no list of packed keys.`, {
      metaMessages: [`Expected ${keyBytes} bytes a key.`],
    })
  }
}

export class RollIncompleteError extends BaseError {
  override name = 'RollIncompleteError'

  constructor({ chunks, expected }: { chunks: number; expected: number }) {
    super(`The roll has ${chunks} chunks.`, {
      metaMessages: [`Expected ${expected}.`],
    })
  }
}

export class RollChunkError extends BaseError {
  override name = 'RollChunkError'

  constructor({
    chunk,
    length,
    expected,
  }: {
    chunk: number
    length: number
    expected: number
  }) {
    super(`Chunk ${chunk} of the roll holds ${length} keys.`, {
      metaMessages: [`Expected ${expected}.`],
    })
  }
}
