/** The EIP-712 domain and types of a round, for wallets and for digests. */
import { numberToBytesBE } from '@noble/curves/utils.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { domainSeparator as hashDomain, hexToBytes } from 'viem'
import type { Address, Hex } from 'viem'
import { keccak } from './bytes.ts'

/** Where a signature holds: one round on one chain. */
export type RoundId = { chainId: bigint; round: Address }

export type ProposalMessage = {
  version: number
  digest: Hex
  category: number
  ask: bigint
}

export type WithdrawalMessage = { version: number }

/** The plain scores as a wallet shows them; `salt` fills its 32 bytes. */
export type ScoresMessage = {
  reviewer: number
  proposals: readonly number[]
  values: readonly number[]
  salt: Hex
}

/** `envelope` is the hash of the envelope. */
export type BallotMessage = {
  reviewer: number
  version: number
  scores: ScoresMessage
  envelope: Hex
}

export type OpeningMessage = { reviewer: number; seal: Hex }

export type ObjectionMessage = { digest: Hex }

/** Everything that anybody signs in a round, by its primary type. */
export type SignedMessages = {
  Proposal: ProposalMessage
  Withdrawal: WithdrawalMessage
  Ballot: BallotMessage
  Opening: OpeningMessage
  Objection: ObjectionMessage
}

const Proposal = [
  { name: 'version', type: 'uint32' },
  { name: 'digest', type: 'bytes32' },
  { name: 'category', type: 'uint16' },
  { name: 'ask', type: 'uint128' },
] as const

const Withdrawal = [{ name: 'version', type: 'uint32' }] as const

const Scores = [
  { name: 'reviewer', type: 'uint32' },
  { name: 'proposals', type: 'uint16[]' },
  { name: 'values', type: 'uint8[]' },
  { name: 'salt', type: 'bytes32' },
] as const

const Ballot = [
  { name: 'reviewer', type: 'uint32' },
  { name: 'version', type: 'uint8' },
  { name: 'scores', type: 'Scores' },
  { name: 'envelope', type: 'bytes32' },
] as const

const Opening = [
  { name: 'reviewer', type: 'uint32' },
  { name: 'seal', type: 'bytes32' },
] as const

const Objection = [{ name: 'digest', type: 'bytes32' }] as const

/** The types of each signed message: only those that it needs. */
export const typedDataTypes = {
  Proposal: { Proposal },
  Withdrawal: { Withdrawal },
  Ballot: { Ballot, Scores },
  Opening: { Opening },
  Objection: { Objection },
} as const

export const scoresTypeHash = hashText(encodeFields('Scores', Scores))
export const ballotTypeHash = hashText(
  encodeFields('Ballot', Ballot) + encodeFields('Scores', Scores),
)
const proposalTypeHash = hashText(encodeFields('Proposal', Proposal))
const withdrawalTypeHash = hashText(encodeFields('Withdrawal', Withdrawal))
const openingTypeHash = hashText(encodeFields('Opening', Opening))
const objectionTypeHash = hashText(encodeFields('Objection', Objection))

/** What a wallet is asked to sign (viem's `signTypedData`). */
export function toTypedData<Type extends keyof SignedMessages>(
  { chainId, round }: RoundId,
  primaryType: Type,
  message: SignedMessages[Type],
) {
  const domain = {
    name: 'Dure',
    version: '1',
    chainId: Number(chainId),
    verifyingContract: round,
  } as const
  return { domain, types: typedDataTypes[primaryType], primaryType, message }
}

export function domainSeparator({ chainId, round }: RoundId): Uint8Array {
  const domain = { name: 'Dure', version: '1', chainId } as const
  return hexToBytes(
    hashDomain({ domain: { ...domain, verifyingContract: round } }),
  )
}

export function proposalDigest(
  separator: Uint8Array,
  { version, digest, category, ask }: ProposalMessage,
): Uint8Array {
  const fields = [word(version), hexToBytes(digest), word(category), word(ask)]
  return signedDigest(separator, keccak(proposalTypeHash, ...fields))
}

export function withdrawalDigest(
  separator: Uint8Array,
  { version }: WithdrawalMessage,
): Uint8Array {
  return signedDigest(separator, keccak(withdrawalTypeHash, word(version)))
}

export function openingDigest(
  separator: Uint8Array,
  { reviewer, seal }: { reviewer: number; seal: Uint8Array },
): Uint8Array {
  return signedDigest(separator, keccak(openingTypeHash, word(reviewer), seal))
}

export function objectionDigest(
  separator: Uint8Array,
  { digest }: ObjectionMessage,
): Uint8Array {
  return signedDigest(separator, keccak(objectionTypeHash, hexToBytes(digest)))
}

/** H(0x1901 ‖ domain separator ‖ struct hash): what a signature is over. */
export function signedDigest(
  separator: Uint8Array,
  structHash: Uint8Array,
): Uint8Array {
  return keccak(prefix, separator, structHash)
}

/** An integer as one ABI word. */
export function word(value: number | bigint): Uint8Array {
  return numberToBytesBE(value, 32)
}

const prefix = Uint8Array.of(0x19, 0x01)

function encodeFields(
  name: string,
  fields: readonly { name: string; type: string }[],
): string {
  const list = fields.map(({ name, type }) => `${type} ${name}`)
  return `${name}(${list.join(',')})`
}

function hashText(text: string): Uint8Array {
  return keccak(utf8ToBytes(text))
}
