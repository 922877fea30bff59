/** Sees one cast through, from wherever it stands. */
import { bytesToHex } from 'viem'
import {
  castBallots,
  type CastBallotsReturnType,
} from '../../chain/castBallots.ts'
import {
  NonceUsedError,
  OvertakenError,
  RejectedError,
} from '../../chain/delivery/errors.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import type { SendCallParameters } from '../../chain/sendCall.ts'
import { TransactionFailedError } from '../../chain/throwReason.ts'
import { RefusedError, UnnamedRefusalError } from '../../chain/refusedError.ts'
import { describeError } from '../log.ts'
import type { Services } from '../services.ts'
import { finishCast, type Outcome } from './finishCast.ts'
import { outcomesOf } from './outcomesOf.ts'
import { readCastBallots } from './readCast.ts'
import { settleByChain, superseded } from './settleByChain.ts'
import type { Cast } from './takePage.ts'

/**
 * - `cast`: it is on the chain.
 * - `undone`: it is not, and its ballots wait again.
 * - `tooLarge`: likewise, and fewer ballots at once may fare better.
 * - `unpaid`: likewise, and nothing helps until somebody fills the purse.
 */
export type CastResult = 'cast' | 'undone' | 'tooLarge' | 'unpaid'

/** Throws while it cannot be told; then it is still under way. */
export async function castPage(
  services: Services,
  cast: Cast,
): Promise<CastResult> {
  const { database, log, node, troubles } = services
  const { batch, id, round } = cast
  try {
    const done = await castBallots(node.sender, { round, batch })
    const { ballots, page, receipt, skipped } = done
    const gas = Number(receipt.gasUsed)
    const cost = ballots > 0 ? { ballots, gas } : undefined
    const outcomes = await findOutcomes(services, cast, done)
    await finishCast(database, cast, outcomes, cost)
    troubles.over('pages')
    log('cast', { cast: id, round, page, ballots, gas })
    if (skipped.length > 0) log('skipped', { round, ballots: skipped.length })
    return 'cast'
  } catch (error) {
    if (!isOver(error) || staysUnderWay(error)) throw error
    troubles.note('pages', error)
    log('undone', { cast: id, round, ...describeError(error) })
    await undoCast(services, cast)
    if (isPurseEmpty(error)) return 'unpaid'
    return mayBeTooLarge(error) ? 'tooLarge' : 'undone'
  }
}

/** What was superseded may be so by itself: somebody else cast it as well. */
async function findOutcomes(
  services: Services,
  cast: Cast,
  done: CastBallotsReturnType,
): Promise<Outcome[]> {
  const ballots = await readCastBallots(services.database, cast)
  const outcomes = outcomesOf(ballots, done)
  const doubtful = ballots.filter(
    (_, index) => outcomes[index]?.reason === superseded,
  )
  if (doubtful.length === 0) return outcomes
  const sure = outcomes.filter(({ reason }) => reason !== superseded)
  return [...sure, ...(await settleByChain(services, cast, doubtful))]
}

/** The same as `castBallots` sends: by it the journal knows the cast again. */
export function callOf({ batch, round }: Cast): SendCallParameters {
  const args = [bytesToHex(batch)]
  return { address: round, abi: roundAbi, functionName: 'castBallots', args }
}

/** What of it is on the chain all the same, stays; the rest waits again. */
export async function undoCast(services: Services, cast: Cast): Promise<void> {
  const ballots = await readCastBallots(services.database, cast)
  const outcomes = await settleByChain(services, cast, ballots)
  await finishCast(services.database, cast, outcomes)
}

/** No transaction of it is under way any more. */
function isOver(error: unknown): boolean {
  return (
    error instanceof NonceUsedError ||
    error instanceof OvertakenError ||
    error instanceof RefusedError ||
    error instanceof TransactionFailedError ||
    mayBeTooLarge(error)
  )
}

/** What was sent before the purse was empty goes on once it is filled. */
function staysUnderWay(error: unknown): boolean {
  return isPurseEmpty(error) && error.isKept
}

function mayBeTooLarge(error: unknown): boolean {
  return error instanceof UnnamedRefusalError || error instanceof RejectedError
}

/** Nodes word it as they like. */
function isPurseEmpty(error: unknown): error is RejectedError {
  return error instanceof RejectedError && /funds/i.test(error.details)
}
