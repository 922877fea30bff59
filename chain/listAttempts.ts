/** Every attempt at the keys of a round, with its messages and why it was started. */
import type { Address, Hash } from 'viem'
import type { ReadClient } from './clients.ts'
import {
  attemptEvents,
  type AttemptLog,
  type AttemptMessages,
  collectMessages,
} from './getAttempt.ts'
import { getRoundLogs } from './getRoundLogs.ts'

export type ListAttemptsParameters = {
  round: Address
  /** The round's domain separator. */
  separator: Uint8Array
  /** The round's first block. */
  fromBlock?: bigint | undefined
}
export type ListedAttempt = AttemptMessages & {
  /** Digest of the document; zero of the first one, which needs none. */
  reason: Hash
  startedIn: bigint
  /** All confirmed the same keys. */
  stands: boolean
}

const eventNames = ['AttemptStarted', 'KeysStand', ...attemptEvents] as const

/** In the order of their numbers. */
export async function listAttempts(
  client: ReadClient,
  { fromBlock, round, separator }: ListAttemptsParameters,
): Promise<ListedAttempt[]> {
  const logs = await getRoundLogs(client, { round, eventNames, fromBlock })
  const stood = logs.flatMap(({ args, eventName }) =>
    eventName === 'KeysStand' ? [args.attempt] : [],
  )
  const messages = logs.filter(
    (log): log is AttemptLog =>
      log.eventName !== 'AttemptStarted' && log.eventName !== 'KeysStand',
  )
  return logs.flatMap((log) => {
    if (log.eventName !== 'AttemptStarted') return []
    const { attempt: number, reason, threshold, trustees } = log.args
    const attempt = { separator, number, trustees, threshold }
    const stands = stood.includes(number)
    const told = { reason, startedIn: log.blockNumber, stands }
    return [{ ...collectMessages(attempt, messages), ...told }]
  })
}
