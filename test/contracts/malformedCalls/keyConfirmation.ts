/** Two trustees have sent all packages and shares: keys can be confirmed. */
import { keysDigest } from '../../../protocol/keyTranscript.ts'
import type { Hex } from 'viem'
import { curvePoint, offCurve } from '../support/curve.ts'
import { confirmKeys, keys, roundOf } from '../support/fakeTrustees.ts'
import { someDigest, type Stage } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const otherKeys = { ...keys, ballotKey: curvePoint(9n) }

export const keyConfirmation: readonly MalformedCall[] = [
  refused(
    'keys of another transcript',
    async (stage) => (await roundOf(stage, 1)).confirmKeys(1, someDigest, keys),
    'Round_Transcript',
    async (stage) => [someDigest, await transcriptOf(stage)],
  ),
  refused(
    'keys without a ballot share',
    (stage) => confirmKeys(stage, 1, { ballotShares: [curvePoint(3n)] }),
    'Round_TrusteeMessage',
    [1, 2],
  ),
  refused(
    'keys with a lottery share too many',
    (stage) =>
      confirmKeys(stage, 1, {
        lotteryShares: [...keys.lotteryShares, curvePoint(7n)],
      }),
    'Round_TrusteeMessage',
    [3, 2],
  ),
  refused(
    'a ballot key whose secret the draw would publish',
    (stage) => confirmKeys(stage, 1, { ballotKey: keys.lotteryKey }),
    'Round_SameKeys',
  ),
  ...(
    [
      ['a ballot key', { ballotKey: offCurve }],
      ['a lottery key', { lotteryKey: offCurve }],
      ['a ballot share', { ballotShares: [curvePoint(3n), offCurve] }],
      ['a lottery share', { lotteryShares: [curvePoint(3n), offCurve] }],
    ] as const
  ).map(([name, change]) =>
    refused(
      `${name} that is no point`,
      (stage) => confirmKeys(stage, 1, change),
      'Round_NotOnCurve',
      [offCurve.x, offCurve.y],
    ),
  ),
  refused(
    'other keys than those before',
    async (stage) => {
      await confirmKeys(stage, 1)
      return confirmKeys(stage, 2, otherKeys)
    },
    'Round_KeysDiffer',
    async (stage) => {
      const transcript = await transcriptOf(stage)
      return [otherKeys, keys].map((some) => keysDigest(1, transcript, some))
    },
  ),
  refused(
    'keys a second time',
    async (stage) => {
      await confirmKeys(stage, 1)
      return confirmKeys(stage, 1)
    },
    'Round_TrusteeStep',
    [1],
  ),
]

async function transcriptOf({ round }: Stage): Promise<Hex> {
  return (await round.attempt()).transcript as Hex
}
