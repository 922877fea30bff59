/** Seals, digests and the packed form of ballots, and the pages they make. */
import { concatBytes } from '@noble/curves/utils.js'
import { bytesToHex } from 'viem'
import { keccak, readU32, readU8, u32, u8 } from './bytes.ts'
import { BaseError } from './errors.ts'
import { packInBatch, parseInBatch, type Signature } from './signer.ts'
import {
  ballotTypeHash,
  type RoundId,
  scoresTypeHash,
  signedDigest,
  toTypedData,
  word,
} from './typedData.ts'

/** What is sealed: the values in list order, and 16 random bytes. */
export type Scores = {
  reviewer: number
  proposals: ArrayLike<number>
  values: Uint8Array
  salt: Uint8Array
}

/** Which ballot it is. Opening a page needs no more of it. */
export type BallotHead = {
  reviewer: number
  version: number
  seal: Uint8Array
}

/** The ballot without its signature: scores hidden, for good. */
export type SealedBallot = BallotHead & { envelope: Uint8Array }

export type SignedBallot = SealedBallot & { signature: Signature }

export const saltLength = 16
export const mostBallotsPerPage = 400

/** The seal: the EIP-712 struct hash of the scores. */
export function hashScores({
  reviewer,
  proposals,
  values,
  salt,
}: Scores): Uint8Array {
  if (salt.length !== saltLength)
    throw new SaltLengthError({ length: salt.length })
  return keccak(
    scoresTypeHash,
    word(reviewer),
    hashNumbers(proposals),
    hashNumbers(values),
    salt,
    new Uint8Array(32 - saltLength),
  )
}

/** What a reviewer signs, from the seal alone: equal to viem's digest. */
export function ballotDigest(
  separator: Uint8Array,
  { reviewer, version, seal, envelope }: SealedBallot,
): Uint8Array {
  const fields = [word(reviewer), word(version), seal, keccak(envelope)]
  return signedDigest(separator, keccak(ballotTypeHash, ...fields))
}

/** What a wallet shows of a ballot before it is signed. */
export function toBallotTypedData(
  id: RoundId,
  { reviewer, proposals, values, salt }: Scores,
  { version, envelope }: Pick<SealedBallot, 'version' | 'envelope'>,
) {
  const scores = {
    reviewer,
    proposals: Array.from(proposals),
    values: Array.from(values),
    salt: bytesToHex(salt, { size: 32 }),
  }
  const hash = bytesToHex(keccak(envelope))
  const message = { reviewer, version, scores, envelope: hash }
  return toTypedData(id, 'Ballot', message)
}

/** A ballot as `castBallots` takes it. */
export function packBallot(ballot: SignedBallot): Uint8Array {
  const { reviewer, version, seal, envelope, signature } = ballot
  return concatBytes(
    u32(reviewer),
    u8(signature.kind * 16 + version),
    seal,
    envelope,
    packInBatch(signature),
  )
}

/** Takes apart ballots packed end to end; one that is cut short fails all. */
export function parseBatch(
  batch: Uint8Array,
  { envelopeLength }: { envelopeLength: number },
): SignedBallot[] {
  const ballots: SignedBallot[] = []
  for (let offset = 0; offset < batch.length;) {
    const { ballot, end } = parseBallotAt(batch, offset, envelopeLength)
    ballots.push(ballot)
    offset = end
  }
  return ballots
}

/** `u32 reviewer ‖ u8 version ‖ seal`. */
export function packHead({ reviewer, version, seal }: BallotHead): Uint8Array {
  return concatBytes(u32(reviewer), u8(version), seal)
}

/** The heads of a page's ballots in turn. */
export function ballotHeads(ballots: readonly BallotHead[]): Uint8Array {
  return concatBytes(...ballots.map(packHead))
}

/** What the contract keeps of a page: its heads, and its batch as a hash. */
export function pageDigest(
  heads: Uint8Array,
  batchHash: Uint8Array,
): Uint8Array {
  return keccak(keccak(heads), batchHash)
}

function parseBallotAt(
  batch: Uint8Array,
  offset: number,
  envelopeLength: number,
): { ballot: SignedBallot; end: number } {
  const sealAt = offset + 5
  const envelopeAt = sealAt + 32
  const signatureAt = envelopeAt + envelopeLength
  const kind = readU8(batch, offset + 4) >> 4
  const found = parseInBatch(kind, batch, signatureAt)
  if (!found) throw new BatchMalformedError({ offset })
  const ballot = {
    reviewer: readU32(batch, offset),
    version: readU8(batch, offset + 4) & 0x0f,
    seal: batch.subarray(sealAt, envelopeAt),
    envelope: batch.subarray(envelopeAt, signatureAt),
    signature: found.signature,
  }
  return { ballot, end: found.end }
}

/** Each element as one ABI word, as EIP-712 hashes arrays. */
function hashNumbers(numbers: ArrayLike<number>): Uint8Array {
  const words = new Uint8Array(32 * numbers.length)
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0
    words[32 * index + 30] = number >>> 8
    words[32 * index + 31] = number
  }
  return keccak(words)
}

export class SaltLengthError extends BaseError {
  override name = 'SaltLengthError'

  constructor({ length }: { length: number }) {
    super(`The salt has ${length} bytes.`, {
      metaMessages: [`Expected ${saltLength}.`],
    })
  }
}

export class BatchMalformedError extends BaseError {
  override name = 'BatchMalformedError'
  readonly offset: number

  constructor({ offset }: { offset: number }) {
    super(`The ballot at byte ${offset} of the batch cannot be read.`, {
      metaMessages: ['Expected whole ballots of one round.'],
    })
    this.offset = offset
  }
}
