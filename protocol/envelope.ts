/** Envelopes: values and salt of a ballot, encrypted to the ballot key. */
import { p256 } from '@noble/curves/nist.js'
import { concatBytes } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type BallotHead, packHead, saltLength, type Scores } from './ballot.ts'
import {
  importRecipient,
  importSecret,
  openMessage,
  type Recipient,
  type RecipientSecret,
  sealMessage,
} from './hpke.ts'
import { fromCurvePoint, packPoint, type Point, toCurvePoint } from './point.ts'

/** A round's ballot key, ready to seal any number of envelopes. */
export type EnvelopeSealer = { recipient: Recipient; info: Uint8Array }

/** A round's ballot secret, ready to open any number of envelopes. */
export type EnvelopeOpener = { secret: RecipientSecret; info: Uint8Array }

export type EnvelopeContent = Pick<Scores, 'values' | 'salt'>

export async function createEnvelopeSealer(
  separator: Uint8Array,
  ballotKey: Point,
): Promise<EnvelopeSealer> {
  const recipient = await importRecipient(toCurvePoint(ballotKey))
  return { recipient, info: envelopeInfo(separator, ballotKey) }
}

export async function createEnvelopeOpener(
  separator: Uint8Array,
  ballotSecret: bigint,
): Promise<EnvelopeOpener> {
  const ballotKey = fromCurvePoint(p256.Point.BASE.multiply(ballotSecret))
  const secret = await importSecret(ballotSecret)
  return { secret, info: envelopeInfo(separator, ballotKey) }
}

/** `ephemeral` is for test vectors only (see hpke.ts). */
export function sealEnvelope(
  { recipient, info }: EnvelopeSealer,
  head: BallotHead,
  { values, salt }: EnvelopeContent,
  ephemeral?: bigint,
): Promise<Uint8Array> {
  const content = concatBytes(values, salt)
  const bound = { info, aad: packHead(head) }
  return sealMessage(recipient, content, bound, ephemeral)
}

/** Throws `MessageUnreadableError` unless it was sealed for just this. */
export async function openEnvelope(
  { secret, info }: EnvelopeOpener,
  head: BallotHead,
  envelope: Uint8Array,
): Promise<EnvelopeContent> {
  const bound = { info, aad: packHead(head) }
  const content = await openMessage(secret, envelope, bound)
  const saltAt = content.length - saltLength
  return { values: content.slice(0, saltAt), salt: content.slice(saltAt) }
}

/** `"dure ballot" ‖ domainSeparator ‖ X ‖ Y`. */
export function envelopeInfo(
  separator: Uint8Array,
  ballotKey: Point,
): Uint8Array {
  return concatBytes(
    utf8ToBytes('dure ballot'),
    separator,
    packPoint(ballotKey),
  )
}
