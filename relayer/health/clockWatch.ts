/** Compares this machine's clock with the chain's time. */
import type { Head } from '../node/readHead.ts'

/** Seconds that the clock is ahead of the chain; negative: behind. */
export type ClockWatch = (head: Head) => number

/**
 * A block is as old as it looks when it is first seen. Later it may be old
 * because no other comes, which tells nothing of the clock.
 */
export function createClockWatch(): ClockWatch {
  let latest: bigint | undefined
  let ahead = 0
  return ({ number, timestamp }) => {
    const now = Math.round(Date.now() / 1000) - timestamp
    if (latest !== undefined && number > latest) ahead = now
    if (latest === undefined || number > latest) latest = number
    return Math.min(ahead, now)
  }
}
