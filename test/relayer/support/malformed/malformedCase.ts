/** A request that is refused: what is wrong with it, and how it is answered. */
import type { Hex } from 'viem'
import type { ReviewStage } from '../openReview.ts'

export type MalformedCase = {
  name: string
  ask: (asking: Asking) => Promise<Response>
  status: number
  /** The name in the answer. */
  error: string
}

export type Asking = {
  url: string
  stage: ReviewStage
  /** A round of the same factory before its review. */
  early: string
  /** `POST /rounds/…/ballots`. */
  post: (ballot: unknown, round?: string) => Promise<Response>
  /** A good ballot that nobody has sent, as bytes. */
  good: () => Promise<Uint8Array>
}

/** A ballot whose bytes are changed somehow. */
export function changed(
  name: string,
  error: string,
  change: (bytes: Uint8Array) => Uint8Array,
): MalformedCase {
  return {
    name,
    ask: async ({ post, good }) => post(toHex(change(await good()))),
    status: 422,
    error,
  }
}

/** These bytes in the place of those from there on. */
export function put(offset: number, ...values: number[]) {
  return (bytes: Uint8Array): Uint8Array => {
    const copy = bytes.slice()
    copy.set(values, offset < 0 ? copy.length + offset : offset)
    return copy
  }
}

/** One bit the other way. */
export function flip(offset: number) {
  return (bytes: Uint8Array): Uint8Array => {
    const at = offset < 0 ? bytes.length + offset : offset
    return put(at, (bytes[at] ?? 0) ^ 1)(bytes)
  }
}

export function toHex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`
}
