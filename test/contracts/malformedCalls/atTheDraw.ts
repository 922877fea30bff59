/** The round is frozen and waits for its draw. */
import type { OwnShares } from '../../../protocol/keyGeneration.ts'
import { applicant } from '../support/accounts.ts'
import { screen } from '../support/acts.ts'
import { installHistory } from '../support/blockHistory.ts'
import { mine, time } from '../support/chain.ts'
import { curveOrder } from '../support/curve.ts'
import type { Played } from '../support/moments.ts'
import { fail, releaseShares, someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const ballot = 0
const lottery = 1
const draw = 3

export const afterTheFreeze: readonly MalformedCall[] = [
  refused(
    'a roll after the freeze',
    ({ round, registrar }) => round.connect(registrar).publishRoll(0, '0x'),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'a second freeze',
    ({ round, admin }) => round.connect(admin).freeze(someDigest),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'other trustees after the freeze',
    ({ round, admin }) => round.connect(admin).startAttempt([], someDigest),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'other keys after the freeze',
    ({ round }) => round.publishPackage(1, '0x'),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'another screener by the admin after the freeze',
    ({ round, admin }) => round.connect(admin).offerRole(2, admin.address),
    'Round_NotHolder',
    ({ admin }) => [2, admin.address],
  ),
  refused(
    'a screening after the freeze',
    (stage) => screen(stage, 1),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'a ballot before the draw',
    ({ round }) => round.castBallot('0x'),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'a ballot share before the close',
    ({ round }) => round.releaseShare(ballot, 1, 1n),
    'Round_WrongPhase',
    [draw],
  ),
  refused(
    'a lottery share while its holder could still choose the block',
    ({ round }) => round.releaseShare(lottery, 1, 1n),
    'Round_BlockHashFirst',
  ),
  refused(
    'a draw without a hash',
    ({ round }) => round.draw(),
    'Round_BlockHashFirst',
  ),
  refused(
    'the hash of the fixed block, in that block',
    async ({ round }) => {
      const { number } = await round.drawBlock()
      await mine(Number(number) - 1 - (await time.latestBlock()))
      return round.storeDrawBlock()
    },
    'Round_BlockTooEarly',
    fixedBlock,
  ),
  refused(
    'a hash that this chain has forgotten',
    async ({ round }) => {
      await installHistory()
      await mine(300)
      return round.storeDrawBlock()
    },
    'Round_BlockHashMissing',
    fixedBlock,
  ),
]

export const afterTheBlockHash: readonly MalformedCall[] = [
  refused(
    'a second hash',
    ({ round }) => round.storeDrawBlock(),
    'Round_BlockHashStored',
  ),
  refused(
    'a draw without shares',
    ({ round }) => round.draw(),
    'Round_LotteryShares',
    [0, 1],
  ),
  ...[0, 2].map((trustee) =>
    refused(
      `a share of trustee ${trustee}`,
      ({ round }) => round.releaseShare(lottery, trustee, 1n),
      'Round_TrusteeNumber',
      [trustee, 1],
    ),
  ),
  ...(
    [
      ['0', () => 0n],
      ['the order of the curve', () => curveOrder],
      ['the share turned round', (own) => curveOrder - own.lotteryShare],
      ['the share of the other key', (own) => own.ballotShare],
    ] as const satisfies [string, (own: OwnShares) => bigint][]
  ).map(([name, share]) =>
    refused(
      `${name} as a lottery share`,
      (stage) => stage.round.releaseShare(lottery, 1, share(ownShare(stage))),
      'Round_ShareWrong',
      [lottery, 1],
    ),
  ),
  refused(
    'a share a second time',
    async (stage) => {
      await releaseShares(stage, lottery)
      return releaseShares(stage, lottery)
    },
    'Round_ShareReleased',
    [lottery, 1],
  ),
]

export const withAnotherLotteryKey: readonly MalformedCall[] = [
  refused(
    'a draw with a lottery key that the trustees do not have',
    ({ round }) => round.draw(),
    'Round_LotteryKey',
  ),
]

export const afterTheDraw: readonly MalformedCall[] = [
  refused('a second draw', ({ round }) => round.draw(), 'Round_Drawn'),
  refused(
    'another hash after the draw',
    ({ round }) => round.storeDrawBlock(),
    'Round_BlockHashStored',
  ),
  refused(
    'the list of reviewer 0',
    ({ round }) => round.listOf(0),
    'Round_NoReviewer',
    [0, 12],
  ),
  refused(
    'the list of reviewer 13',
    ({ round }) => round.listOf(13),
    'Round_NoReviewer',
    [13, 12],
  ),
  refused(
    'the place of proposal 0',
    ({ round }) => round.place(0),
    'Round_NoNumber',
    [0, 6],
  ),
  refused(
    'the outcome of proposal 7',
    ({ round }) => round.outcome(7),
    'Round_NoNumber',
    [7, 6],
  ),
  refused(
    'an objection before the ranking',
    ({ round }) =>
      round.objectAsApplicant(applicant(1).address, someDigest, '0x'),
    'Round_WrongPhase',
    [draw],
  ),
]

function ownShare({ trustees }: Played): OwnShares {
  return trustees?.shares[0] ?? fail('share')
}

async function fixedBlock({ round }: Played) {
  return [(await round.drawBlock()).number]
}
