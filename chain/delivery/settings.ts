/** How patiently transactions are sent, and by which clock. */
import type { TransactionReceipt } from 'viem'
import type { Delivery, Journal } from './journal.ts'

export type DeliverySettings = {
  journal: Journal
  clock: Clock
  pace: Pace
  /** In wei; fees are never raised above it. */
  highestFeePerGas: bigint
  onProgress?: ((progress: DeliveryProgress) => void) | undefined
}

export type Clock = {
  /** Unix seconds. */
  now(): number
  wait(seconds: number): Promise<void>
}

export type Pace = {
  /** Blocks on the chain, its own counted, before an act is taken as done. */
  confirmations: number
  /** Seconds without inclusion after which the fees are raised. */
  patience: number
  /** Seconds after which the command gives up; the journal keeps the act. */
  giveUpAfter: number
  /** Seconds between two looks at the chain. */
  pollEvery: number
  /** Seconds that the latest block may be old; none where blocks come on demand. */
  maxHeadAge: number | undefined
}

export type DeliveryProgress =
  | { event: 'sent' | 'raised' | 'dropped' | 'passed'; delivery: Delivery }
  | { event: 'included'; delivery: Delivery; depth: number }
  /** No good answer, or one that does not fit the others: it is tried again. */
  | { event: 'troubled'; delivery: Delivery; cause: unknown }
  /** An act that an earlier run had left unfinished. */
  | { event: 'caughtUp'; delivery: Delivery; status: CaughtUpStatus }

export type CaughtUpStatus = TransactionReceipt['status'] | 'nonceUsed'

/** A chain on this machine: no reorganisation, and blocks on demand. */
export const localPace: Pace = {
  confirmations: 1,
  patience: 30,
  giveUpAfter: 180,
  pollEvery: 0.2,
  maxHeadAge: undefined,
}

/** A sixth block on top is what survives a reorganisation of five. */
export const publicPace: Pace = {
  confirmations: 6,
  patience: 60,
  giveUpAfter: 1_800,
  pollEvery: 4,
  maxHeadAge: 300,
}

export const defaultHighestFeePerGas = 500_000_000_000n

export const systemClock: Clock = {
  now: () => Date.now() / 1000,
  wait: (seconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, seconds * 1000)
    }),
}
