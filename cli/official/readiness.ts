/** What a freeze still lacks, point by point. */
import type { Address } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import {
  getReadiness,
  type GetReadinessReturnType,
  isReady,
  type ReadinessPoint,
  readinessPoints,
} from '../../chain/getReadiness.ts'
import { describeTime } from '../frame/describeTime.ts'
import { grouped } from '../printing.ts'

export type Point = {
  name: ReadinessPoint
  isReady: boolean
  /** What stands. */
  state: string
  /** What to do if it is not ready. */
  advice: string
}

type Readiness = GetReadinessReturnType
type Words = Pick<Point, 'state' | 'advice'>

/** `now` is the chain's time. */
export async function checkReadiness(
  reader: ReadClient,
  round: Address,
  now: number,
): Promise<Point[]> {
  const readiness = await getReadiness(reader, { round })
  return readinessPoints.map((name) => ({
    name,
    isReady: isReady(name, readiness, now),
    ...describe[name](readiness, now),
  }))
}

const describe: Readonly<
  Record<ReadinessPoint, (readiness: Readiness, now: number) => Words>
> = {
  phase: ({ freezeBy, phase }, now) => ({
    state: `${phase}; the freeze is due ${describeTime(freezeBy, now)}`,
    advice: 'A round is frozen in the phase roll.',
  }),
  roster: ({ roster }) => ({
    state: `${grouped(roster.onRoster)} proposals${roster.isFixed ? '' : ', not fixed'}`,
    advice: 'Fix it with `dure roster fix`.',
  }),
  roll: ({ roll }) => ({
    state: `${roll.published} of ${roll.chunks} chunks published`,
    advice: 'Publish it with `dure roll publish`.',
  }),
  notice: ({ freezeFrom, roll }, now) =>
    freezeFrom === undefined
      ? {
          state: 'the notice has not begun',
          advice: 'It begins when the whole roll is published.',
        }
      : {
          state: `the roll last changed ${describeTime(roll.changedAt, now)}`,
          advice: `Freeze from ${describeTime(freezeFrom, now)}.`,
        },
  keys: describeKeys,
}

function describeKeys({ keys }: Readiness): Words {
  const { attempt, confirmations, isDisputed, isThere, packages } = keys
  const { shares, trustees } = keys
  const steps = `packages ${packages}/${trustees}, shares ${shares}/${trustees}, confirmations ${confirmations}/${trustees}`
  const progress = isDisputed ? 'disputed' : steps
  return {
    state: isThere ? 'the keys stand' : `attempt ${attempt}: ${progress}`,
    advice: isDisputed
      ? 'Start the next attempt with `dure keys attempt`.'
      : 'Each trustee does its part with `dure trustee run`.',
  }
}
