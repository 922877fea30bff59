/** Decisions of the screener, and how many of them one transaction takes. */
import type { Address, Hash } from 'viem'

export type Screening = {
  key: Address
  /** That was read: another one is not decided on. */
  version: number
  accepted: boolean
  /** Digest of the published reason. */
  reason: Hash
}

/** About 40,000 gas each. */
const decisionsAtOnce = 200

export function toScreeningParts(
  screenings: readonly Screening[],
): Screening[][] {
  const parts = Math.ceil(screenings.length / decisionsAtOnce)
  return Array.from({ length: parts }, (_, index) =>
    screenings.slice(index * decisionsAtOnce, (index + 1) * decisionsAtOnce),
  )
}
