/** Does a trustee's part at each phase and waits in between. */
import type { Address } from 'viem'
import type { ReadClient } from '../clients.ts'
import { TransactionFailedError } from '../throwReason.ts'
import { RefusedError, UnnamedRefusalError } from '../refusedError.ts'
import {
  type Done,
  nextStep,
  type Situation,
  type Step,
  type Wait,
} from './nextStep.ts'
import { type Act, takeStep, type TrusteeWork } from './takeStep.ts'
import { findAttempt } from './trusteeFile.ts'
import { readTrusteeView } from './trusteeView.ts'

export type TrusteeRun = TrusteeWork & {
  reader: ReadClient
  account: Address
  /** This machine's Unix time; see {@link Situation}. */
  clock: () => number | undefined
  /** Before each step; throws to leave it be. */
  before?(step: Act, situation: Situation): Promise<void>
  /** After each one. */
  after?(step: Act, situation: Situation): void
  /** Until what others have sent may be on the chain. */
  waitForOthers?(): Promise<void>
}

/** Does all that is due, and answers what comes then. */
export async function doWhatIsDue(run: TrusteeRun): Promise<{
  step: Wait | Done
  situation: Situation
}> {
  for (;;) {
    const { situation, step } = await plan(run)
    if (step.kind === 'wait' || step.kind === 'done') return { step, situation }
    await run.before?.(step, situation)
    await takeUnlessDone(run, situation, step)
    run.after?.(step, situation)
  }
}

/** Goes on until nothing more can come. */
export async function runTrustee(
  run: TrusteeRun,
  /** Called with each new thing to wait for; answers when to look again. */
  pause: (step: Wait, situation: Situation) => Promise<void>,
): Promise<{ step: Done; situation: Situation }> {
  for (;;) {
    const { step, situation } = await doWhatIsDue(run)
    if (step.kind === 'done') return { step, situation }
    await pause(step, situation)
  }
}

/** What stands on the chain decides; nothing of the last look is kept. */
export async function plan({
  account,
  clock,
  context,
  reader,
  store,
}: TrusteeRun) {
  const view = await readTrusteeView(reader, context)
  const { number } = view.generation.attempt
  const kept = findAttempt(store.read(), context, number)
  const situation = { view, account, kept, clock: clock() }
  return { situation, step: nextStep(situation) }
}

/**
 * A refusal may come too late: of what was sent before a crash, or by others,
 * who may have sent what is in no block yet.
 */
async function takeUnlessDone(
  run: TrusteeRun,
  situation: Situation,
  step: Act,
  triesLeft = 3,
): Promise<void> {
  try {
    await takeStep(run, situation, step)
  } catch (error) {
    const now = await plan(run)
    if (!isSame(now.step, step)) return
    if (triesLeft === 0 || !isOfTheChain(error)) throw error
    await run.waitForOthers?.()
    const later = await plan(run)
    if (isSame(later.step, step))
      await takeUnlessDone(run, later.situation, step, triesLeft - 1)
  }
}

/**
 * A refusal, or want of gas: the last confirmation costs more, and others may
 * confirm after the estimate.
 */
function isOfTheChain(error: unknown): boolean {
  return (
    error instanceof RefusedError ||
    error instanceof UnnamedRefusalError ||
    error instanceof TransactionFailedError
  )
}

function isSame(one: Step, other: Step): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
