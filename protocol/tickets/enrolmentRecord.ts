/** The key of a seat and who says so, as a relayer answers and a file keeps it. */
import {
  type Address,
  type Hash,
  type Hex,
  isAddress,
  isHash,
  isHex,
} from 'viem'
import { BaseError } from '../errors.ts'

export type EnrolmentRecord = {
  reviewer: number
  key: Address
  /** None: the registrar has not signed yet. */
  word: RegistrarsWord | undefined
}

/** One signature for all keys, and the proof of this one. */
export type RegistrarsWord = {
  registrar: Address
  root: Hash
  count: number
  proof: readonly Hex[]
  signature: Hex
}

export function parseEnrolment(content: unknown): EnrolmentRecord {
  if (typeof content !== 'object' || content === null) return malformed()
  const { key, reviewer, ...rest } = content as Record<string, unknown>
  if (!isWhole(reviewer) || !isAddressText(key)) return malformed()
  const seat = { reviewer, key: key.toLowerCase() as Address }
  const isSigned = rest['signature'] !== null
  return { ...seat, word: isSigned ? parseWord(rest) : undefined }
}

function parseWord({
  count,
  proof,
  registrar,
  root,
  signature,
}: Record<string, unknown>): RegistrarsWord {
  const isRight =
    isAddressText(registrar) && isHashText(root) && isHex(signature)
  if (!isRight || !isWhole(count) || !Array.isArray(proof)) return malformed()
  const steps: unknown[] = proof
  if (!steps.every(isHashText)) return malformed()
  return { registrar, root, count, proof: steps, signature }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function isAddressText(value: unknown): value is Address {
  return typeof value === 'string' && isAddress(value, { strict: false })
}

function isHashText(value: unknown): value is Hash {
  return typeof value === 'string' && isHash(value)
}

function malformed(): never {
  throw new EnrolmentMalformedError()
}

export class EnrolmentMalformedError extends BaseError {
  override name = 'EnrolmentMalformedError'

  constructor() {
    super('This is no enrolment.', {
      metaMessages: ['Expected what a relayer answers for a seat.'],
    })
  }
}
