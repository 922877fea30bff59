/** What a passkey remembers of itself: chain, round and seat, and no name. */
import { bytesToHex, getAddress } from 'viem'
import type { Seat } from './heldKeys.ts'

const format = 1
const roundAt = 9
const reviewerAt = 29
const length = 33

export function packUserHandle({ chainId, reviewer, round }: Seat) {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, format)
  view.setBigUint64(1, BigInt(chainId))
  for (let at = 0; at < 20; at += 1)
    bytes[roundAt + at] = Number.parseInt(
      round.slice(2 + 2 * at, 4 + 2 * at),
      16,
    )
  view.setUint32(reviewerAt, reviewer)
  return bytes
}

/** None where it is of something else. */
export function parseUserHandle(handle: ArrayBuffer | null): Seat | undefined {
  if (handle?.byteLength !== length) return undefined
  const view = new DataView(handle)
  if (view.getUint8(0) !== format) return undefined
  const round = bytesToHex(new Uint8Array(handle, roundAt, 20))
  return {
    chainId: Number(view.getBigUint64(1)),
    round: getAddress(round),
    reviewer: view.getUint32(reviewerAt),
  }
}
