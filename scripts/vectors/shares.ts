/** attempts.json and shares.json: key generation with fixed chance. */
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex, type Hex, numberToHex } from 'viem'
import { computeKeys, finishKeys } from '../../protocol/keyGeneration.ts'
import {
  type Attempt,
  createPackage,
  isAlone,
  type TrusteeState,
} from '../../protocol/keyPackage.ts'
import { createShares, receiveShares } from '../../protocol/keyShares.ts'
import {
  encodeKeys,
  keysDigest,
  transcriptAdd,
  transcriptStart,
  type TrusteeKeys,
} from '../../protocol/keyTranscript.ts'
import type { Point } from '../../protocol/point.ts'
import { combineShares } from '../../protocol/release.ts'
import { type Columns, encodeWords, toColumns } from './columns.ts'
import { seededRandom, seededScalar } from './seededRandom.ts'
import { vectorSeparator } from './typedData.ts'

/** Trustees, and the quorums whose shares are combined. */
const attempts: readonly (readonly [count: number, quorums: number[][]])[] = [
  [1, [[1]]],
  [
    3,
    [
      [1, 2],
      [1, 3],
      [2, 3],
    ],
  ],
  [
    5,
    [
      [1, 2, 3],
      [1, 2, 5],
      [2, 3, 4],
      [3, 4, 5],
    ],
  ],
]

/** One row per attempt: what was sent, and what all confirmed. */
export async function attemptVectors(): Promise<Columns> {
  const rows = attempts.map(async ([count, quorums]) => {
    const attempt = makeAttempt(thresholdOf(quorums), count)
    return toAttemptRow(attempt, await runAttempt(attempt))
  })
  return toColumns(await Promise.all(rows))
}

/** One row per quorum and key: shares, verifying shares and the secret. */
export async function shareVectors(): Promise<Columns> {
  const rows = attempts.map(async ([count, quorums]) => {
    const attempt = makeAttempt(thresholdOf(quorums), count)
    const { ballot, lottery } = await runAttempt(attempt)
    return quorums.flatMap((quorum) => [
      toQuorumRow(attempt, quorum, ballot),
      toQuorumRow(attempt, quorum, lottery),
    ])
  })
  return toColumns((await Promise.all(rows)).flat())
}

function toAttemptRow(attempt: Attempt, run: Run) {
  const { separator, number, trustees, threshold } = attempt
  const transcript = makeTranscript(attempt, run)
  return {
    domainSeparator: bytesToHex(separator),
    attempt: number,
    trustees: encodeWords(trustees.map((trustee) => BigInt(trustee))),
    threshold,
    transportSecrets: encodeWords(run.states.map(toTransportSecret)),
    packages: bytesToHex(concatBytes(...run.packages)),
    messages: bytesToHex(concatBytes(...run.messages)),
    transcript,
    keys: encodeKeys(run.keys),
    keysDigest: keysDigest(number, transcript, run.keys),
  }
}

function toQuorumRow(
  { threshold, trustees }: Attempt,
  quorum: readonly number[],
  { key, shares, verifyingShares }: OneKey,
) {
  const released = shares
    .map((share, index) => ({ trustee: index + 1, share }))
    .filter(({ trustee }) => quorum.includes(trustee))
  const points = verifyingShares.filter((_, index) =>
    quorum.includes(index + 1),
  )
  const signers = { threshold, trustees: trustees.length }
  const secret = combineShares(signers, released)
  return {
    numbers: encodeWords(quorum),
    shares: encodeWords(released.map(({ share }) => share)),
    verifyingX: encodeWords(points.map(({ x }) => BigInt(x))),
    verifyingY: encodeWords(points.map(({ y }) => BigInt(y))),
    secret: numberToHex(secret, { size: 32 }),
    keyX: key.x,
    keyY: key.y,
  }
}

/** A group key with all shares of its secret, in the trustees' order. */
type OneKey = {
  key: Point
  shares: bigint[]
  verifyingShares: readonly Point[]
}

type Messages = {
  states: TrusteeState[]
  packages: Uint8Array[]
  messages: Uint8Array[]
}

/** All that an attempt leaves behind. */
type Run = Messages & { keys: TrusteeKeys; ballot: OneKey; lottery: OneKey }

function makeAttempt(threshold: number, count: number): Attempt {
  const random = seededRandom('trustees')
  const trustees = Array.from({ length: count }, () => bytesToHex(random(20)))
  return { separator: vectorSeparator, number: count, trustees, threshold }
}

async function runAttempt(attempt: Attempt): Promise<Run> {
  const exchanged = await exchangeMessages(attempt)
  const { states, packages, messages } = exchanged
  const finished = await Promise.all(
    states.map(async (state) => {
      const shares = await receiveShares(attempt, state, packages, messages)
      return finishKeys(attempt, state, packages, shares.received)
    }),
  )
  const keys = computeKeys(attempt, packages)
  const ballot = {
    key: keys.ballotKey,
    shares: finished.map(({ ballotShare }) => ballotShare),
    verifyingShares: keys.ballotShares,
  }
  const lottery = {
    key: keys.lotteryKey,
    shares: finished.map(({ lotteryShare }) => lotteryShare),
    verifyingShares: keys.lotteryShares,
  }
  return { ...exchanged, keys, ballot, lottery }
}

async function exchangeMessages(attempt: Attempt): Promise<Messages> {
  const randoms = attempt.trustees.map((trustee) => seededRandom(trustee))
  const made = randoms.map((random, index) =>
    createPackage(attempt, index + 1, random),
  )
  const states = made.map(({ state }) => state)
  const packages = made.map(({ message }) => message)
  const messages = await Promise.all(
    states.map((state, index) => {
      const random = randoms[index] ?? seededRandom('')
      const ephemerals = attempt.trustees.map(() => seededScalar(random))
      return createShares(attempt, state, packages, ephemerals)
    }),
  )
  return { states, packages, messages }
}

/** As if every step came in the order of the trustees' numbers. */
function makeTranscript(attempt: Attempt, run: Messages): Hex {
  const { packages, messages } = run
  const afterPackages = packages.reduce(
    (transcript, message, index) =>
      transcriptAdd(transcript, 'package', index + 1, message),
    transcriptStart(attempt),
  )
  if (isAlone(attempt)) return afterPackages
  return messages.reduce(
    (transcript, message, index) =>
      transcriptAdd(transcript, 'shares', index + 1, message),
    afterPackages,
  )
}

function thresholdOf(quorums: readonly number[][]): number {
  return quorums[0]?.length ?? 0
}

function toTransportSecret({ transportSecret }: TrusteeState): bigint {
  return BigInt(transportSecret)
}
