/** Sees one delivery through, until it is on the chain for good. */
import type { TransactionReceipt } from 'viem'
import { NonceUsedError, StuckError } from './errors.ts'
import { type Look, lookAt, type LookOf } from './lookAt.ts'
import { sendAgain } from './sendAgain.ts'
import {
  beginWatch,
  noteAbsence,
  noteInclusion,
  noteTrouble,
  report,
  type Watch,
} from './watch.ts'

export type SettleParameters = Parameters<typeof beginWatch>[0]

export type Settled = {
  /** The transaction may have failed. */
  receipt: TransactionReceipt
  /** It stood in a block that a reorganisation removed. */
  wasDropped: boolean
}

/** Several nodes may answer behind one address, some of them late. */
const looksBeforePassed = 3

export async function settle(parameters: SettleParameters): Promise<Settled> {
  const { client, settings } = parameters
  const { clock, journal, pace } = settings
  const started = clock.now()
  let watch = beginWatch(parameters)
  for (;;) {
    const look = await lookAt(client, watch.delivery)
    watch = await follow(watch, look)
    if (look.state === 'included' && look.depth >= pace.confirmations) {
      await journal.remove(watch.delivery)
      return { receipt: look.receipt, wasDropped: watch.wasDropped }
    }
    const seconds = clock.now() - started
    if (seconds > pace.giveUpAfter) throw toStuck(watch, seconds)
    await clock.wait(pace.pollEvery)
  }
}

function follow(watch: Watch, look: Look): Promise<Watch> | Watch {
  switch (look.state) {
    case 'included':
      return noteInclusion(watch, look)
    case 'waiting':
      return sendAgain(noteAbsence(watch), look)
    case 'passed':
      return notePassed(noteAbsence(watch), look)
    case 'unreachable':
      return noteTrouble(watch, look.cause)
  }
}

/** Believed once it is as deep as an inclusion has to be. */
async function notePassed(
  watch: Watch,
  { head }: LookOf<'passed'>,
): Promise<Watch> {
  const { delivery, settings, passedAt = head } = watch
  const passedLooks = watch.passedLooks + 1
  const depth = Number(head - passedAt) + 1
  const { confirmations } = settings.pace
  if (passedLooks < looksBeforePassed || depth < confirmations)
    return { ...watch, passedAt, passedLooks }
  await settings.journal.remove(delivery)
  report(watch, { event: 'passed', delivery })
  throw new NonceUsedError({ delivery })
}

function toStuck(watch: Watch, seconds: number): StuckError {
  const { delivery, nextNonce, includedIn, isAtLimit, settings, cause } = watch
  const reasons: string[] = []
  if (cause !== undefined)
    reasons.push('The node does not answer as it should.')
  if (includedIn !== undefined)
    reasons.push(`It is in block ${includedIn}, with too few blocks on top.`)
  if (nextNonce !== undefined && nextNonce < delivery.nonce)
    reasons.push(
      `It has nonce ${delivery.nonce}, and the chain waits for nonce ${nextNonce} of ${delivery.from}, which another program has sent or lost.`,
    )
  if (isAtLimit)
    reasons.push(
      `The network asks for more than ${settings.highestFeePerGas} wei per gas, the highest fee allowed.`,
    )
  return new StuckError({ delivery, seconds, reasons, cause })
}
