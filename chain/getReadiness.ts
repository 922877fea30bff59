/** What stands of all that a freeze needs. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import type { Phase } from './enums.ts'
import { getPhase } from './getPhase.ts'
import { getRules } from './getRules.ts'
import { getTrusteeKeys } from './getTrusteeKeys.ts'
import { readRound } from './readRound.ts'

export type GetReadinessParameters = { round: Address }
export type GetReadinessReturnType = {
  phase: Phase
  /** Unix seconds. */
  freezeBy: number
  roster: { onRoster: number; isFixed: boolean }
  roll: { published: number; chunks: number; changedAt: number }
  /** When the roll was public for long enough; none before all of it is. */
  freezeFrom: number | undefined
  keys: {
    isThere: boolean
    attempt: number
    trustees: number
    packages: number
    shares: number
    confirmations: number
    isDisputed: boolean
  }
}

export async function getReadiness(
  client: ReadClient,
  { round }: GetReadinessParameters,
): Promise<GetReadinessReturnType> {
  const [phase, rules, keys, roster, roll, attempt] = await Promise.all([
    getPhase(client, { round }),
    getRules(client, { round }),
    getTrusteeKeys(client, { round }),
    readRound(client, { round, functionName: 'rosterSize', args: [] }),
    readRound(client, { round, functionName: 'rollProgress', args: [] }),
    readRound(client, { round, functionName: 'attempt', args: [] }),
  ])
  const { freezeBy, rollNotice } = rules.times
  const [, onRoster, isFixed] = roster
  const standing = {
    published: Number(roll[0]),
    chunks: Number(roll[1]),
    changedAt: Number(roll[2]),
  }
  const isPublished =
    standing.chunks > 0 && standing.published === standing.chunks
  const [number, named, , packages, shares, confirmations, isDisputed] = attempt
  return {
    phase,
    freezeBy,
    roster: { onRoster: Number(onRoster), isFixed },
    roll: standing,
    freezeFrom: isPublished ? standing.changedAt + rollNotice : undefined,
    keys: {
      isThere: keys !== undefined,
      attempt: number,
      trustees: named.length || rules.trustees.length,
      packages: Number(packages),
      shares: Number(shares),
      confirmations: Number(confirmations),
      isDisputed,
    },
  }
}

export const readinessPoints = [
  'phase',
  'roster',
  'roll',
  'notice',
  'keys',
] as const
export type ReadinessPoint = (typeof readinessPoints)[number]

/** `now` is the chain's time. */
export function isReady(
  point: ReadinessPoint,
  { freezeFrom, keys, phase, roster }: GetReadinessReturnType,
  now: number,
): boolean {
  switch (point) {
    case 'phase':
      return phase === 'roll'
    case 'roster':
      return roster.isFixed
    case 'roll':
      return freezeFrom !== undefined
    case 'notice':
      return freezeFrom !== undefined && freezeFrom <= now
    case 'keys':
      return keys.isThere
  }
}
