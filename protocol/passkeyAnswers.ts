/** What a browser's passkey answers, as an ERC-7913 signer's key and signature. */
import { p256 } from '@noble/curves/nist.js'
import { equalBytes } from '@noble/curves/utils.js'
import { hexToBytes } from 'viem'
import { BaseError } from './errors.ts'
import { packWebAuthnSignature, parseDer } from './passkey.ts'
import {
  packSignerBody,
  type Signature,
  signatureKinds,
  type Signer,
} from './signer.ts'

/** A browser's `AuthenticatorAssertionResponse` is one. */
export type PasskeyAnswer = {
  authenticatorData: ArrayBuffer
  clientDataJSON: ArrayBuffer
  /** In DER. */
  signature: ArrayBuffer
}

/** SubjectPublicKeyInfo of every P-256 key up to its coordinates. */
const keyHead = hexToBytes(
  '0x3059301306072a8648ce3d020106082a8648ce3d03010703420004',
)

/** `x ‖ y` of a fresh passkey, from its `getPublicKey()`. */
export function parsePasskeyKey(info: ArrayBuffer): Uint8Array {
  const bytes = new Uint8Array(info)
  if (!equalBytes(bytes.subarray(0, keyHead.length), keyHead))
    throw new PasskeyKeyInvalidError({ cause: 'It has another head.' })
  try {
    p256.Point.fromBytes(bytes.subarray(keyHead.length - 1))
  } catch (cause) {
    throw new PasskeyKeyInvalidError({ cause })
  }
  return bytes.slice(keyHead.length)
}

/** The signature over the digest that the passkey was given as its challenge. */
export function toPasskeySignature(
  signer: Signer,
  { authenticatorData, clientDataJSON, signature }: PasskeyAnswer,
): Signature {
  const packed = packWebAuthnSignature({
    ...parseDer(new Uint8Array(signature)),
    authenticatorData: new Uint8Array(authenticatorData),
    clientDataJSON: new Uint8Array(clientDataJSON),
  })
  return { kind: signatureKinds.verifier, body: packSignerBody(signer, packed) }
}

export class PasskeyKeyInvalidError extends BaseError {
  override name = 'PasskeyKeyInvalidError'

  constructor({ cause }: { cause: unknown }) {
    super('The passkey’s public key is not one of P-256.', {
      metaMessages: ['Ask for a passkey of the algorithm ES256 (-7) alone.'],
      cause,
    })
  }
}
