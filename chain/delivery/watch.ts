/** What is known of a delivery while it is being seen through. */
import type { Chain, Client, Hash, LocalAccount, Transport } from 'viem'
import type { Delivery } from './journal.ts'
import type { LookOf } from './lookAt.ts'
import type { DeliveryProgress, DeliverySettings } from './settings.ts'

/** A chain that is named, and an account whose key is here. */
export type DeliveryClient = Client<Transport, Chain, LocalAccount>

export type Watch = {
  client: DeliveryClient
  settings: DeliverySettings
  delivery: Delivery
  /** Signed just now, and not yet handed to any node. */
  isNew: boolean
  /** Seconds: when its fees were fixed, or it was last in a block. */
  since: number
  /** The latest block when the node first took it with these fees. */
  firstSentAt: bigint | undefined
  /** The same, when it was last handed over. */
  sentAt: bigint | undefined
  /** The node finds its fees too low. */
  isUnderpriced: boolean
  /** Its fees may not rise any more. */
  isAtLimit: boolean
  includedIn: Hash | undefined
  /** It stood in a block that a reorganisation removed. */
  wasDropped: boolean
  /** Latest block when its nonce was first found used by another. */
  passedAt: bigint | undefined
  /** Looks in a row that found it so. */
  passedLooks: number
  /** The nonce that the chain waits for. */
  nextNonce: number | undefined
  /** Of the latest question that got no good answer. */
  cause: unknown
}

export function beginWatch(
  given: Pick<Watch, 'client' | 'settings' | 'delivery' | 'isNew'>,
): Watch {
  return {
    ...given,
    since: given.settings.clock.now(),
    firstSentAt: undefined,
    sentAt: undefined,
    isUnderpriced: false,
    isAtLimit: false,
    includedIn: undefined,
    wasDropped: false,
    passedAt: undefined,
    passedLooks: 0,
    nextNonce: undefined,
    cause: undefined,
  }
}

export function noteInclusion(
  watch: Watch,
  { receipt: { blockHash }, depth }: LookOf<'included'>,
): Watch {
  const { includedIn, settings, delivery } = watch
  if (includedIn !== blockHash)
    report(watch, { event: 'included', delivery, depth })
  const hasMoved = includedIn !== undefined && includedIn !== blockHash
  return {
    ...watch,
    isNew: false,
    since: settings.clock.now(),
    includedIn: blockHash,
    wasDropped: watch.wasDropped || hasMoved,
    passedAt: undefined,
    passedLooks: 0,
    cause: undefined,
  }
}

/** It is in no block. When it was in one before, it has to be sent again. */
export function noteAbsence(watch: Watch): Watch {
  if (watch.includedIn === undefined) return watch
  report(watch, { event: 'dropped', delivery: watch.delivery })
  return {
    ...watch,
    includedIn: undefined,
    wasDropped: true,
    firstSentAt: undefined,
    sentAt: undefined,
  }
}

/** Once, until an answer is good again. */
export function noteTrouble(watch: Watch, cause: unknown): Watch {
  const { delivery } = watch
  if (watch.cause === undefined)
    report(watch, { event: 'troubled', delivery, cause })
  return { ...watch, cause }
}

export function report({ settings }: Watch, progress: DeliveryProgress): void {
  settings.onProgress?.(progress)
}
