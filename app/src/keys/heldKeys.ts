/** The keys that reviewers of this device hold, one for each round and seat. */
import * as v from 'valibot'
import { type Address, type Hex, isAddress, isHex } from 'viem'
import { keep, readKept } from '../config/kept.ts'

const address = v.custom<Address>(
  (value) => typeof value === 'string' && isAddress(value, { strict: false }),
)
const hex = v.custom<Hex>((value) => isHex(value))

const seat = {
  chainId: v.number(),
  round: address,
  /** From 1. */
  reviewer: v.number(),
  /** As it stands, or will stand, on the roll; in small letters. */
  key: address,
}

export const heldKeySchema = v.variant('kind', [
  v.object({
    ...seat,
    kind: v.literal('passkey'),
    /** Of the browser's credential. */
    credential: hex,
    /** `x ‖ y`. */
    publicKey: hex,
    verifier: address,
  }),
  v.object({ ...seat, kind: v.literal('wallet') }),
  /** Known to everybody, on the local chain only. */
  v.object({ ...seat, kind: v.literal('demo'), secret: hex }),
])

export type HeldKey = v.InferOutput<typeof heldKeySchema>
export type Seat = Pick<HeldKey, 'chainId' | 'round' | 'reviewer'>

const name = 'dure.keys'

export function readHeldKeys(): HeldKey[] {
  return readKept(name, v.array(heldKeySchema)) ?? []
}

/** The latest comes first: it is the one that the review begins with. */
export function holdKey(key: HeldKey): void {
  change((keys) => [key, ...keys.filter((one) => !isOfSeat(one, key))])
}

export function dropKey(seat: Seat): void {
  change((keys) => keys.filter((one) => !isOfSeat(one, seat)))
}

export function isOfSeat(one: Seat, other: Seat): boolean {
  return (
    one.chainId === other.chainId &&
    one.round.toLowerCase() === other.round.toLowerCase() &&
    one.reviewer === other.reviewer
  )
}

function change(edit: (keys: HeldKey[]) => HeldKey[]): void {
  keep(name, edit(readHeldKeys()))
}
