/** What a trustee sees of a round at one block: all that its next step asks. */
import { bytesToHex, concat, type Hash, keccak256 } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../clients.ts'
import {
  enumNumber,
  type Phase,
  phases,
  type Purpose,
  purposes,
} from '../enums.ts'
import { getAttempt, type GetAttemptReturnType } from '../getAttempt.ts'
import { readRound } from '../readRound.ts'
import { fromBitField } from '../../protocol/bitField.ts'
import { computeKeys } from '../../protocol/keyGeneration.ts'
import { judgeDispute } from '../../protocol/keyDispute.ts'
import {
  type Attempt,
  checkPackage,
  isAlone,
  PackageInvalidError,
} from '../../protocol/keyPackage.ts'
import { keysDigest, type TrusteeKeys } from '../../protocol/keyTranscript.ts'
import type { Times } from '../../protocol/rules.ts'
import type { RoundContext } from '../roundContext.ts'

export type TrusteeView = {
  block: { number: bigint; time: number }
  phase: Phase
  times: Times
  threshold: number
  generation: GenerationView
  keys: TrusteeKeys | undefined
  drawBlock: { number: bigint; isStored: boolean }
  isDrawn: boolean
  keyCame: boolean
  /** Numbers of the trustees whose share is public. */
  released: Record<Purpose, readonly number[]>
}

export type GenerationView = GetAttemptReturnType & {
  /** Trustees whose package is wrong for all to see. */
  wrongPackages: readonly number[]
  /** Once all packages and shares are there and right. */
  complete: CompleteMessages | undefined
  /** Who is to blame for a dispute. */
  blamed: number | undefined
}

export type CompleteMessages = {
  packages: readonly Uint8Array[]
  /** None of a lone trustee. */
  shares: readonly Uint8Array[]
  /** Of all of them in the order of the numbers. */
  digest: Hash
  /** What everyone must confirm. */
  keysDigest: Hash
  keys: TrusteeKeys
}

export async function readTrusteeView(
  client: ReadClient,
  { fromBlock, round, rules, separator }: RoundContext,
): Promise<TrusteeView> {
  const { number: blockNumber, timestamp } = await getBlock(client)
  const { threshold, times } = rules
  const at = { round, args: [], blockNumber } as const
  const of = (purpose: Purpose) => {
    const args = [enumNumber(purposes, purpose)] as const
    return { ...at, functionName: 'released', args } as const
  }
  const [phase, keys, drawBlock, seed, keyCame, ballot, lottery, attempt] =
    await Promise.all([
      readRound(client, { ...at, functionName: 'phase' }),
      readRound(client, { ...at, functionName: 'trusteeKeys' }),
      readRound(client, { ...at, functionName: 'drawBlock' }),
      readRound(client, { ...at, functionName: 'seed' }),
      readRound(client, { ...at, functionName: 'keyCame' }),
      readRound(client, of('ballot')),
      readRound(client, of('lottery')),
      getAttempt(client, { ...at, separator, threshold, fromBlock }),
    ])
  return {
    block: { number: blockNumber, time: Number(timestamp) },
    phase: phases[phase] ?? 'registration',
    times,
    threshold,
    generation: await lookAtMessages(attempt),
    keys: keys.ballotShares.length === 0 ? undefined : keys,
    drawBlock: { number: drawBlock[0], isStored: !isZero(drawBlock[1]) },
    isDrawn: !isZero(seed),
    keyCame,
    released: {
      ballot: fromBitField([ballot]),
      lottery: fromBitField([lottery]),
    },
  }
}

/** What everybody can find out about the messages of an attempt. */
export async function lookAtMessages(
  generation: GetAttemptReturnType,
): Promise<GenerationView> {
  const { attempt, dispute, packages, shares } = generation
  const wrongPackages = packages.flatMap((message, index) =>
    message && isWrong(attempt, index + 1, message) ? [index + 1] : [],
  )
  const verdict =
    dispute &&
    (await judgeDispute(attempt, dispute, filled(packages), filled(shares)))
  return {
    ...generation,
    wrongPackages,
    complete:
      wrongPackages.length === 0 ? completeMessages(generation) : undefined,
    blamed: verdict?.blamed,
  }
}

function completeMessages({
  attempt,
  packages,
  shares,
  transcript,
}: GetAttemptReturnType): CompleteMessages | undefined {
  const expected = isAlone(attempt) ? packages : [...packages, ...shares]
  if (expected.includes(undefined)) return undefined
  const messages = filled(expected)
  const keys = computeKeys(attempt, filled(packages))
  return {
    packages: filled(packages),
    shares: isAlone(attempt) ? [] : filled(shares),
    digest: keccak256(
      concat(messages.map((one) => keccak256(bytesToHex(one)))),
    ),
    keysDigest: keysDigest(attempt.number, transcript, keys),
    keys,
  }
}

function isWrong(
  attempt: Attempt,
  trustee: number,
  message: Uint8Array,
): boolean {
  try {
    checkPackage(attempt, trustee, message)
    return false
  } catch (error) {
    if (error instanceof PackageInvalidError) return true
    throw error
  }
}

function filled(messages: readonly (Uint8Array | undefined)[]): Uint8Array[] {
  return messages.map((message) => message ?? new Uint8Array())
}

function isZero(hash: Hash): boolean {
  return BigInt(hash) === 0n
}
