/** How commands send: patiently, journalled, and telling what happens. */
import { setTimeout as wait } from 'node:timers/promises'
import { keccak256 } from 'viem'
import {
  type Clock,
  defaultHighestFeePerGas,
  type DeliveryProgress,
  type DeliverySettings,
  localPace,
  publicPace,
} from '../../chain/delivery/settings.ts'
import { isLocal } from './networks.ts'
import type { ActOptions } from './options.ts'
import type { Surroundings } from './surroundings.ts'

export function deliverySettings(
  { err, journal, stop }: Pick<Surroundings, 'err' | 'journal' | 'stop'>,
  chainId: number,
  wanted: Pick<ActOptions, 'confirmations' | 'giveUpAfter'>,
): DeliverySettings {
  const usual = isLocal(chainId) ? localPace : publicPace
  const { confirmations = usual.confirmations } = wanted
  const { giveUpAfter = usual.giveUpAfter } = wanted
  return {
    journal,
    clock: stoppableClock(stop),
    pace: { ...usual, confirmations, giveUpAfter },
    highestFeePerGas: defaultHighestFeePerGas,
    onProgress(progress) {
      const text = describe(progress)
      if (text !== undefined) err.write(`${text}\n`)
    },
  }
}

/** Ctrl-C ends the wait; the journal keeps what is under way. */
function stoppableClock(stop: AbortSignal): Clock {
  return {
    now: () => Date.now() / 1000,
    async wait(seconds) {
      await wait(seconds * 1000, undefined, { signal: stop }).catch(() => {
        stop.throwIfAborted()
      })
    },
  }
}

/** What nobody has to know stays unsaid. */
function describe(progress: DeliveryProgress): string | undefined {
  const { delivery, event } = progress
  const { functionName, transactions } = delivery
  switch (event) {
    case 'sent':
      return `${functionName} is sent: ${keccak256(transactions.at(-1) ?? '0x')}`
    case 'raised':
      return `${functionName} waits too long: sent again with higher fees.`
    case 'dropped':
      return `A reorganisation dropped ${functionName}: sent again.`
    case 'passed':
      return `The nonce of ${functionName} seems to be used by another transaction; looking again.`
    case 'caughtUp':
      return `An earlier ${functionName} is finished: ${progress.status}.`
    case 'included':
    case 'troubled':
      return undefined
  }
}
