/** The two messages of an enrolment: the reviewer's claim, the registrar's word. */
import { type Address, type Hash, hashTypedData } from 'viem'
import type { RoundId } from '../typedData.ts'

/** Signed by the key itself: it takes this seat, with this ticket. */
export type EnrolmentMessage = {
  reviewer: number
  key: Address
  /** Hash of the ticket. */
  ticket: Hash
}

/** Signed by the registrar: this key is enrolled for this seat. */
export type EnrolledKeyMessage = { reviewer: number; key: Address }

const Enrolment = [
  { name: 'reviewer', type: 'uint32' },
  { name: 'key', type: 'address' },
  { name: 'ticket', type: 'bytes32' },
] as const

const EnrolledKey = [
  { name: 'reviewer', type: 'uint32' },
  { name: 'key', type: 'address' },
] as const

/** What a wallet is asked to sign (viem's `signTypedData`). */
export function toEnrolmentTypedData(id: RoundId, message: EnrolmentMessage) {
  const types = { Enrolment } as const
  const primaryType = 'Enrolment'
  return { domain: domainOf(id), types, primaryType, message } as const
}

export function toEnrolledKeyTypedData(
  id: RoundId,
  message: EnrolledKeyMessage,
) {
  const types = { EnrolledKey } as const
  const primaryType = 'EnrolledKey'
  return { domain: domainOf(id), types, primaryType, message } as const
}

/** What the signature of the claim is over: a passkey's challenge. */
export function enrolmentDigest(id: RoundId, message: EnrolmentMessage): Hash {
  return hashTypedData(toEnrolmentTypedData(id, message))
}

function domainOf({ chainId, round }: RoundId) {
  return {
    name: 'Dure',
    version: '1',
    chainId: Number(chainId),
    verifyingContract: round,
  } as const
}
