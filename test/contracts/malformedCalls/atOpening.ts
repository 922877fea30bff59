/** The review is closed: page 1 holds the ballots of reviewers 1 to 5. */
import { packOpenings } from '../../../protocol/opening.ts'
import { signedOpening } from '../support/acts.ts'
import {
  closed,
  type KnownBallot,
  openedBy,
  openPage,
  pageOpening,
  rankAs,
} from '../support/ballots.ts'
import { time } from '../support/chain.ts'
import type { Played } from '../support/moments.ts'
import { fail, releaseShares, someDigest } from '../support/stage.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const ballot = 0
const opening = 5
/** 5 of the head, 2 values, 16 of the salt. */
const length = 23

export const afterTheClose: readonly MalformedCall[] = [
  refused(
    'a ballot after the close',
    ({ round }) => round.castBallot('0x'),
    'Round_WrongPhase',
    [opening],
  ),
  refused(
    'a batch after the close',
    ({ round }) => round.castBallots('0x'),
    'Round_WrongPhase',
    [opening],
  ),
  refused(
    'a cancellation after the close',
    ({ round, admin }) => round.connect(admin).cancel(someDigest),
    'Round_WrongPhase',
    [opening],
  ),
  refused(
    'a ranking before the openings are over',
    (stage) => rankAs(stage, []),
    'Round_WrongPhase',
    [opening],
  ),
  refused(
    'a ballot share before the chain is final',
    async (stage) => {
      await time.setNextBlockTimestamp(stage.rules.times.releaseFrom - 1)
      return releaseShares(stage, ballot)
    },
    'Round_ReleaseWindow',
    releaseWindow,
  ),
  refused(
    'a ballot share after the window',
    async (stage) => {
      await time.setNextBlockTimestamp(stage.rules.times.releaseUntil + 1)
      return releaseShares(stage, ballot)
    },
    'Round_ReleaseWindow',
    releaseWindow,
  ),
  refused(
    'a ballot share that is another',
    async (stage) => {
      await time.increaseTo(stage.rules.times.releaseFrom)
      const { lotteryShare } = stage.trustees?.shares[0] ?? fail('share')
      return stage.round.releaseShare(ballot, 1, lotteryShare)
    },
    'Round_ShareWrong',
    [ballot, 1],
  ),
  refused(
    'a lottery share after the draw',
    ({ round }) => round.releaseShare(1, 1, 1n),
    'Round_WrongPhase',
    [opening],
  ),
  refused(
    'an opening before the key came',
    (stage) => openPage(stage, 1, stage.ballots),
    'Round_KeyMissing',
    ({ rules }) => [rules.times.releaseUntil + 1],
  ),
  refused(
    'a signed opening while the key may still come',
    async (stage) => {
      await time.setNextBlockTimestamp(stage.rules.times.releaseUntil)
      return openPage(stage, 1, stage.ballots)
    },
    'Round_KeyMissing',
    ({ rules }) => [rules.times.releaseUntil + 1],
  ),
  refused(
    'an opening by a key that never came',
    async (stage) => {
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      return openPage(stage, 1, stage.ballots)
    },
    'Round_OpeningMalformed',
    [1, 0],
  ),
  refused(
    'a signed opening without the length of its signature',
    async (stage) => {
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      const openings = packOpenings(signedAll(stage))
      return openCut(stage, openings.subarray(0, length + 2))
    },
    'Round_OpeningMalformed',
    [1, length],
  ),
  refused(
    'a signed opening cut inside its signature',
    async (stage) => {
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      return openCut(stage, packOpenings(signedAll(stage)).subarray(0, -1))
    },
    'Round_OpeningMalformed',
    [1, 4 * (length + 67) + length],
  ),
]

export const afterTheKeyCame: readonly MalformedCall[] = [
  refused(
    'a ballot share a second time',
    (stage) => releaseShares(stage, ballot),
    'Round_ShareReleased',
    [ballot, 1],
  ),
  ...[0, 2].map((page) =>
    refused(
      `page ${page}`,
      (stage) => openPage(stage, page, stage.ballots),
      'Round_NoPage',
      [page, 1],
    ),
  ),

  // --- Openings that do not make the page
  mismatch('no openings', () => []),
  mismatch('openings that leave one out', ({ ballots }) =>
    ballots.slice(1).map(openedBy),
  ),
  mismatch('openings in another order', ({ ballots }) =>
    ballots.toReversed().map(openedBy),
  ),
  mismatch('openings with one twice', ({ ballots }) =>
    [...ballots, first(ballots)].map(openedBy),
  ),
  mismatch('a value that was not sealed', ({ ballots }) =>
    ballots.map((one) => openedBy({ ...one, values: Uint8Array.of(5, 0) })),
  ),
  mismatch('a salt that was not sealed', ({ ballots }) =>
    ballots.map((one) => openedBy({ ...one, salt: new Uint8Array(16) })),
  ),
  mismatch('a seal that was not cast', ({ ballots }) =>
    ballots.map((one) => closed({ ...one, seal: new Uint8Array(32) })),
  ),
  mismatch('a version that was not cast', ({ ballots }) =>
    ballots.map((one) => closed({ ...one, version: 2 })),
  ),
  mismatch('a reviewer that did not cast', ({ ballots }) =>
    ballots.map((one) => openedBy({ ...one, reviewer: 6 })),
  ),
  mismatch('401 openings', ({ ballots }) =>
    Array.from({ length: 401 }, () => closed(first(ballots))),
  ),
  refused(
    'a batch that is not the one of the page',
    ({ round, ballots }) => {
      const right = pageOpening(1, ballots)
      return round.openPages([{ ...right, batchHash: someDigest }])
    },
    'Round_PageMismatch',
    [1],
  ),
  refused(
    'a right page before a wrong one',
    ({ round, ballots }) => {
      const right = pageOpening(1, ballots)
      return round.openPages([right, { ...right, openings: '0x' }])
    },
    'Round_PageMismatch',
    [1],
  ),

  // --- Openings that cannot be read
  malformed(
    'a closed ballot cut short',
    ({ ballots }) => packOpenings(ballots.map(closed)).subarray(0, -1),
    4 * 37,
  ),
  malformed(
    'an open ballot cut short',
    ({ ballots }) => packOpenings(ballots.map(openedBy)).subarray(0, -1),
    4 * length,
  ),
  malformed('an opening of a single byte', () => new Uint8Array(1), 0),
  malformed(
    'a signed opening although the key came',
    (stage) => packOpenings(signedAll(stage)),
    0,
  ),
  malformed(
    'an opening of an unknown kind',
    ({ ballots }) => {
      const bytes = packOpenings(ballots.map(openedBy))
      bytes[4] = 0x31
      return bytes
    },
    0,
  ),
  malformed(
    'the open ballot of reviewer 0',
    ({ ballots }) =>
      packOpenings([openedBy({ ...first(ballots), reviewer: 0 })]),
    0,
  ),
  malformed(
    'the open ballot of a reviewer beyond the roll',
    ({ ballots }) =>
      packOpenings([openedBy({ ...first(ballots), reviewer: 13 })]),
    0,
  ),
]

function mismatch(
  name: string,
  openings: (stage: Played) => Parameters<typeof pageOpening>[2],
): MalformedCall {
  return refused(
    name,
    (stage) => openPage(stage, 1, stage.ballots, openings(stage)),
    'Round_PageMismatch',
    [1],
  )
}

function malformed(
  name: string,
  openings: (stage: Played) => Uint8Array,
  offset: number,
): MalformedCall {
  return refused(
    name,
    (stage) => openCut(stage, openings(stage)),
    'Round_OpeningMalformed',
    [1, offset],
  )
}

function openCut({ round, ballots }: Played, openings: Uint8Array) {
  return round.openPages([{ ...pageOpening(1, ballots), openings }])
}

function signedAll(stage: Played) {
  return stage.ballots.map((one) => signedOpening(stage, one))
}

function first(ballots: readonly KnownBallot[]): KnownBallot {
  return ballots[0] ?? fail('ballot')
}

function releaseWindow({ rules: { times } }: Played) {
  return [times.releaseFrom, times.releaseUntil]
}
