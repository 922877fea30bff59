/** Where a round stands: all that `dure status` tells, as plain data. */
import type { Address } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import {
  enumNumber,
  type Phase,
  phases,
  type Purpose,
  purposes,
} from '../../chain/enums.ts'
import { getAttempt } from '../../chain/getAttempt.ts'
import { readRound } from '../../chain/readRound.ts'
import { fromBitField } from '../../protocol/bitField.ts'
import { isAlone } from '../../protocol/keyPackage.ts'
import type { Times } from '../../protocol/rules.ts'
import type { RoundContext } from '../roundContext.ts'

export type RoundStatus = {
  round: Address
  chainId: number
  phase: Phase
  /** Number and Unix time of the block that all of it is of. */
  block: { number: bigint; time: number }
  times: Times
  roster: { accepted: number; onRoster: number; isFixed: boolean }
  roll: { published: number; chunks: number; changedAt: number }
  reviewers: number
  trustees: TrusteesStatus
  drawBlock: { number: bigint; isStored: boolean }
  isDrawn: boolean
  ballots: { pages: number; cast: number; settled: number }
  /** 0 before. */
  rankedAt: number
  objections: { count: number; answered: number }
}

export type TrusteesStatus = {
  count: number
  threshold: number
  attempt: number
  isDisputed: boolean
  haveKeys: boolean
  keyCame: boolean
  /** Numbers of the trustees who still have to do it. */
  missing: Record<
    'package' | 'shares' | 'confirmation' | 'lottery share' | 'ballot share',
    readonly number[]
  >
}

export async function readStatus(
  client: ReadClient,
  context: RoundContext,
): Promise<RoundStatus> {
  const { number: blockNumber, timestamp } = await getBlock(client)
  const { chainId, round, rules } = context
  const at = { round, args: [], blockNumber } as const
  const [phase, roster, roll, drawBlock, seed, ballots, rankedAt, objections] =
    await Promise.all([
      readRound(client, { ...at, functionName: 'phase' }),
      readRound(client, { ...at, functionName: 'rosterSize' }),
      readRound(client, { ...at, functionName: 'rollProgress' }),
      readRound(client, { ...at, functionName: 'drawBlock' }),
      readRound(client, { ...at, functionName: 'seed' }),
      readRound(client, { ...at, functionName: 'ballotCounts' }),
      readRound(client, { ...at, functionName: 'rankedAt' }),
      readRound(client, { ...at, functionName: 'objectionCounts' }),
    ])
  const [accepted, onRoster, isFixed] = roster
  const [published, chunks, changedAt] = roll.map(Number)
  const [pages, cast, settled] = ballots.map(Number)
  const count = { ...at, functionName: 'reviewerCount' } as const
  return {
    ...{ round, chainId: Number(chainId), times: rules.times },
    phase: phases[phase] ?? 'registration',
    block: { number: blockNumber, time: Number(timestamp) },
    roster: {
      accepted: Number(accepted),
      onRoster: Number(onRoster),
      isFixed,
    },
    roll: {
      published: published ?? 0,
      chunks: chunks ?? 0,
      changedAt: changedAt ?? 0,
    },
    reviewers: isFixed ? Number(await readRound(client, count)) : 0,
    trustees: await readTrustees(client, context, blockNumber),
    drawBlock: {
      number: drawBlock[0],
      isStored: BigInt(drawBlock[1]) !== 0n,
    },
    isDrawn: BigInt(seed) !== 0n,
    ballots: { pages: pages ?? 0, cast: cast ?? 0, settled: settled ?? 0 },
    rankedAt: Number(rankedAt),
    objections: {
      count: Number(objections[0]),
      answered: Number(objections[1]),
    },
  }
}

async function readTrustees(
  client: ReadClient,
  { fromBlock, round, rules, separator }: RoundContext,
  blockNumber: bigint,
): Promise<TrusteesStatus> {
  const at = { round, args: [], blockNumber } as const
  const { threshold } = rules
  const released = async (purpose: Purpose) => {
    const args = [enumNumber(purposes, purpose)] as const
    const call = { ...at, functionName: 'released', args } as const
    return fromBitField([await readRound(client, call)])
  }
  const [generation, keys, keyCame, lottery, ballot] = await Promise.all([
    getAttempt(client, { ...at, separator, threshold, fromBlock }),
    readRound(client, { ...at, functionName: 'trusteeKeys' }),
    readRound(client, { ...at, functionName: 'keyCame' }),
    released('lottery'),
    released('ballot'),
  ])
  const { attempt, confirmations, dispute, packages, shares } = generation
  const count = attempt.trustees.length
  const confirmed = confirmations.map(({ trustee }) => trustee)
  return {
    ...{ count, threshold, attempt: attempt.number, keyCame },
    isDisputed: dispute !== undefined,
    haveKeys: keys.ballotShares.length > 0,
    missing: {
      package: indicesOfMissing(packages),
      shares: isAlone(attempt) ? [] : indicesOfMissing(shares),
      confirmation: without(count, confirmed),
      'lottery share': without(count, lottery),
      'ballot share': without(count, ballot),
    },
  }
}

function indicesOfMissing(
  messages: readonly (Uint8Array | undefined)[],
): number[] {
  return messages.flatMap((message, index) =>
    message === undefined ? [index + 1] : [],
  )
}

function without(count: number, present: readonly number[]): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => !present.includes(number),
  )
}
