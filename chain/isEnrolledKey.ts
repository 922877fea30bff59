/** Whether the registrar has signed that this key is enrolled for this seat. */
import type { Address, Hash, Hex } from 'viem'
import { getChainId, verifyTypedData } from 'viem/actions'
import {
  isInTree,
  type SeatKey,
  toEnrolledKeysTypedData,
} from '../protocol/tickets/enrolledKeys.ts'
import type { ReadClient } from './clients.ts'

export type IsEnrolledKeyParameters = {
  round: Address
  /** An account, or a contract wallet (ERC-1271). */
  registrar: Address
  seat: SeatKey
  /** Of the Merkle tree of all keys, and how many these are. */
  root: Hash
  count: number
  /** Of this seat in the tree. */
  proof: readonly Hex[]
  /** The registrar's, over root and count. */
  signature: Hex
}

export async function isEnrolledKey(
  client: ReadClient,
  parameters: IsEnrolledKeyParameters,
): Promise<boolean> {
  const { count, proof, registrar, root, round, seat } = parameters
  if (!isInTree(root, seat, proof)) return false
  const chainId = BigInt(await getChainId(client))
  const typedData = toEnrolledKeysTypedData({ chainId, round }, { root, count })
  const { signature } = parameters
  return verifyTypedData(client, {
    ...{ ...typedData, address: registrar, signature },
    // By the signature itself first; a contract is asked where that fails.
    mode: 'eoa',
  })
}
