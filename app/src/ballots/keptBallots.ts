/** Ballots that were signed on this device, with their scores: for their reviewer alone. */
import * as v from 'valibot'
import { type Address, type Hex, isAddress, isHex } from 'viem'
import { keep, readKept } from '../config/kept.ts'
import { isOfSeat, type Seat } from '../keys/heldKeys.ts'

const address = v.custom<Address>(
  (value) => typeof value === 'string' && isAddress(value, { strict: false }),
)
const hex = v.custom<Hex>((value) => isHex(value))

const keptBallotSchema = v.object({
  chainId: v.number(),
  round: address,
  reviewer: v.number(),
  version: v.number(),
  /** What was signed. */
  digest: hex,
  seal: hex,
  /** In list order, 0 the blank card. */
  proposals: v.array(v.number()),
  values: v.array(v.number()),
  salt: hex,
  /** Packed as the contract takes it: nobody can read it. */
  sealed: hex,
  /** Unix seconds. */
  signedAt: v.number(),
  /** Of the relayer; a file of `dure-receipt`. */
  receipt: v.nullable(v.record(v.string(), v.unknown())),
  /** How it was sent last; null where it was not yet. */
  sentBy: v.nullable(v.picklist(['relayer', 'wallet', 'file'])),
  /** The latest block when it was signed: it can only be recorded later. */
  afterBlock: v.optional(v.number(), 0),
})

export type KeptBallot = v.InferOutput<typeof keptBallotSchema>

const name = 'dure.ballots'

/** Latest version first. */
export function readKeptBallots(seat: Seat): KeptBallot[] {
  return readAll()
    .filter((one) => isOfSeat(one, seat))
    .sort((one, other) => other.version - one.version)
}

/** One for each seat and version; answers whether it could be kept. */
export function keepBallot(ballot: KeptBallot): boolean {
  const others = readAll().filter(
    (one) => !isOfSeat(one, ballot) || one.version !== ballot.version,
  )
  return keep(name, [...others, ballot])
}

export function forgetBallots(seat: Seat): void {
  keep(
    name,
    readAll().filter((one) => !isOfSeat(one, seat)),
  )
}

function readAll(): KeptBallot[] {
  return readKept(name, v.array(keptBallotSchema)) ?? []
}
