/** A page as an app has it: what the test calls stands in `globalThis`. */
import type { Address } from 'viem'
import {
  parsePasskeyKey,
  type PasskeyAnswer,
  toPasskeySignature,
} from '../../../protocol/passkeyAnswers.ts'
import { type Signer, signerKey } from '../../../protocol/signer.ts'
import {
  createReviewer,
  type Place,
  type Reviewer,
} from '../support/reviewer.ts'

declare const navigator: {
  credentials: {
    create(options: object): Promise<{
      rawId: ArrayBuffer
      response: { getPublicKey(): ArrayBuffer }
    }>
    get(options: object): Promise<{ response: PasskeyAnswer }>
  }
}

export type PageCalls = {
  /** The verifier of passkeys that the round lists; answers the key. */
  makePasskey(place: Place, verifier: Address): Promise<Address>
  claim(ticket: string): Promise<number>
  hasWord(reviewer: number, key?: Address): Promise<boolean>
  isOnRoll(reviewer: number): Promise<boolean>
  cast(reviewer: number, score: number): Promise<boolean>
}

let reviewer: Reviewer

const calls: PageCalls = {
  async makePasskey(place, verifier) {
    const { rawId, response } = await create()
    const publicKey = parsePasskeyKey(response.getPublicKey())
    const signer = { verifier, publicKey }
    const key = signerKey(signer)
    const sign = (digest: Uint8Array) => get(signer, rawId, digest)
    reviewer = createReviewer(place, { key, sign })
    return key
  },
  claim: (ticket) => reviewer.claim(ticket),
  hasWord: (seat, key) => reviewer.hasWord(seat, key),
  isOnRoll: (seat) => reviewer.isOnRoll(seat),
  cast: (seat, score) => reviewer.cast(seat, score, random(16)),
}

Object.assign(globalThis, { calls })

function create() {
  const user = { id: random(16), name: 'reviewer', displayName: 'Reviewer' }
  return navigator.credentials.create({
    publicKey: {
      rp: { name: 'Dure' },
      user,
      challenge: random(32),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { userVerification: 'required' },
    },
  })
}

async function get(signer: Signer, id: ArrayBuffer, challenge: Uint8Array) {
  const { response } = await navigator.credentials.get({
    publicKey: {
      challenge,
      allowCredentials: [{ type: 'public-key', id }],
      userVerification: 'required',
    },
  })
  return toPasskeySignature(signer, response)
}

function random(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length))
}
