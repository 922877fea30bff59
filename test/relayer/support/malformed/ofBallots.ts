/** Ballots that a round would refuse: each case changes one thing. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { hexToBytes } from 'viem'
import { domainSeparator } from '../../../../protocol/typedData.ts'
import { u16 } from '../../../../protocol/bytes.ts'
import {
  type Asking,
  changed,
  flip,
  type MalformedCase,
  put,
} from './malformedCase.ts'

const head = 37
const signature = 64
const tag = 4
const order = secp256k1.Point.Fn.ORDER

/** The signature part of another kind in the place of that of the account. */
function signedBy(kind: number, body: Uint8Array) {
  return (bytes: Uint8Array): Uint8Array =>
    concatBytes(
      put(tag, kind * 16 + 1)(bytes).slice(0, -signature),
      u16(body.length),
      body,
    )
}

function withHighS(bytes: Uint8Array): Uint8Array {
  const vs = bytes.slice(-32)
  const parity = (vs[0] ?? 0) & 0x80
  vs[0] = (vs[0] ?? 0) & 0x7f
  const s = BigInt(`0x${Buffer.from(vs).toString('hex')}`)
  const high = numberToBytesBE(order - s, 32)
  high[0] = (high[0] ?? 0) | (parity ^ 0x80)
  return concatBytes(bytes.slice(0, -32), high)
}

const lengths: MalformedCase[] = [
  changed('one byte', 'Round_BatchMalformed', (bytes) => bytes.slice(0, 1)),
  changed('no tag', 'Round_BatchMalformed', (bytes) => bytes.slice(0, 4)),
  changed('a head alone', 'Round_BatchMalformed', (bytes) =>
    bytes.slice(0, head),
  ),
  changed('no signature', 'Round_BatchMalformed', (bytes) =>
    bytes.slice(0, -signature),
  ),
  changed('a byte too few', 'Round_BatchMalformed', (bytes) =>
    bytes.slice(0, -1),
  ),
  changed('a byte too many', 'Round_BallotLength', (bytes) =>
    concatBytes(bytes, Uint8Array.of(0)),
  ),
  changed('the ballot twice', 'Round_BallotLength', (bytes) =>
    concatBytes(bytes, bytes),
  ),
  changed('many zeros behind it', 'Round_BallotLength', (bytes) =>
    concatBytes(bytes, new Uint8Array(5_000)),
  ),
  changed('an envelope a byte too long', 'Round_BallotLength', (bytes) =>
    concatBytes(bytes.slice(0, head), Uint8Array.of(0), bytes.slice(head)),
  ),
  changed('a body that is longer than told', 'Round_BallotLength', (bytes) =>
    concatBytes(signedBy(1, new Uint8Array(3))(bytes), Uint8Array.of(1)),
  ),
  changed('a body that is shorter than told', 'Round_BatchMalformed', (bytes) =>
    signedBy(1, new Uint8Array(3))(bytes).slice(0, -1),
  ),
]

const seats: MalformedCase[] = [
  changed('reviewer 0', 'Round_NotOnRoll', put(0, 0, 0, 0, 0)),
  changed('a reviewer too high', 'Round_NotOnRoll', put(0, 0, 0, 0xff, 0)),
  changed('the highest number', 'Round_NotOnRoll', put(0, 255, 255, 255, 255)),
  changed('the seat of another', 'Round_BadSignature', put(0, 0, 0, 0, 3)),
  changed('version 0', 'Round_BallotSuperseded', put(tag, 0)),
  changed('a version above the limit', 'Round_BallotLimit', put(tag, 4)),
  changed('version 15', 'Round_BallotLimit', put(tag, 15)),
  changed('another version than signed', 'Round_BadSignature', put(tag, 2)),
]

const signatures: MalformedCase[] = [
  changed('a seal with a bit changed', 'Round_BadSignature', flip(5)),
  changed('an envelope with a bit changed', 'Round_BadSignature', flip(head)),
  changed('the end of the envelope changed', 'Round_BadSignature', (bytes) =>
    flip(bytes.length - signature - 1)(bytes),
  ),
  changed('r with a bit changed', 'Round_BadSignature', flip(-signature)),
  changed('s with a bit changed', 'Round_BadSignature', flip(-1)),
  changed('the other parity', 'Round_BadSignature', (bytes) =>
    put(-32, (bytes.at(-32) ?? 0) ^ 0x80)(bytes),
  ),
  changed('a high s', 'Round_BadSignature', withHighS),
  changed('zeros', 'Round_BadSignature', (bytes) =>
    put(-signature, ...new Uint8Array(signature))(bytes),
  ),
  changed('ones', 'Round_BadSignature', (bytes) =>
    put(-signature, ...new Uint8Array(signature).fill(255))(bytes),
  ),
  ...[3, 7, 15].map((kind) =>
    changed(
      `a signature of kind ${kind}`,
      'Round_BadSignature',
      signedBy(kind, new Uint8Array(signature)),
    ),
  ),
  changed(
    'a wallet contract that is none',
    'Round_BadSignature',
    signedBy(1, new Uint8Array(65)),
  ),
  changed(
    'an empty body of a contract',
    'Round_BadSignature',
    signedBy(1, new Uint8Array()),
  ),
  changed(
    'an empty body of a verifier',
    'Round_BadSignature',
    signedBy(2, new Uint8Array()),
  ),
  changed(
    'a signer that is cut short',
    'Round_BadSignature',
    signedBy(2, Uint8Array.of(0, 84, 1, 2, 3)),
  ),
  changed(
    'a verifier that is not listed',
    'Round_BadSignature',
    signedBy(2, concatBytes(u16(84), new Uint8Array(84 + 64).fill(7))),
  ),
]

/** Signed by the reviewer, and for something else. */
const elsewhere: MalformedCase[] = [
  {
    name: 'signed by another reviewer',
    ask: async ({ post, stage }) =>
      post(await stage.makeBallot(1, { signer: 2 })),
    status: 422,
    error: 'Round_BadSignature',
  },
  {
    name: 'signed for another chain',
    ask: (asking) => postOf(asking, { chainId: 1n }),
    status: 422,
    error: 'Round_BadSignature',
  },
  {
    name: 'signed for another round',
    ask: (asking) => postOf(asking, { round: asking.early }),
    status: 422,
    error: 'Round_BadSignature',
  },
  {
    name: 'signed for the factory',
    ask: (asking) => postOf(asking, { round: asking.stage.chain.factory }),
    status: 422,
    error: 'Round_BadSignature',
  },
  {
    name: 'for a round before its review',
    ask: async ({ early, post, good }) =>
      post(`0x${Buffer.from(await good()).toString('hex')}`, early),
    status: 422,
    error: 'Round_WrongPhase',
  },
  {
    name: 'another ballot of a version that was received',
    ask: async ({ post, stage }) =>
      post(await stage.makeBallot(5, { score: 5 })),
    status: 409,
    error: 'VersionTaken',
  },
  {
    name: 'an earlier version than the one received',
    ask: async ({ post, stage }) => post(await stage.makeBallot(6)),
    status: 422,
    error: 'Round_BallotSuperseded',
  },
]

async function postOf(
  { post, stage }: Asking,
  other: { chainId?: bigint; round?: string },
): Promise<Response> {
  const round = (other.round ?? stage.round) as `0x${string}`
  const chainId = other.chainId ?? 31_337n
  const separator = domainSeparator({ chainId, round })
  return post(await stage.makeBallot(1, { separator }))
}

export const ofBallots = [...lengths, ...seats, ...signatures, ...elsewhere]

/** What the table's cases take for granted. */
export async function prepareBallots({ post, stage }: Asking): Promise<void> {
  await post(await stage.makeBallot(5))
  await post(await stage.makeBallot(6, { version: 2 }))
}

export async function goodBallot({ makeBallot }: Asking['stage']) {
  return hexToBytes(await makeBallot(1))
}
