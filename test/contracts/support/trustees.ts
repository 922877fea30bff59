/** Trustees who do not do all they should, and what the chain tells of them. */
import { p256 } from '@noble/curves/nist.js'
import {
  bytesToNumberBE,
  concatBytes,
  numberToBytesBE,
} from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Hex, hexToBigInt, hexToBytes } from 'viem'
import { keccak, u32, u8 } from '../../../protocol/bytes.ts'
import { importRecipient, sealMessage } from '../../../protocol/hpke.ts'
import { judgeDispute } from '../../../protocol/keyDispute.ts'
import {
  type Attempt,
  checkPackage,
  type TrusteeState,
} from '../../../protocol/keyPackage.ts'
import { type Point, toCurvePoint } from '../../../protocol/point.ts'
import type { Deployment } from './chain.ts'
import { makeRules, type Stage, trusteeSigner, upTo } from './stage.ts'

/** Bytes of one encrypted pair of shares. */
export const encryptedLength = 113

/** The rules with as many trustees, from the given signer on. */
export function makeTrusteeRules(
  deployment: Deployment,
  threshold: number,
  count: number,
  first = 10,
) {
  const trustees = deployment.signers
    .slice(first, first + count)
    .map(({ address }) => address as Hex)
  return makeRules(deployment, { threshold, trustees })
}

/** The round as one of the attempt's trustees calls it. */
export async function asTrustee(
  stage: Stage,
  { trustees }: Attempt,
  number: number,
) {
  const account = trustees[number - 1] ?? '0x'
  return stage.round.connect(await trusteeSigner(stage, account))
}

/** All messages of an attempt by the trustees' numbers, as the chain has them. */
export async function publishedMessages({ round }: Stage, attempt: Attempt) {
  const packages = await round.queryFilter(
    round.filters.PackagePublished(attempt.number),
  )
  const shares = await round.queryFilter(
    round.filters.SharesPublished(attempt.number),
  )
  const numbers = upTo(attempt.trustees.length).map(BigInt)
  return {
    packages: numbers.map((number) =>
      toBytes(
        packages.find(({ args }) => args.trustee === number)?.args.package,
      ),
    ),
    shares: numbers.map((number) =>
      toBytes(shares.find(({ args }) => args.trustee === number)?.args.shares),
    ),
  }
}

/** Who is to blame for the end of an attempt, by what everyone can read. */
export async function judge(stage: Stage, attempt: Attempt) {
  const { round } = stage
  const [disputed] = await round.queryFilter(
    round.filters.ShareDisputed(attempt.number),
  )
  if (!disputed) throw new Error('Nobody complained.')
  const { accused, transportSecret, trustee } = disputed.args
  const { packages, shares } = await publishedMessages(stage, attempt)
  const dispute = {
    trustee: Number(trustee),
    accused: Number(accused),
    transportSecret,
  }
  return judgeDispute(attempt, dispute, packages, shares)
}

/** What one trustee sends to one other, in the message to all. */
export type SharePlace = { from: number; to: number }

/** The message with another encrypted pair for one of its receivers. */
export function replaceShare(
  message: Uint8Array,
  { from, to }: SharePlace,
  change: (encrypted: Uint8Array) => Uint8Array,
): Uint8Array {
  const start = encryptedLength * (to < from ? to - 1 : to - 2)
  const changed = message.slice()
  const own = message.slice(start, start + encryptedLength)
  changed.set(change(own), start)
  return changed
}

/** Encrypts any two numbers as if they were the shares. */
export async function encryptShare(
  attempt: Attempt,
  { from, to }: SharePlace,
  receiverPackage: Uint8Array,
  pair: readonly [ballot: bigint, lottery: bigint],
): Promise<Uint8Array> {
  const { transportKey } = checkPackage(attempt, to, receiverPackage)
  const info = concatBytes(
    utf8ToBytes('dure share'),
    attempt.separator,
    u32(attempt.number),
    u8(from),
    u8(to),
  )
  const plaintext = pair.map((share) => numberToBytesBE(share, 32))
  const recipient = await importRecipient(transportKey)
  return sealMessage(recipient, concatBytes(...plaintext), { info })
}

/** The true share: the polynomial at the receiver's number. */
export function shareOf(
  { ballotPolynomial, lotteryPolynomial }: TrusteeState,
  to: number,
): [ballot: bigint, lottery: bigint] {
  const evaluate = (polynomial: readonly Hex[]) =>
    polynomial.reduceRight(
      (sum, coefficient) =>
        Fn.create(sum * BigInt(to) + hexToBigInt(coefficient)),
      0n,
    )
  return [evaluate(ballotPolynomial), evaluate(lotteryPolynomial)]
}

const { Fn } = p256.Point
const { x: r } = p256.Point.BASE.toAffine()
const hashes = ['dure share 1', 'dure share 2'].map((text) =>
  keccak(utf8ToBytes(text)),
)

/**
 * What belongs to no point, and passes for a secret under one of the two
 * hashes: −s − 2h/r. Only both together find it out.
 */
export function almostSecrets(secret: bigint): bigint[] {
  return hashes.map((hash) => {
    const h = Fn.create(bytesToNumberBE(hash))
    return Fn.neg(Fn.add(secret, Fn.div(2n * h, r)))
  })
}

/** Whether the ECDSA check of the protocol accepts, under each of the hashes. */
export function passesChecks(secret: bigint, point: Point): boolean[] {
  return hashes.map((hash) => {
    const s = Fn.add(Fn.create(bytesToNumberBE(hash)), Fn.mul(r, secret))
    const low = s > Fn.ORDER >> 1n ? Fn.neg(s) : s
    const signature = new p256.Signature(r, low).toBytes()
    const key = toCurvePoint(point).toBytes()
    return p256.verify(signature, hash, key, { prehash: false })
  })
}

export function transportSecret(state: TrusteeState): bigint {
  return hexToBigInt(state.transportSecret)
}

function toBytes(message: string | undefined): Uint8Array {
  return hexToBytes((message ?? '0x') as Hex)
}
