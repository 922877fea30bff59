/** The attempt at key generation under way, with all its messages. */
import { type Address, type Hash, hexToBytes } from 'viem'
import { BaseError } from '../protocol/errors.ts'
import type { Dispute } from '../protocol/keyDispute.ts'
import type { Attempt } from '../protocol/keyPackage.ts'
import { transcriptAdd, transcriptStart } from '../protocol/keyTranscript.ts'
import type { ReadClient } from './clients.ts'
import { getRoundLogs, type GetRoundLogsReturnType } from './getRoundLogs.ts'
import { readRound } from './readRound.ts'

export type GetAttemptParameters = {
  round: Address
  /** The round's domain separator. */
  separator: Uint8Array
  /** Of the rules. */
  threshold: number
  /** The round's first block. */
  fromBlock?: bigint | undefined
  /** Everything is read as of this block. */
  blockNumber: bigint
}
export type AttemptMessages = {
  attempt: Attempt
  /** By trustee index; nothing where it is not published yet. */
  packages: readonly (Uint8Array | undefined)[]
  shares: readonly (Uint8Array | undefined)[]
  /** Of the messages, and equal to the contract's. */
  transcript: Hash
  confirmations: readonly { trustee: number; keysDigest: Hash }[]
  dispute: Dispute | undefined
}

export type GetAttemptReturnType = AttemptMessages

export const attemptEvents = [
  'PackagePublished',
  'SharesPublished',
  'KeysConfirmed',
  'ShareDisputed',
] as const
export type AttemptLog = GetRoundLogsReturnType<
  (typeof attemptEvents)[number]
>[number]
type Log = AttemptLog

export async function getAttempt(
  client: ReadClient,
  parameters: GetAttemptParameters,
): Promise<GetAttemptReturnType> {
  const { round, separator, threshold, fromBlock, blockNumber } = parameters
  const call = {
    round,
    functionName: 'attempt',
    args: [],
    blockNumber,
  } as const
  const [number, trustees, transcript] = await readRound(client, call)
  const range = { fromBlock, toBlock: blockNumber }
  const eventNames = attemptEvents
  const logs = await getRoundLogs(client, { round, eventNames, ...range })
  const attempt = { separator, number, trustees, threshold }
  const messages = collectMessages(attempt, logs)
  if (messages.transcript !== transcript)
    throw new TranscriptDiffersError({ attempt: number, blockNumber })
  return messages
}

/** What was said in an attempt, by all logs of the round's attempts. */
export function collectMessages(
  attempt: Attempt,
  all: readonly Log[],
): AttemptMessages {
  const logs = all.filter(({ args }) => args.attempt === attempt.number)
  return {
    attempt,
    packages: collect(attempt, logs, 'PackagePublished'),
    shares: collect(attempt, logs, 'SharesPublished'),
    transcript: followTranscript(attempt, logs),
    confirmations: logs.flatMap(({ args, eventName }) =>
      eventName === 'KeysConfirmed'
        ? [{ trustee: Number(args.trustee), keysDigest: args.keysDigest }]
        : [],
    ),
    dispute: findDispute(logs),
  }
}

/** In the order of the chain, as everyone confirms it. */
function followTranscript(attempt: Attempt, logs: readonly Log[]): Hash {
  let transcript = transcriptStart(attempt)
  for (const log of logs) {
    const message = messageOf(log)
    if (!message) continue
    const step = log.eventName === 'PackagePublished' ? 'package' : 'shares'
    const trustee = Number(log.args.trustee)
    transcript = transcriptAdd(transcript, step, trustee, message)
  }
  return transcript
}

function collect(
  { trustees }: Attempt,
  logs: readonly Log[],
  name: 'PackagePublished' | 'SharesPublished',
): (Uint8Array | undefined)[] {
  return trustees.map((_, index) => {
    const isIt = ({ args, eventName }: Log) =>
      eventName === name && Number(args.trustee) === index + 1
    const log = logs.find(isIt)
    return log && messageOf(log)
  })
}

function messageOf({ args, eventName }: Log): Uint8Array | undefined {
  if (eventName === 'PackagePublished') return hexToBytes(args.package)
  if (eventName === 'SharesPublished') return hexToBytes(args.shares)
  return undefined
}

function findDispute(logs: readonly Log[]): Dispute | undefined {
  for (const { args, eventName } of logs)
    if (eventName === 'ShareDisputed')
      return {
        trustee: Number(args.trustee),
        accused: Number(args.accused),
        transportSecret: args.transportSecret,
      }
  return undefined
}

export class TranscriptDiffersError extends BaseError {
  override name = 'TranscriptDiffersError'

  constructor({
    attempt,
    blockNumber,
  }: {
    attempt: number
    blockNumber: bigint
  }) {
    super(
      `The node's logs of attempt ${attempt} are not those that the contract recorded.`,
      {
        metaMessages: [
          `At block ${blockNumber}.`,
          'The node is behind or leaves logs out: try again, or another node.',
        ],
      },
    )
  }
}
