/** The views of a round that answer without a number. */
import type { Address, Hash } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import {
  enumNumber,
  phases,
  type Purpose,
  purposes,
  type Role,
  roles,
} from '../../chain/enums.ts'
import { readRound } from '../../chain/readRound.ts'
import type { RecordedAttempt, RecordedState } from '../record.ts'
import type { Reading } from './readEach.ts'

type SingleName =
  | 'rulesDigest'
  | 'domainSeparator'
  | 'phase'
  | 'holders'
  | 'offered'
  | 'roster'
  | 'reviewers'
  | 'roll'
  | 'attempt'
  | 'trusteeKeys'
  | 'released'
  | 'keyCame'
  | 'drawBlock'
  | 'seed'
  | 'ballots'
  | 'rankedAt'
  | 'objections'

export type Singles = Pick<RecordedState, SingleName>

export async function readSingles(
  client: ReadClient,
  reading: Reading,
): Promise<Singles> {
  const [opened, people, counts, keys, draw] = await Promise.all([
    readOpened(client, reading),
    readPeople(client, reading),
    readCounts(client, reading),
    readKeys(client, reading),
    readDraw(client, reading),
  ])
  return { ...opened, ...people, ...counts, ...keys, ...draw }
}

async function readOpened(client: ReadClient, reading: Reading) {
  const call = { ...reading, args: [] } as const
  const [rulesDigest, domainSeparator, phase] = await Promise.all([
    readRound(client, { ...call, functionName: 'rulesDigest' }),
    readRound(client, { ...call, functionName: 'domainSeparator' }),
    readRound(client, { ...call, functionName: 'phase' }),
  ])
  return {
    rulesDigest,
    domainSeparator,
    phase: phases[phase] ?? 'registration',
  }
}

async function readPeople(client: ReadClient, reading: Reading) {
  const [holders, offered] = await Promise.all([
    readRoles(client, reading, 'holder'),
    readRoles(client, reading, 'offered'),
  ])
  return { holders, offered }
}

async function readRoles(
  client: ReadClient,
  reading: Reading,
  functionName: 'holder' | 'offered',
): Promise<Record<Role, Address>> {
  const answers = await Promise.all(
    roles.map(async (role) => {
      const args = [enumNumber(roles, role)] as const
      const call = { ...reading, functionName, args }
      return [role, await readRound(client, call)] as const
    }),
  )
  return Object.fromEntries(answers) as Record<Role, Address>
}

async function readCounts(client: ReadClient, reading: Reading) {
  const call = { ...reading, args: [] } as const
  const [roster, reviewers, progress, digest, ballots, rankedAt, objections] =
    await Promise.all([
      readRound(client, { ...call, functionName: 'rosterSize' }),
      readRound(client, { ...call, functionName: 'reviewerCount' }),
      readRound(client, { ...call, functionName: 'rollProgress' }),
      readRound(client, { ...call, functionName: 'rollDigest' }),
      readRound(client, { ...call, functionName: 'ballotCounts' }),
      readRound(client, { ...call, functionName: 'rankedAt' }),
      readRound(client, { ...call, functionName: 'objectionCounts' }),
    ])
  const [accepted, onRoster, isFixed] = roster
  const [published = 0, chunks = 0, changedAt = 0] = progress.map(Number)
  const [pages = 0, cast = 0, settled = 0] = ballots.map(Number)
  const [count = 0, answered = 0] = objections.map(Number)
  return {
    roster: {
      accepted: Number(accepted),
      onRoster: Number(onRoster),
      isFixed,
    },
    reviewers: Number(reviewers),
    roll: { published, chunks, changedAt, digest },
    ballots: { pages, cast, settled },
    rankedAt: Number(rankedAt),
    objections: { count, answered },
  }
}

async function readKeys(client: ReadClient, reading: Reading) {
  const call = { ...reading, args: [] } as const
  const [attempt, keys, released, keyCame] = await Promise.all([
    readAttempt(client, reading),
    readRound(client, { ...call, functionName: 'trusteeKeys' }),
    readReleased(client, reading),
    readRound(client, { ...call, functionName: 'keyCame' }),
  ])
  const trusteeKeys = keys.ballotShares.length === 0 ? undefined : keys
  return { attempt, trusteeKeys, released, keyCame }
}

async function readAttempt(
  client: ReadClient,
  reading: Reading,
): Promise<RecordedAttempt | undefined> {
  const call = { ...reading, functionName: 'attempt', args: [] } as const
  const [number, trustees, transcript, ...rest] = await readRound(client, call)
  const [packages, shares, confirmations, isDisputed] = rest
  if (number === 0) return undefined
  const steps = { packages, shares, confirmations, isDisputed }
  return { number, trustees: [...trustees], transcript, ...steps }
}

async function readReleased(
  client: ReadClient,
  reading: Reading,
): Promise<Record<Purpose, bigint>> {
  const answers = await Promise.all(
    purposes.map(async (purpose) => {
      const args = [enumNumber(purposes, purpose)] as const
      const call = { ...reading, functionName: 'released', args } as const
      return [purpose, await readRound(client, call)] as const
    }),
  )
  return Object.fromEntries(answers) as Record<Purpose, bigint>
}

async function readDraw(
  client: ReadClient,
  reading: Reading,
): Promise<{ drawBlock: { number: bigint; hash: Hash }; seed: Hash }> {
  const call = { ...reading, args: [] } as const
  const [[number, hash], seed] = await Promise.all([
    readRound(client, { ...call, functionName: 'drawBlock' }),
    readRound(client, { ...call, functionName: 'seed' }),
  ])
  return { drawBlock: { number, hash }, seed }
}
