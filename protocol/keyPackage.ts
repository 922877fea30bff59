/** A trustee's first message, and the private state behind it. */
import { createFROST, type DKG_Round1 } from '@noble/curves/abstract/frost.js'
import { p256, p256_FROST, p256_hasher } from '@noble/curves/nist.js'
import {
  concatBytes,
  hexToBytes,
  numberToBytesBE,
} from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Address, bytesToHex, type Hex } from 'viem'
import { BaseError } from './errors.ts'
import {
  compressedLength,
  type CurvePoint,
  parseCompressed,
  parseUncompressed,
} from './point.ts'

/** One attempt at key generation, as the chain announced it. */
export type Attempt = {
  separator: Uint8Array
  number: number
  trustees: readonly Address[]
  threshold: number
}

/** All that a trustee must keep, and keep secret. Plain JSON. */
export type TrusteeState = {
  separator: Hex
  attempt: number
  trustee: number
  transportSecret: Hex
  ballotPolynomial: readonly Hex[]
  lotteryPolynomial: readonly Hex[]
  package: Hex
}

/** A package whose points and proofs are right. */
export type TrusteePackage = {
  trustee: number
  message: Uint8Array
  transportKey: CurvePoint
  ballot: DKG_Round1
  lottery: DKG_Round1
}

/** A source of chance for secrets, such as noble's `randomBytes`. */
export type Random = (length?: number) => Uint8Array<ArrayBuffer>

const transportLength = 64
const proofLength = compressedLength + 32
const seedLength = 48

/** Makes a trustee's secrets, and the package that commits to them. */
export function createPackage(
  attempt: Attempt,
  trustee: number,
  random: Random,
): { state: TrusteeState; message: Uint8Array } {
  const transportSecret = createSecret(random)
  const transportKey = p256.getPublicKey(transportSecret, false).subarray(1)
  const ballot = createPolynomial(attempt, trustee, random)
  const lottery = createPolynomial(attempt, trustee, random)
  const message = concatBytes(transportKey, ballot.message, lottery.message)
  const state = {
    separator: bytesToHex(attempt.separator),
    attempt: attempt.number,
    trustee,
    transportSecret: bytesToHex(transportSecret),
    ballotPolynomial: ballot.coefficients,
    lotteryPolynomial: lottery.coefficients,
    package: bytesToHex(message),
  }
  return { state, message }
}

/** Reads a package. Throws `PackageInvalidError` unless all of it is right. */
export function checkPackage(
  attempt: Attempt,
  trustee: number,
  message: Uint8Array,
): TrusteePackage {
  const expected = packageLength(attempt)
  if (message.length !== expected)
    throw new PackageInvalidError({ trustee, cause: `not ${expected} bytes` })
  const lotteryAt = (transportLength + expected) / 2
  try {
    return {
      trustee,
      message,
      transportKey: parseUncompressed(message.subarray(0, transportLength)),
      ballot: checkPolynomial(
        attempt,
        trustee,
        message.subarray(transportLength, lotteryAt),
      ),
      lottery: checkPolynomial(attempt, trustee, message.subarray(lotteryAt)),
    }
  } catch (cause) {
    throw new PackageInvalidError({ trustee, cause })
  }
}

/** Reads the packages of all trustees, in the order of their numbers. */
export function checkPackages(
  attempt: Attempt,
  messages: readonly Uint8Array[],
): TrusteePackage[] {
  return attempt.trustees.map((_, index) =>
    checkPackage(attempt, index + 1, messages[index] ?? new Uint8Array()),
  )
}

export function packageLength(attempt: Attempt): number {
  return transportLength + 2 * polynomialLength(attempt)
}

/** Threshold and count, as noble names them. */
export function toSigners({ threshold, trustees }: Attempt) {
  return { min: threshold, max: trustees.length }
}

/** A lone trustee has plain key pairs: FROST starts at two. */
export function isAlone({ trustees }: Attempt): boolean {
  return trustees.length === 1
}

function polynomialLength(attempt: Attempt): number {
  if (isAlone(attempt)) return compressedLength
  return compressedLength * attempt.threshold + proofLength
}

function createSecret(random: Random): Uint8Array {
  return p256.utils.randomSecretKey(random(seedLength))
}

function createPolynomial(
  attempt: Attempt,
  trustee: number,
  random: Random,
): { coefficients: Hex[]; message: Uint8Array } {
  if (isAlone(attempt)) {
    const secret = createSecret(random)
    const message = p256.getPublicKey(secret)
    return { coefficients: [bytesToHex(secret)], message }
  }
  const identifier = p256_FROST.Identifier.fromNumber(trustee)
  const signers = toSigners(attempt)
  const made = p256_FROST.DKG.round1(identifier, signers, undefined, random)
  const { commitment, proofOfKnowledge } = made.public
  const coefficients = (made.secret.coefficients ?? []).map((coefficient) =>
    bytesToHex(numberToBytesBE(coefficient, 32)),
  )
  return { coefficients, message: concatBytes(...commitment, proofOfKnowledge) }
}

function checkPolynomial(
  attempt: Attempt,
  trustee: number,
  bytes: Uint8Array,
): DKG_Round1 {
  const count = isAlone(attempt) ? 1 : attempt.threshold
  const proofAt = compressedLength * count
  const polynomial = {
    identifier: p256_FROST.Identifier.fromNumber(trustee),
    commitment: Array.from({ length: count }, (_, index) =>
      bytes.slice(compressedLength * index, compressedLength * (index + 1)),
    ),
    proofOfKnowledge: bytes.slice(proofAt),
  }
  polynomial.commitment.forEach(parseCompressed)
  if (!isAlone(attempt)) checkProof(polynomial)
  return polynomial
}

/**
 * DKG.round2 checks the proofs of all packages and does not say whose is wrong.
 * They are FROST signatures but for the challenge, so noble checks single ones.
 */
const proofs = createFROST({
  name: 'FROST-P256-SHA256-v1',
  Point: p256.Point,
  hash: sha256,
  challenge: (R, key, identifier) =>
    p256_hasher.hashToScalar(
      concatBytes(identifier, key.toBytes(), R.toBytes()),
      { DST: 'FROST-P256-SHA256-v1dkg' },
    ),
})

function checkProof({ identifier, commitment, proofOfKnowledge }: DKG_Round1) {
  const key = commitment[0] ?? new Uint8Array()
  if (!proofs.verify(proofOfKnowledge, hexToBytes(identifier), key))
    throw new ProofInvalidError()
}

export class PackageInvalidError extends BaseError {
  override name = 'PackageInvalidError'
  readonly trustee: number

  constructor({ trustee, cause }: { trustee: number; cause: unknown }) {
    super(`The package of trustee ${trustee} is wrong.`, {
      metaMessages: [
        'Everyone sees it: only a new attempt without it helps.',
        cause instanceof BaseError ? cause.shortMessage : String(cause),
      ],
      cause,
    })
    this.trustee = trustee
  }
}

export class ProofInvalidError extends BaseError {
  override name = 'ProofInvalidError'

  constructor() {
    super('The proof of knowledge does not hold.')
  }
}
