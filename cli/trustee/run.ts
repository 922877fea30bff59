/** `dure trustee run`: consent, the loop, and what is said about it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes } from '@noble/hashes/utils.js'
import { DeclinedError, roundCall } from '../frame/act.ts'
import { isLocal, nameOf } from '../frame/networks.ts'
import type { ActOptions, RoundOptions } from '../frame/options.ts'
import { askYes } from '../frame/question.ts'
import { report, say } from '../frame/report.ts'
import { sendOnce } from '../frame/send.ts'
import { openRoundActSession, type RoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readRoundContext } from '../roundContext.ts'
import { describeDone, describeNext, isTrouble } from './describeStep.ts'
import { readFilePassphrase } from './init.ts'
import type { Step, Wait } from '../../chain/trustee/nextStep.ts'
import {
  doWhatIsDue,
  plan,
  runTrustee,
  type TrusteeRun,
} from '../../chain/trustee/runTrustee.ts'
import type { Act } from '../../chain/trustee/takeStep.ts'
import { openTrusteeStore } from './trusteeStore.ts'

/** Seconds, of the slowest chain. */
const blockTime = 12

export type RunOptions = RoundOptions &
  ActOptions & { once?: true; every: number }

export async function run(
  surroundings: Surroundings,
  file: string,
  options: RunOptions,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  await requireConsent(session)
  const passphrase = await readFilePassphrase(surroundings, file)
  const store = await openTrusteeStore(file, passphrase)
  try {
    const taken: Act['kind'][] = []
    const prepared = await prepare(session, store, taken, options)
    const { step } = await go(session, prepared, options)
    if (isTrouble(step)) surroundings.checkFailed()
    report(session, {
      text: describeNext(step, surroundings.now()),
      json: { round: session.round, taken, next: step },
    })
  } finally {
    await store.close()
  }
}

function go(
  session: RoundActSession,
  prepared: TrusteeRun,
  { dryRun, every, once }: RunOptions,
): Promise<{ step: Step }> {
  if (dryRun) return plan(prepared)
  if (once) return doWhatIsDue(prepared)
  return runTrustee(prepared, createPause(session, every))
}

async function prepare(
  session: RoundActSession,
  store: TrusteeRun['store'],
  taken: Act['kind'][],
  { every }: RunOptions,
): Promise<TrusteeRun> {
  const { chainId, client, reader, round, surroundings } = session
  return {
    context: await readRoundContext(reader, round),
    reader,
    account: client.account.address,
    // The time of a local chain is moved at will.
    clock: () => (isLocal(chainId) ? undefined : surroundings.now()),
    random: (length) => Uint8Array.from(randomBytes(length)),
    store,
    send: ({ args, functionName }) =>
      sendOnce(client, roundCall(round, functionName, args)),
    before: (step) => askBefore(session, step),
    after(step) {
      taken.push(step.kind)
      say(session, describeDone(step))
    },
    waitForOthers: () => pauseFor(session, Math.min(every, blockTime)),
  }
}

/** Once for all steps that an honest trustee takes. */
async function requireConsent(session: RoundActSession): Promise<void> {
  const { chainId, client, options, round, surroundings } = session
  if (options.dryRun) return
  say(
    session,
    [
      `Trustee ${client.account.address} of the round ${round} on ${nameOf(chainId)}:`,
      'each step is taken at its time, from the key generation to the release of the shares.',
    ].join('\n'),
  )
  if (!options.yes && !(await askYes(surroundings, 'Go on?')))
    throw new DeclinedError()
}

/** A dispute accuses somebody, and ends the attempt for all. */
async function askBefore(session: RoundActSession, step: Act): Promise<void> {
  const { options, surroundings } = session
  if (step.kind !== 'disputeShare' || options.yes) return
  say(
    session,
    `Trustee ${step.accused} sent a bad share. A dispute proves it by this attempt’s transport secret, and ends the attempt.`,
  )
  if (!(await askYes(surroundings, 'Dispute it?'))) throw new DeclinedError()
}

/** Says each new reason to wait once. */
function createPause(session: RoundActSession, every: number) {
  const { surroundings } = session
  let said = ''
  return async (step: Wait): Promise<void> => {
    const reason = JSON.stringify(step)
    if (reason !== said) say(session, describeNext(step, surroundings.now()))
    said = reason
    await pauseFor(session, every)
  }
}

/** Ctrl-C ends it. */
async function pauseFor(
  { surroundings: { stop } }: RoundActSession,
  seconds: number,
): Promise<void> {
  await sleep(seconds * 1_000, undefined, { signal: stop }).catch(() => {
    stop.throwIfAborted()
  })
}
