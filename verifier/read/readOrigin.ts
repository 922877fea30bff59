/** Whether a contract is a round, and where it comes from. */
import {
  type Address,
  BaseError as ViemError,
  ContractFunctionZeroDataError,
} from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { readRound } from '../../chain/readRound.ts'
import { RefusedError, UnnamedRefusalError } from '../../chain/refusedError.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { RecordedLog } from '../record.ts'
import { askCreations } from './askLogs.ts'
import type { Reading } from './readEach.ts'
import { inOrder, isRoundOpened } from './roundLogs.ts'

/** By one question that only a round answers, before many are asked. */
export async function requireRound(
  client: ReadClient,
  { round, blockNumber }: Reading,
): Promise<void> {
  try {
    const call = { round, blockNumber, args: [] } as const
    await readRound(client, { ...call, functionName: 'rulesDigest' })
  } catch (error) {
    throw isNoAnswer(error) ? new NoRoundError({ round, cause: error }) : error
  }
}

function isNoAnswer(error: unknown): boolean {
  if (error instanceof RefusedError || error instanceof UnnamedRefusalError)
    return true
  if (!(error instanceof ViemError)) return false
  const empty = error.walk(
    (inner) => inner instanceof ContractFunctionZeroDataError,
  )
  return empty !== null
}

/** The factory's log of the round whose own logs are these. */
export async function readOrigin(
  client: ReadClient,
  round: Address,
  logs: readonly RecordedLog[],
): Promise<RecordedLog> {
  const [opened] = logs
  if (!isRoundOpened(opened)) throw new NoRoundError({ round })
  const creations = await askCreations(client, round, opened.blockNumber)
  // The factory logs last before it opens the round in the same transaction.
  const created = inOrder(creations).findLast(
    ({ transactionHash, logIndex }) =>
      transactionHash === opened.transactionHash && logIndex < opened.logIndex,
  )
  if (!created) throw new NoFactoryError({ round })
  return created
}

export class NoRoundError extends BaseError {
  override name = 'NoRoundError'

  constructor({ round, cause }: { round: Address; cause?: unknown }) {
    super(`The contract at ${round} never opened as a round.`, {
      metaMessages: [
        'Expected RoundOpened as its first event.',
        'Give the address of a round, or ask a node that keeps all logs.',
      ],
      cause,
    })
  }
}

export class NoFactoryError extends BaseError {
  override name = 'NoFactoryError'

  constructor({ round }: { round: Address }) {
    super(`No factory says that it made ${round}.`, {
      metaMessages: [
        'Expected RoundCreated in the transaction that opened the round.',
      ],
    })
  }
}
