/** Makes passkeys and has them sign: the browser's own prompt, nothing between. */
import { type Address, bytesToHex, hexToBytes } from 'viem'
import {
  parsePasskeyKey,
  toPasskeySignature,
} from '../../../protocol/passkeyAnswers.ts'
import { recoverPasskeyKeys } from '../../../protocol/recoverPasskeyKeys.ts'
import { type Signature, signerKey } from '../../../protocol/signer.ts'
import {
  PasskeyForeignError,
  PasskeyUnavailableError,
  SigningCancelledError,
} from './errors.ts'
import type { HeldKey, Seat } from './heldKeys.ts'
import { packUserHandle, parseUserHandle } from './userHandle.ts'

export type PasskeyKey = Extract<HeldKey, { kind: 'passkey' }>

/** `label` is what the phone shows in its list of passkeys. */
export async function createPasskey(
  seat: Seat,
  { label, verifier }: { label: string; verifier: Address },
): Promise<PasskeyKey> {
  const user = { id: packUserHandle(seat), name: label, displayName: label }
  const made = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: '두레 Dure' },
        user,
        challenge: random(32),
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      },
    }),
  )
  const { response } = made
  if (!(response instanceof AuthenticatorAttestationResponse))
    throw new PasskeyForeignError()
  const info = response.getPublicKey()
  if (!info) throw new PasskeyUnavailableError({ cause: 'No ES256 key.' })
  const publicKey = parsePasskeyKey(info)
  return {
    ...seat,
    kind: 'passkey',
    key: signerKey({ verifier, publicKey }),
    credential: bytesToHex(new Uint8Array(made.rawId)),
    publicKey: bytesToHex(publicKey),
    verifier,
  }
}

export async function signWithPasskey(
  { credential, publicKey, verifier }: PasskeyKey,
  digest: Uint8Array,
): Promise<Signature> {
  const id = Uint8Array.from(hexToBytes(credential))
  const { response } = await get({
    challenge: Uint8Array.from(digest),
    allowCredentials: [{ type: 'public-key', id }],
  })
  const signer = { verifier, publicKey: hexToBytes(publicKey) }
  return toPasskeySignature(signer, response)
}

export type FoundPasskey = {
  seat: Seat
  /** Which of the two it is, the roll or the enrolment tells. */
  candidates: PasskeyKey[]
}

/** Whichever passkey of this page the person picks, on any synced device. */
export async function findPasskey(verifier: Address): Promise<FoundPasskey> {
  const { rawId, response } = await get({ challenge: random(32) })
  const seat = parseUserHandle(response.userHandle)
  if (!seat) throw new PasskeyForeignError()
  const credential = bytesToHex(new Uint8Array(rawId))
  const candidates = recoverPasskeyKeys(response).map(
    (publicKey): PasskeyKey => ({
      ...{ ...seat, kind: 'passkey', credential, verifier },
      key: signerKey({ verifier, publicKey }),
      publicKey: bytesToHex(publicKey),
    }),
  )
  return { seat, candidates }
}

async function get(options: PublicKeyCredentialRequestOptions) {
  const answer = await ask(() =>
    navigator.credentials.get({
      publicKey: { ...options, userVerification: 'required' },
    }),
  )
  const { rawId, response } = answer
  if (response instanceof AuthenticatorAssertionResponse)
    return { rawId, response }
  throw new PasskeyForeignError()
}

/** Browsers answer one name for a refusal, a timeout and a missing key. */
async function ask(
  prompt: () => Promise<Credential | null>,
): Promise<PublicKeyCredential> {
  let answer: Credential | null
  try {
    answer = await prompt()
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : ''
    if (['NotAllowedError', 'AbortError'].includes(name))
      throw new SigningCancelledError({ cause })
    throw new PasskeyUnavailableError({ cause })
  }
  if (answer instanceof PublicKeyCredential) return answer
  throw new SigningCancelledError({ cause: 'No credential came.' })
}

function random(length: number) {
  return crypto.getRandomValues(new Uint8Array(length))
}
