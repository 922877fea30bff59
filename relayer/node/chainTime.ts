/**
 * The chain's time now: that of the latest block, and what has passed since it
 * was seen first. A node that stands still does not stop it, and a clock of the
 * day that jumps does not move it.
 */
import type { Head } from './readHead.ts'

export function createChainTime(
  head: () => Promise<Head>,
  /** Milliseconds, from any beginning. */
  elapsed: () => number = () => performance.now(),
): () => Promise<number> {
  let seen: { head: Head; at: number } | undefined
  return async () => {
    const latest = await head()
    const isSame =
      seen?.head.number === latest.number &&
      seen.head.timestamp === latest.timestamp
    if (!seen || !isSame) seen = { head: latest, at: elapsed() }
    return latest.timestamp + Math.floor((elapsed() - seen.at) / 1000)
  }
}
