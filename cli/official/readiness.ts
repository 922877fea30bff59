/** What a freeze still lacks, point by point. */
import type { Address } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { getRules } from '../../chain/getRules.ts'
import { getTrusteeKeys } from '../../chain/getTrusteeKeys.ts'
import { readRound } from '../../chain/readRound.ts'
import { describeTime } from '../frame/describeTime.ts'
import { grouped } from '../printing.ts'

export type Point = {
  name: 'phase' | 'roster' | 'roll' | 'notice' | 'keys'
  isReady: boolean
  /** What stands. */
  state: string
  /** What to do if it is not ready. */
  advice: string
}

/** `now` is the chain's time. */
export async function checkReadiness(
  reader: ReadClient,
  round: Address,
  now: number,
): Promise<Point[]> {
  const [phase, rules, keys, roster, roll, attempt] = await Promise.all([
    getPhase(reader, { round }),
    getRules(reader, { round }),
    getTrusteeKeys(reader, { round }),
    readRound(reader, { round, functionName: 'rosterSize', args: [] }),
    readRound(reader, { round, functionName: 'rollProgress', args: [] }),
    readRound(reader, { round, functionName: 'attempt', args: [] }),
  ])
  const { freezeBy, rollNotice } = rules.times
  return [
    {
      name: 'phase',
      isReady: phase === 'roll',
      state: `${phase}; the freeze is due ${describeTime(freezeBy, now)}`,
      advice: 'A round is frozen in the phase roll.',
    },
    checkRosterPoint(roster),
    ...checkRollPoints(roll, rollNotice, now),
    checkKeys(keys !== undefined, attempt, rules.trustees.length),
  ]
}

function checkRosterPoint([, onRoster, isFixed]: readonly [
  bigint,
  bigint,
  boolean,
]): Point {
  return {
    name: 'roster',
    isReady: isFixed,
    state: `${grouped(onRoster)} proposals${isFixed ? '' : ', not fixed'}`,
    advice: 'Fix it with `dure roster fix`.',
  }
}

function checkRollPoints(
  [published, chunks, changedAt]: readonly [bigint, bigint, bigint],
  rollNotice: number,
  now: number,
): Point[] {
  const freezeFrom = Number(changedAt) + rollNotice
  const isThere = chunks > 0n && published === chunks
  return [
    {
      name: 'roll',
      isReady: isThere,
      state: `${published} of ${chunks} chunks published`,
      advice: 'Publish it with `dure roll publish`.',
    },
    {
      name: 'notice',
      isReady: isThere && freezeFrom <= now,
      state: isThere
        ? `the roll last changed ${describeTime(Number(changedAt), now)}`
        : 'the notice has not begun',
      advice: isThere
        ? `Freeze from ${describeTime(freezeFrom, now)}.`
        : 'It begins when the whole roll is published.',
    },
  ]
}

type Attempt = readonly [
  number: number,
  trustees: readonly Address[],
  transcript: string,
  packages: bigint,
  shares: bigint,
  confirmations: bigint,
  isDisputed: boolean,
]

function checkKeys(
  isThere: boolean,
  [number, trustees, , packages, shares, confirmations, isDisputed]: Attempt,
  planned: number,
): Point {
  const count = trustees.length || planned
  const steps = `packages ${packages}/${count}, shares ${shares}/${count}, confirmations ${confirmations}/${count}`
  const progress = isDisputed ? 'disputed' : steps
  return {
    name: 'keys',
    isReady: isThere,
    state: isThere ? 'the keys stand' : `attempt ${number}: ${progress}`,
    advice: isDisputed
      ? 'Start the next attempt with `dure keys attempt`.'
      : 'Each trustee does its part with `dure trustee run`.',
  }
}
