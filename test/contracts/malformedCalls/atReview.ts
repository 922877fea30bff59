/** The review is open; seat 12 of the roll is empty. */
import { concat, type Hex } from 'viem'
import { reviewer, signDigest, stranger } from '../support/accounts.ts'
import {
  type BallotChange,
  castPage,
  makeBallot,
  packBatch,
} from '../support/ballots.ts'
import type { Played } from '../support/moments.ts'
import { register, someDigest } from '../support/stage.ts'
import { anything } from '../support/refusal.ts'
import { type MalformedCall, refused } from './MalformedCall.ts'

const review = 4
/** 37 of the head, 67 of the envelope, 64 of the signature. */
const length = 168
const firstKey = reviewer(1).address

export const atReview: readonly MalformedCall[] = [
  // --- Lengths
  refused(
    'no ballot',
    ({ round }) => round.castBallot('0x'),
    'Round_BatchMalformed',
    [0],
  ),
  refused(
    'a ballot without its last byte',
    async (stage) => stage.round.castBallot((await packed(stage)).slice(0, -2)),
    'Round_BatchMalformed',
    [0],
  ),
  refused(
    'a ballot with a byte too many',
    async (stage) =>
      stage.round.castBallot(concat([await packed(stage), '0x00'])),
    'Round_BallotLength',
    [length + 1, length],
  ),
  refused(
    'two ballots as one',
    async (stage) => {
      const one = await packed(stage)
      return stage.round.castBallot(concat([one, one]))
    },
    'Round_BallotLength',
    [2 * length, length],
  ),
  refused(
    'a batch that ends inside its second ballot',
    async (stage) => {
      const one = await packed(stage)
      return stage.round.castBallots(concat([one, one]).slice(0, -2))
    },
    'Round_BatchMalformed',
    [length],
  ),
  refused(
    'a wallet signature longer than the batch',
    async (stage) => {
      const sign = () => ({ kind: 1, body: new Uint8Array(9) })
      const bytes = await packed(stage, { sign })
      return stage.round.castBallots(bytes.slice(0, -2))
    },
    'Round_BatchMalformed',
    [0],
  ),
  refused(
    'a wallet signature without its length',
    async (stage) => {
      const sign = () => ({ kind: 1, body: new Uint8Array(0) })
      const bytes = await packed(stage, { sign })
      return stage.round.castBallots(bytes.slice(0, -4))
    },
    'Round_BatchMalformed',
    [0],
  ),

  // --- Whose ballot
  ...[0, 13, 2 ** 32 - 1].map((number) =>
    refused(
      `a ballot of reviewer ${number}`,
      (stage) => cast(stage, number, { list: [1, 2] }),
      'Round_NotOnRoll',
      [number],
    ),
  ),
  refused(
    'a ballot of an empty seat',
    (stage) => cast(stage, 12),
    'Round_NotOnRoll',
    [12],
  ),
  badSignature('signed by a stranger', (stage) =>
    cast(stage, 1, { sign: (digest) => signDigest(stranger(), digest) }),
  ),
  badSignature('signed by another reviewer', (stage) =>
    cast(stage, 1, { sign: (digest) => signDigest(reviewer(2), digest) }),
  ),
  badSignature('without a signature', (stage) =>
    cast(stage, 1, { sign: () => ({ kind: 0, body: new Uint8Array(64) }) }),
  ),
  badSignature('with a signature of an unknown kind', (stage) =>
    cast(stage, 1, { sign: () => ({ kind: 15, body: new Uint8Array(0) }) }),
  ),
  badSignature('signed as a wallet by an account', (stage) =>
    cast(stage, 1, {
      sign: (digest) => ({ ...signDigest(reviewer(1), digest), kind: 1 }),
    }),
  ),
  badSignature('signed for a verifier that is not listed', (stage) =>
    cast(stage, 1, {
      sign: (digest) => ({ ...signDigest(reviewer(1), digest), kind: 2 }),
    }),
  ),
  ...(
    [
      ['whose version the relayer raised', { version: 2 }],
      ['whose seal the relayer changed', { seal: new Uint8Array(32) }],
      ['whose envelope the relayer changed', { envelope: new Uint8Array(67) }],
    ] as const
  ).map(([name, change]) =>
    badSignature(name, async (stage) => {
      const ballot = await makeBallot(stage, 1, [1, 2])
      return stage.round.castBallot(packBatch([{ ...ballot, ...change }]))
    }),
  ),
  refused(
    'a ballot that the relayer gave to another reviewer',
    async (stage) => {
      const ballot = await makeBallot(stage, 1, [1, 2])
      return stage.round.castBallot(packBatch([{ ...ballot, reviewer: 2 }]))
    },
    'Round_BadSignature',
    [reviewer(2).address],
  ),
  refused(
    'a wallet signature starved of gas by the relayer',
    async (stage) => {
      const sign = () => ({ kind: 1, body: new Uint8Array(9) })
      const bytes = await packed(stage, { sign })
      return stage.round.castBallot(bytes, { gasLimit: 280_000n })
    },
    'Round_ForeignGas',
    [anything, 263_968],
  ),

  // --- Which ballot
  refused(
    'a ballot of version 0',
    (stage) => cast(stage, 1, { version: 0 }),
    'Round_BallotSuperseded',
    [1, 0, 0],
  ),
  refused(
    'a ballot above the limit',
    (stage) => cast(stage, 1, { version: 4 }),
    'Round_BallotLimit',
    [1, 4, 3],
  ),
  refused(
    'the same ballot again',
    async (stage) => {
      const ballot = await makeBallot(stage, 1, [1, 2])
      await castPage(stage, [ballot])
      return stage.round.castBallot(packBatch([ballot]))
    },
    'Round_BallotSuperseded',
    [1, 1, 1],
  ),
  refused(
    'an earlier version after a later one',
    async (stage) => {
      await cast(stage, 1, { version: 3 })
      return cast(stage, 1, { version: 2 })
    },
    'Round_BallotSuperseded',
    [1, 2, 3],
  ),

  // --- Not now
  ...(
    [
      ['a registration', (stage) => register(stage, 7)],
      [
        'a roll',
        ({ round, registrar }) => round.connect(registrar).publishRoll(0, '0x'),
      ],
      ['a draw', ({ round }) => round.draw()],
      ['a ballot share', ({ round }) => round.releaseShare(0, 1, 1n)],
      ['a lottery share', ({ round }) => round.releaseShare(1, 1, 1n)],
      ['an opening', ({ round }) => round.openPages([])],
      ['a ranking', ({ round }) => round.rank('0x', '0x')],
      [
        'a confirmation',
        ({ round, committee }) =>
          round.connect(committee).confirm([], someDigest),
      ],
    ] as const satisfies [string, MalformedCall['call']][]
  ).map(([name, call]) =>
    refused(`${name} during the review`, call, 'Round_WrongPhase', [review]),
  ),
]

/** 401 jurors who may still cast. */
export const withFourHundredAndOne: readonly MalformedCall[] = [
  refused(
    'a page of 401',
    (stage) => castPage(stage, stage.ballots),
    'Round_PageFull',
    [400],
  ),
]

function badSignature(name: string, call: MalformedCall['call']) {
  return refused(`a ballot ${name}`, call, 'Round_BadSignature', [firstKey])
}

async function cast(stage: Played, number: number, change: BallotChange = {}) {
  return stage.round.castBallot(await packed(stage, change, number))
}

async function packed(
  stage: Played,
  change: BallotChange = {},
  number = 1,
): Promise<Hex> {
  return packBatch([await makeBallot(stage, number, [1, 2], change)])
}
