/** Which chain, contracts and services the page works with: `config.json` beside it. */
import * as v from 'valibot'
import { type Address, type Hex, isAddress, isHex } from 'viem'

const address = v.custom<Address>(
  (value) => typeof value === 'string' && isAddress(value, { strict: false }),
  'an address expected',
)
const secret = v.custom<Hex>(
  (value) => isHex(value) && value.length === 66,
  '32 bytes expected',
)
const url = v.pipe(v.string(), v.url('a URL expected'))

/** Keys that everybody knows, so that a newcomer can be anybody: local chain only. */
const demo = v.object({
  round: address,
  reviewers: v.array(
    v.object({ reviewer: v.number(), secret, hasCast: v.boolean() }),
  ),
})

export const configSchema = v.object({
  chainId: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The node that is asked unless the reader names another. */
  node: url,
  factory: address,
  receipts: address,
  /** OpenZeppelin's ERC-7913 verifier of WebAuthn signatures on this chain. */
  passkeyVerifier: v.optional(address),
  relayers: v.array(url),
  /** The first block that the factory can have logs in. */
  fromBlock: v.optional(v.number(), 0),
  /** Whom people call. */
  contact: v.optional(
    v.object({ name: v.string(), phone: v.optional(v.string()) }),
  ),
  demo: v.optional(demo),
})

export type Config = v.InferOutput<typeof configSchema>
