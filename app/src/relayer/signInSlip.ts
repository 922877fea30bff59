/** A sign-in message that goes round among the owners of a Safe, with the signatures so far. */
import * as v from 'valibot'
import type { Address } from 'viem'
import { parseSiweMessage } from 'viem/siwe'
import { BaseError } from '../../../protocol/errors.ts'
import type { OwnerSignatures } from '../keys/safeOwner.ts'

export type Slip = { message: string; signatures: OwnerSignatures }

const bytes = v.custom<`0x${string}`>(
  (value) => typeof value === 'string' && /^0x([0-9a-f]{2})+$/i.test(value),
)
const schema = v.object({
  message: v.pipe(v.string(), v.maxLength(4_000)),
  signatures: v.record(v.pipe(v.string(), v.regex(/^0x[0-9a-f]{40}$/)), bytes),
})

/** What an owner is handed: it has to sign in this Safe, on this page, and nothing else. */
export function readSlip(
  text: string,
  { chainId, safe }: { chainId: number; safe: Address },
): Slip {
  const read = v.safeParse(schema, parseJson(text))
  if (!read.success) throw new SlipError({ fault: 'unreadable' })
  const slip = read.output
  const {
    address,
    chainId: chain,
    domain,
    expirationTime,
  } = parseSiweMessage(slip.message)
  const isForHere =
    address?.toLowerCase() === safe.toLowerCase() &&
    chain === chainId &&
    domain === window.location.host
  if (!isForHere) throw new SlipError({ fault: 'elsewhere' })
  if (expirationTime && expirationTime.getTime() < Date.now())
    throw new SlipError({ fault: 'late' })
  return slip
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export class SlipError extends BaseError {
  override name = 'SlipError'
  readonly fault: 'unreadable' | 'elsewhere' | 'late'

  constructor({ fault }: { fault: SlipError['fault'] }) {
    super(`The text of another owner is ${fault}.`)
    this.fault = fault
  }
}
