/** A software authenticator: signs WebAuthn assertions as a phone does. */
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hex } from 'viem'
import { keccak, u32 } from '../../../protocol/bytes.ts'
import {
  type Assertion,
  packWebAuthnSignature,
  parseDer,
} from '../../../protocol/passkey.ts'
import {
  packSignerBody,
  type Signature,
  type Signer,
  signerKey,
} from '../../../protocol/signer.ts'

export type Passkey = { secret: Uint8Array; signer: Signer; key: Hex }

/** What an authenticator may do otherwise. */
export type AssertionChange = { flags?: number; type?: string }

const relyingParty = 'dure.example'
/** User present and user verified. */
const presentAndVerified = 0x05

export function makePasskey(number: number, verifier: Hex): Passkey {
  const secret = keccak(utf8ToBytes('passkey'), u32(number))
  const publicKey = p256.getPublicKey(secret, false).slice(1)
  const signer = { verifier, publicKey }
  return { secret, signer, key: signerKey(signer) }
}

/** A signature of kind 2 over a digest. */
export function signWithPasskey(
  { secret, signer }: Passkey,
  digest: Uint8Array,
  change: AssertionChange = {},
): Signature {
  const assertion = makeAssertion(secret, digest, change)
  const body = packSignerBody(signer, packWebAuthnSignature(assertion))
  return { kind: 2, body }
}

/** What `navigator.credentials.get` answers, as numbers. */
export function makeAssertion(
  secret: Uint8Array,
  challenge: Uint8Array,
  { flags = presentAndVerified, type = 'webauthn.get' }: AssertionChange = {},
): Assertion {
  const authenticatorData = concatBytes(
    sha256(utf8ToBytes(relyingParty)),
    Uint8Array.of(flags),
    u32(7),
  )
  const clientData = JSON.stringify({
    type,
    challenge: Buffer.from(challenge).toString('base64url'),
    origin: `https://${relyingParty}`,
    crossOrigin: false,
  })
  const clientDataJSON = utf8ToBytes(clientData)
  const signed = concatBytes(authenticatorData, sha256(clientDataJSON))
  const der = p256.sign(signed, secret, { format: 'der' })
  return { ...parseDer(der), authenticatorData, clientDataJSON }
}
