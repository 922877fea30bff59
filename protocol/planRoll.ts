/** What has to be sent for the roll of a file to stand, and what that changes. */
import type { Address, Hex } from 'viem'
import {
  chunkCount,
  keysPerChunk,
  parseKeys,
  type Roll,
  toChunks,
} from './roll.ts'

export type RollPlan = {
  /** Chunks of the whole roll. */
  chunks: number
  /** Those that do not stand like this already, in their order. */
  toSend: readonly { chunk: number; keys: Hex }[]
  /** Seats whose key on chain is another one. */
  changes: readonly SeatChange[]
}

export type SeatChange = { index: number; from: Address; to: Address }

export function planRoll(
  roll: Roll,
  standing: readonly (readonly [chunk: number, keys: Hex])[],
): RollPlan {
  const published = new Map(standing)
  const chunks = toChunks(roll)
  const toSend = chunks
    .map((keys, chunk) => ({ chunk, keys }))
    .filter(({ chunk, keys }) => published.get(chunk) !== keys)
  const changes = toSend.flatMap(({ chunk, keys }) =>
    findChanges(chunk, published.get(chunk), keys),
  )
  return { chunks: chunkCount(roll.length), toSend, changes }
}

/** A chunk that is new changes nothing. */
function findChanges(
  chunk: number,
  old: Hex | undefined,
  keys: Hex,
): SeatChange[] {
  if (old === undefined) return []
  const before = parseKeys(old)
  return parseKeys(keys).flatMap((to, place) => {
    const from = before[place]
    if (from === undefined || from === to) return []
    return [{ index: chunk * keysPerChunk + place, from, to }]
  })
}
