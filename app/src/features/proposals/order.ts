/** A random but stable order: by a seed that is kept on the device. */
import * as v from 'valibot'
import { type Hex, keccak256, toHex } from 'viem'
import { keep, readKept } from '../../config/kept.ts'
import type { ListedProposal } from '../../queries/proposals.ts'

const name = 'dure.order'
const seedSchema = v.pipe(v.number(), v.integer(), v.minValue(1))

/** The same on every visit, another one on another device. */
export function ownSeed(): number {
  const kept = readKept(name, seedSchema)
  if (kept !== undefined) return kept
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1))
  const seed = (random % 999_999) + 1
  keep(name, seed)
  return seed
}

/** Where more proposals come in between, the others stay in their order. */
export function shuffled(
  proposals: readonly ListedProposal[],
  seed: number,
): ListedProposal[] {
  const salt = toHex(seed, { size: 4 }).slice(2)
  const places = new Map<string, Hex>(
    proposals.map(({ key }) => [key, keccak256(`${key}${salt}`)]),
  )
  const placeOf = (key: string) => places.get(key) ?? '0x'
  return [...proposals].sort((one, other) =>
    placeOf(one.key) < placeOf(other.key) ? -1 : 1,
  )
}

/** Those without a number come last, as they were registered. */
export function byNumber(
  proposals: readonly ListedProposal[],
): ListedProposal[] {
  const placeOf = ({ number, ordinal }: ListedProposal) =>
    number > 0 ? number : 1_000_000 + ordinal
  return [...proposals].sort((one, other) => placeOf(one) - placeOf(other))
}
