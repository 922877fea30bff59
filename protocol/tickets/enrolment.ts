/** The message of a claim: a key takes a seat with its ticket. */
import { type Address, type Hash, hashTypedData } from 'viem'
import type { RoundId } from '../typedData.ts'

/** Signed by the key itself: it takes this seat, with this ticket. */
export type EnrolmentMessage = {
  reviewer: number
  key: Address
  /** Hash of the ticket. */
  ticket: Hash
}

const Enrolment = [
  { name: 'reviewer', type: 'uint32' },
  { name: 'key', type: 'address' },
  { name: 'ticket', type: 'bytes32' },
] as const

/** What a wallet is asked to sign (viem's `signTypedData`). */
export function toEnrolmentTypedData(id: RoundId, message: EnrolmentMessage) {
  const types = { Enrolment } as const
  const primaryType = 'Enrolment'
  return { domain: domainOf(id), types, primaryType, message } as const
}

/** What the signature of the claim is over: a passkey's challenge. */
export function enrolmentDigest(id: RoundId, message: EnrolmentMessage): Hash {
  return hashTypedData(toEnrolmentTypedData(id, message))
}

export function domainOf({ chainId, round }: RoundId) {
  return {
    name: 'Dure',
    version: '1',
    chainId: Number(chainId),
    verifyingContract: round,
  } as const
}
