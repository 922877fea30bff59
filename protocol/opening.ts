/** Openings of a page: how they are packed, and how the ballot key makes them. */
import { concatBytes, equalBytes } from '@noble/curves/utils.js'
import { hashScores, saltLength, type SealedBallot } from './ballot.ts'
import { readU32, readU8, u32, u8 } from './bytes.ts'
import {
  type EnvelopeContent,
  type EnvelopeOpener,
  openEnvelope,
} from './envelope.ts'
import { BaseError } from './errors.ts'
import { MessageUnreadableError } from './hpke.ts'
import { packWithLength, parseWithLength, type Signature } from './signer.ts'

type Numbered = { reviewer: number; version: number }

/** The ballot stays closed. */
export type ClosedOpening = Numbered & { kind: 0; seal: Uint8Array }

/** The ballot key opened it. */
export type KeyOpening = Numbered & { kind: 1 } & EnvelopeContent

/** Its reviewer opens it: signed over Opening(reviewer, seal). */
export type SignedOpening = Numbered & { kind: 2 } & EnvelopeContent & {
    signature: Signature
  }

export type Opening = ClosedOpening | KeyOpening | SignedOpening

/** The openings of a page, as `openPages` takes them. */
export function packOpenings(openings: readonly Opening[]): Uint8Array {
  return concatBytes(...openings.map(packOpening))
}

/** Takes the openings of a page apart. */
export function parseOpenings(
  bytes: Uint8Array,
  { valueCount }: { valueCount: number },
): Opening[] {
  const openings: Opening[] = []
  for (let offset = 0; offset < bytes.length;) {
    const found = parseOpeningAt(bytes, offset, valueCount)
    if (!found) throw new OpeningMalformedError({ offset })
    openings.push(found.opening)
    offset = found.end
  }
  return openings
}

/**
 * Opens what decrypts and fits its seal, and leaves the rest closed: one wrong
 * opening would make the contract refuse the page.
 */
export function openPage(
  opener: EnvelopeOpener,
  ballots: readonly SealedBallot[],
  list: (reviewer: number) => ArrayLike<number>,
): Promise<(ClosedOpening | KeyOpening)[]> {
  return Promise.all(
    ballots.map((ballot) => openBallot(opener, ballot, list(ballot.reviewer))),
  )
}

async function openBallot(
  opener: EnvelopeOpener,
  ballot: SealedBallot,
  proposals: ArrayLike<number>,
): Promise<ClosedOpening | KeyOpening> {
  const { reviewer, version, seal } = ballot
  const content = await tryOpenEnvelope(opener, ballot)
  const fits =
    content && equalBytes(hashScores({ reviewer, proposals, ...content }), seal)
  return fits
    ? { kind: 1, reviewer, version, ...content }
    : { kind: 0, reviewer, version, seal }
}

async function tryOpenEnvelope(
  opener: EnvelopeOpener,
  ballot: SealedBallot,
): Promise<EnvelopeContent | undefined> {
  try {
    return await openEnvelope(opener, ballot, ballot.envelope)
  } catch (error) {
    if (error instanceof MessageUnreadableError) return undefined
    throw error
  }
}

function packOpening(opening: Opening): Uint8Array {
  const { kind, reviewer, version } = opening
  const head = [u32(reviewer), u8(kind * 16 + version)]
  if (kind === 0) return concatBytes(...head, opening.seal)
  const opened = concatBytes(...head, opening.values, opening.salt)
  if (kind === 1) return opened
  const { signature } = opening
  const signed = [u8(signature.kind), packWithLength(signature.body)]
  return concatBytes(opened, ...signed)
}

function parseOpeningAt(
  bytes: Uint8Array,
  offset: number,
  valueCount: number,
): { opening: Opening; end: number } | undefined {
  const start = offset + 5
  const kind = readU8(bytes, offset + 4) >> 4
  const numbered = {
    reviewer: readU32(bytes, offset),
    version: readU8(bytes, offset + 4) & 0x0f,
  }
  if (kind === 0) return parseClosed(numbered, bytes, start)
  if (kind === 1) return parseOpened(numbered, bytes, start, valueCount)
  if (kind === 2) return parseSigned(numbered, bytes, start, valueCount)
  return undefined
}

function parseClosed(
  numbered: Numbered,
  bytes: Uint8Array,
  start: number,
): { opening: ClosedOpening; end: number } | undefined {
  const end = start + 32
  if (end > bytes.length) return undefined
  const seal = bytes.subarray(start, end)
  return { opening: { kind: 0, ...numbered, seal }, end }
}

function parseOpened(
  numbered: Numbered,
  bytes: Uint8Array,
  start: number,
  valueCount: number,
): { opening: KeyOpening; end: number } | undefined {
  const saltAt = start + valueCount
  const end = saltAt + saltLength
  if (end > bytes.length) return undefined
  const values = bytes.subarray(start, saltAt)
  const salt = bytes.subarray(saltAt, end)
  return { opening: { kind: 1, ...numbered, values, salt }, end }
}

function parseSigned(
  numbered: Numbered,
  bytes: Uint8Array,
  start: number,
  valueCount: number,
): { opening: SignedOpening; end: number } | undefined {
  const opened = parseOpened(numbered, bytes, start, valueCount)
  if (!opened) return undefined
  const kind = readU8(bytes, opened.end)
  const found = parseWithLength(kind, bytes, opened.end + 1)
  if (!found) return undefined
  const { signature, end } = found
  return { opening: { ...opened.opening, kind: 2, signature }, end }
}

export class OpeningMalformedError extends BaseError {
  override name = 'OpeningMalformedError'
  readonly offset: number

  constructor({ offset }: { offset: number }) {
    super(`The opening at byte ${offset} cannot be read.`, {
      metaMessages: ['Expected whole openings of kind 0, 1 or 2.'],
    })
    this.offset = offset
  }
}
