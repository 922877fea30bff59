/** The registrar's word for the enrolled keys: one signature, a proof a seat. */
import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import type { Address, Hash, Hex } from 'viem'
import type { RoundId } from '../typedData.ts'
import { domainOf } from './enrolment.ts'

export type SeatKey = { reviewer: number; key: Address }

/** Signed by the registrar: these keys are enrolled, so many of them. */
export type EnrolledKeysMessage = { root: Hash; count: number }

export type EnrolledKeyTree = EnrolledKeysMessage & {
  /** In the order of the keys given. */
  proofs: Hex[][]
}

const leaf = ['uint32', 'address']

const EnrolledKeys = [
  { name: 'root', type: 'bytes32' },
  { name: 'count', type: 'uint32' },
] as const

/** Of one key or more, in any order: the library sorts the leaves. */
export function treeOfKeys(seats: readonly SeatKey[]): EnrolledKeyTree {
  const tree = StandardMerkleTree.of(seats.map(valueOf), leaf)
  const proofs = seats.map((_, index) => tree.getProof(index) as Hex[])
  return { root: tree.root as Hash, count: seats.length, proofs }
}

export function isInTree(
  root: Hash,
  seat: SeatKey,
  proof: readonly Hex[],
): boolean {
  return StandardMerkleTree.verify(root, leaf, valueOf(seat), [...proof])
}

/** What a wallet is asked to sign (viem's `signTypedData`). */
export function toEnrolledKeysTypedData(
  id: RoundId,
  { count, root }: EnrolledKeysMessage,
) {
  const types = { EnrolledKeys } as const
  const primaryType = 'EnrolledKeys'
  const message = { root, count } as const
  return { domain: domainOf(id), types, primaryType, message } as const
}

function valueOf({ key, reviewer }: SeatKey): [number, Address] {
  return [reviewer, key]
}
