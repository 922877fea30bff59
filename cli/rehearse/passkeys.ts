/** A software authenticator: signs WebAuthn assertions as a phone does. */
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hex } from 'viem'
import { keccak, u32 } from '../../protocol/bytes.ts'
import {
  type Assertion,
  packWebAuthnSignature,
  parseDer,
} from '../../protocol/passkey.ts'
import {
  packSignerBody,
  type Signature,
  type Signer,
  signerKey,
} from '../../protocol/signer.ts'

export type Passkey = { secret: Uint8Array; signer: Signer; key: Hex }

/** What a page or an authenticator may do otherwise. */
export type AssertionChange = {
  flags?: number
  type?: string
  site?: string
  counter?: number
  /** As it stands in the client data. */
  challenge?: string
}

export const flags = { present: 1, verified: 4, eligible: 8, backedUp: 16 }

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
  digest: Uint8Array,
  change: AssertionChange = {},
): Assertion {
  const site = change.site ?? 'dure.example'
  const authenticatorData = concatBytes(
    sha256(utf8ToBytes(site)),
    Uint8Array.of(change.flags ?? flags.present | flags.verified),
    u32(change.counter ?? 7),
  )
  const clientData = JSON.stringify({
    type: change.type ?? 'webauthn.get',
    challenge: change.challenge ?? toBase64Url(digest),
    origin: `https://${site}`,
    crossOrigin: false,
  })
  const clientDataJSON = utf8ToBytes(clientData)
  const signed = concatBytes(authenticatorData, sha256(clientDataJSON))
  const der = p256.sign(signed, secret, { format: 'der' })
  return { ...parseDer(der), authenticatorData, clientDataJSON }
}

export function toBase64Url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
