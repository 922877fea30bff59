/** HPKE (RFC 9180) with the one suite that envelopes and shares use. */
import {
  Aes128Gcm,
  CipherSuite,
  DhkemP256HkdfSha256,
  HkdfSha256,
} from '@hpke/core'
import { p256 } from '@noble/curves/nist.js'
import { concatBytes, numberToBytesBE } from '@noble/curves/utils.js'
import { BaseError } from './errors.ts'
import { compressedLength, type CurvePoint, parseCompressed } from './point.ts'

/** WebCrypto's key, which ES2023 does not declare. */
type WebKey = {
  algorithm: { name: string }
  extractable: boolean
  type: 'private' | 'public' | 'secret'
  usages: ('deriveBits' | 'deriveKey')[]
}

/** A public key, imported once for many messages. */
export type Recipient = { publicKey: WebKey }

/** A secret and its public key, imported once for many messages. */
export type RecipientSecret = Recipient & { privateKey: WebKey }

type Context = { info: Uint8Array; aad?: Uint8Array }

/** By how much a message is longer than its plaintext: point and tag. */
export const hpkeOverhead = compressedLength + 16

const kem = new DhkemP256HkdfSha256()
const suite = new CipherSuite({
  kem,
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

export async function importRecipient(point: CurvePoint): Promise<Recipient> {
  const publicKey: unknown = await kem.deserializePublicKey(
    point.toBytes(false),
  )
  return { publicKey: publicKey as WebKey }
}

/**
 * The public key is computed here: left to itself, @hpke/core derives it from
 * the private one by a way that gives the wrong sign in some browsers.
 */
export async function importSecret(secret: bigint): Promise<RecipientSecret> {
  const raw = numberToBytesBE(secret, 32)
  const recipient = await importRecipient(p256.Point.BASE.multiply(secret))
  const privateKey: unknown = await kem.deserializePrivateKey(raw)
  return { ...recipient, privateKey: privateKey as WebKey }
}

/**
 * Encrypts to the compressed encapsulated point ‖ ciphertext. `ephemeral` fixes
 * the sender's secret: for test vectors only, twice the same betrays both.
 */
export async function sealMessage(
  { publicKey }: Recipient,
  plaintext: Uint8Array,
  { info, aad = new Uint8Array() }: Context,
  ephemeral?: bigint,
): Promise<Uint8Array> {
  const ekm =
    ephemeral === undefined ? {} : { ekm: await importSecret(ephemeral) }
  const parameters = { recipientPublicKey: publicKey, info, ...ekm }
  const { enc, ct } = await suite.seal(parameters, plaintext, aad)
  const point = p256.Point.fromBytes(new Uint8Array(enc))
  return concatBytes(point.toBytes(), new Uint8Array(ct))
}

/** Decrypts such a message. Throws `MessageUnreadableError` on any doubt. */
export async function openMessage(
  recipientKey: RecipientSecret,
  message: Uint8Array,
  { info, aad = new Uint8Array() }: Context,
): Promise<Uint8Array> {
  try {
    const point = parseCompressed(message.subarray(0, compressedLength))
    const ciphertext = message.subarray(compressedLength)
    const parameters = { recipientKey, info, enc: point.toBytes(false) }
    return new Uint8Array(await suite.open(parameters, ciphertext, aad))
  } catch (cause) {
    throw new MessageUnreadableError({ cause })
  }
}

export class MessageUnreadableError extends BaseError {
  override name = 'MessageUnreadableError'

  constructor({ cause }: { cause: unknown }) {
    super('The message does not decrypt.', {
      metaMessages: [
        'Expected one to this key, with the same info and the same aad.',
      ],
      cause,
    })
  }
}
