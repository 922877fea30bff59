/** P-256 and WebAuthn signatures, as OpenZeppelin's ERC-7913 verifiers ask. */
import { p256 } from '@noble/curves/nist.js'
import {
  bytesToNumberBE,
  concatBytes,
  equalBytes,
  numberToBytesBE,
} from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { bytesToHex, encodeAbiParameters, hexToBytes } from 'viem'
import { readU8 } from './bytes.ts'
import { BaseError } from './errors.ts'

/** The two numbers of an ECDSA signature. */
export type EcdsaSignature = { r: bigint; s: bigint }

/** A WebAuthn answer. The signed challenge is the digest itself. */
export type Assertion = EcdsaSignature & {
  authenticatorData: Uint8Array
  clientDataJSON: Uint8Array
}

const order = p256.Point.Fn.ORDER
const typeField = utf8ToBytes('"type":"webauthn.get"')
const challengeField = utf8ToBytes('"challenge":"')

/** r and s from the DER that passkeys answer. */
export function parseDer(der: Uint8Array): EcdsaSignature {
  try {
    const { r, s } = p256.Signature.fromBytes(der, 'der')
    return { r, s }
  } catch (cause) {
    throw new DerInvalidError({ cause })
  }
}

/** `r ‖ s` with low s, for a verifier of bare P-256 signatures. */
export function packP256Signature({ r, s }: EcdsaSignature): Uint8Array {
  return concatBytes(numberToBytesBE(r, 32), numberToBytesBE(toLow(s), 32))
}

export function verifyP256(
  publicKey: Uint8Array,
  hash: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== 64 || signature.length < 64) return false
  const key = concatBytes(Uint8Array.of(4), publicKey)
  const options = { prehash: false, lowS: true }
  return p256.verify(signature.subarray(0, 64), hash, key, options)
}

/** The signature that OpenZeppelin's WebAuthn verifier decodes. */
export function packWebAuthnSignature(assertion: Assertion): Uint8Array {
  const { r, s, authenticatorData, clientDataJSON } = assertion
  const challengeIndex = indexOf(clientDataJSON, challengeField)
  const typeIndex = indexOf(clientDataJSON, typeField)
  if (challengeIndex < 0 || typeIndex < 0)
    throw new ClientDataInvalidError({ clientDataJSON })
  const encoded = encodeAbiParameters(authParameters, [
    bytesToHex(numberToBytesBE(r, 32)),
    bytesToHex(numberToBytesBE(toLow(s), 32)),
    BigInt(challengeIndex),
    BigInt(typeIndex),
    bytesToHex(authenticatorData),
    bytesToHex(clientDataJSON),
  ])
  return hexToBytes(encoded)
}

/** What OpenZeppelin's WebAuthn verifier answers, user verification asked. */
export function verifyWebAuthn(
  publicKey: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const auth = parseWebAuthnSignature(signature)
  if (!auth || auth.authenticatorData.length < 37) return false
  const { authenticatorData, clientDataJSON } = auth
  const hash = sha256(concatBytes(authenticatorData, sha256(clientDataJSON)))
  return (
    hasAt(clientDataJSON, auth.typeIndex, typeField) &&
    hasAt(clientDataJSON, auth.challengeIndex, toChallenge(digest)) &&
    areFlagsRight(readU8(authenticatorData, 32)) &&
    verifyP256(publicKey, hash, auth.ecdsa)
  )
}

/** `clientDataJSON` is a string there: the same bytes. */
const authParameters = [
  { name: 'r', type: 'bytes32' },
  { name: 's', type: 'bytes32' },
  { name: 'challengeIndex', type: 'uint256' },
  { name: 'typeIndex', type: 'uint256' },
  { name: 'authenticatorData', type: 'bytes' },
  { name: 'clientDataJSON', type: 'bytes' },
] as const

/** Decodes as leniently as the contract: any offsets inside will do. */
function parseWebAuthnSignature(signature: Uint8Array) {
  const authenticatorData = readBytes(signature, 0x80)
  const clientDataJSON = readBytes(signature, 0xa0)
  if (!authenticatorData || !clientDataJSON) return undefined
  return {
    ecdsa: signature.subarray(0, 64),
    challengeIndex: readIndex(signature, 0x40),
    typeIndex: readIndex(signature, 0x60),
    authenticatorData,
    clientDataJSON,
  }
}

/** The bytes whose offset stands at `position`; none if not all inside. */
function readBytes(
  encoded: Uint8Array,
  position: number,
): Uint8Array | undefined {
  const offset = readIndex(encoded, position)
  const start = offset + 32
  const end = start + readIndex(encoded, offset)
  return end <= encoded.length ? encoded.subarray(start, end) : undefined
}

/** An ABI word as a number; infinite where the word is not all inside. */
function readIndex(encoded: Uint8Array, position: number): number {
  const word = encoded.subarray(position, position + 32)
  return word.length === 32 ? Number(bytesToNumberBE(word)) : Infinity
}

/** The field with base64url of the digest, as browsers write it. */
function toChallenge(digest: Uint8Array): Uint8Array {
  const base64 = btoa(String.fromCharCode(...digest))
  const base64url = base64
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return concatBytes(challengeField, utf8ToBytes(`${base64url}"`))
}

/** Present and verified, and not backed up unless eligible for it. */
function areFlagsRight(flags: number): boolean {
  const isEligible = (flags & 0x08) !== 0
  const isBackedUp = (flags & 0x10) !== 0
  return (flags & 0x05) === 0x05 && (isEligible || !isBackedUp)
}

function hasAt(bytes: Uint8Array, index: number, part: Uint8Array): boolean {
  return equalBytes(bytes.subarray(index, index + part.length), part)
}

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  return bytes.findIndex((_, index) => hasAt(bytes, index, part))
}

function toLow(s: bigint): bigint {
  return s > order >> 1n ? order - s : s
}

export class DerInvalidError extends BaseError {
  override name = 'DerInvalidError'

  constructor({ cause }: { cause: unknown }) {
    super('This is no P-256 signature in DER.', { cause })
  }
}

export class ClientDataInvalidError extends BaseError {
  override name = 'ClientDataInvalidError'

  constructor({ clientDataJSON }: { clientDataJSON: Uint8Array }) {
    super('The client data are not of a WebAuthn signature.', {
      metaMessages: [
        'Expected the fields "type":"webauthn.get" and "challenge".',
        `Found ${new TextDecoder().decode(clientDataJSON)}`,
      ],
    })
  }
}
