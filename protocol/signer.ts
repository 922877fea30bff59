/** The three kinds of signatures: bodies, packed forms and the keys behind. */
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { concatBytes } from '@noble/curves/utils.js'
import { type Address, bytesToHex, hexToBytes } from 'viem'
import { keccak, readU16, readU8, u16, u8 } from './bytes.ts'
import { BaseError } from './errors.ts'

/** Who checks a signature. Other kinds can be sent, but never hold. */
export const signatureKinds = { account: 0, contract: 1, verifier: 2 } as const

export type Signature = { kind: number; body: Uint8Array }

/** An ERC-7913 signer: a verifier's address and the public key it checks. */
export type Signer = { verifier: Address; publicKey: Uint8Array }

const accountBodyLength = 64
const addressLength = 20
const order = secp256k1.Point.Fn.ORDER

/** The body of kind 0, `r ‖ vs` with low s, from a wallet's `r ‖ s ‖ v`. */
export function toAccountBody(signature: Uint8Array): Uint8Array {
  const expected = accountBodyLength + 1
  if (signature.length !== expected)
    throw new SignatureLengthError({ length: signature.length, expected })
  const { r, s, parity } = parseAccountSignature(signature)
  const isLow = s <= order >> 1n
  const body = new secp256k1.Signature(r, isLow ? s : order - s).toBytes()
  const parityOfLow = isLow ? parity : 1 - parity
  body[32] = readU8(body, 32) | (parityOfLow << 7)
  return body
}

/** The key that signed, as the contract recovers it; none if invalid. */
export function recoverAccount(
  digest: Uint8Array,
  body: Uint8Array,
): Address | undefined {
  if (body.length !== accountBodyLength) return undefined
  const compact = body.slice()
  compact[32] = readU8(body, 32) & 0x7f
  try {
    const signature = secp256k1.Signature.fromBytes(compact)
    if (signature.hasHighS()) return undefined
    const point = signature
      .addRecoveryBit(readU8(body, 32) >> 7)
      .recoverPublicKey(digest)
    return lastTwenty(keccak(point.toBytes(false).subarray(1)))
  } catch {
    return undefined
  }
}

/** The key of an ERC-7913 signer: the last 20 bytes of its hash. */
export function signerKey({ verifier, publicKey }: Signer): Address {
  return lastTwenty(keccak(hexToBytes(verifier), publicKey))
}

/** The body of kind 2. */
export function packSignerBody(
  { verifier, publicKey }: Signer,
  signature: Uint8Array,
): Uint8Array {
  const length = u16(addressLength + publicKey.length)
  return concatBytes(length, hexToBytes(verifier), publicKey, signature)
}

/** Takes the body of kind 2 apart; none if it is cut short. */
export function parseSignerBody(
  body: Uint8Array,
): { signer: Signer; signature: Uint8Array } | undefined {
  const end = body.length < 2 ? 0 : 2 + readU16(body, 0)
  if (end < 2 + addressLength || end > body.length) return undefined
  const verifier = bytesToHex(body.subarray(2, 2 + addressLength))
  const publicKey = body.subarray(2 + addressLength, end)
  return { signer: { verifier, publicKey }, signature: body.subarray(end) }
}

/** A signature that travels alone: `kind ‖ body`. */
export function packSignature({ kind, body }: Signature): Uint8Array {
  return concatBytes(u8(kind), body)
}

/** Reads a signature that travelled alone; none if there is nothing. */
export function parseSignature(packed: Uint8Array): Signature | undefined {
  const [kind] = packed
  return kind === undefined ? undefined : { kind, body: packed.subarray(1) }
}

/** The signature part of a packed ballot, whose kind stands before it. */
export function packInBatch({ kind, body }: Signature): Uint8Array {
  if (kind !== signatureKinds.account) return packWithLength(body)
  if (body.length === accountBodyLength) return body
  const expected = accountBodyLength
  throw new SignatureLengthError({ length: body.length, expected })
}

/** Reads such a part and where it ends; none if it is cut short. */
export function parseInBatch(
  kind: number,
  bytes: Uint8Array,
  offset: number,
): { signature: Signature; end: number } | undefined {
  return kind === signatureKinds.account
    ? readSignature(kind, bytes, offset, accountBodyLength)
    : parseWithLength(kind, bytes, offset)
}

/** `u16 length ‖ body`. */
export function packWithLength(body: Uint8Array): Uint8Array {
  const expected = 0xffff
  if (body.length > expected)
    throw new SignatureLengthError({ length: body.length, expected })
  return concatBytes(u16(body.length), body)
}

/** Reads `u16 length ‖ body` and where it ends; none if it is cut short. */
export function parseWithLength(
  kind: number,
  bytes: Uint8Array,
  offset: number,
): { signature: Signature; end: number } | undefined {
  return readSignature(kind, bytes, offset + 2, readU16(bytes, offset))
}

function readSignature(
  kind: number,
  bytes: Uint8Array,
  start: number,
  length: number,
): { signature: Signature; end: number } | undefined {
  const end = start + length
  if (end > bytes.length) return undefined
  return { signature: { kind, body: bytes.subarray(start, end) }, end }
}

function lastTwenty(hash: Uint8Array): Address {
  return bytesToHex(hash.subarray(32 - addressLength))
}

function parseAccountSignature(signature: Uint8Array) {
  const v = readU8(signature, accountBodyLength)
  const compact = signature.subarray(0, accountBodyLength)
  try {
    const { r, s } = secp256k1.Signature.fromBytes(compact)
    if ([0, 1, 27, 28].includes(v)) return { r, s, parity: v % 27 }
  } catch (cause) {
    throw new SignatureInvalidError({ cause })
  }
  throw new SignatureInvalidError({ cause: `v is ${v}` })
}

export class SignatureLengthError extends BaseError {
  override name = 'SignatureLengthError'

  constructor({ length, expected }: { length: number; expected: number }) {
    super(`The signature has ${length} bytes.`, {
      metaMessages: [`Expected ${expected}.`],
    })
  }
}

export class SignatureInvalidError extends BaseError {
  override name = 'SignatureInvalidError'

  constructor({ cause }: { cause: unknown }) {
    super('The signature is not one of an account.', {
      metaMessages: ['Expected r and s of secp256k1 and v of 0, 1, 27 or 28.'],
      cause,
    })
  }
}
