/** A contract wallet's signature (ERC-1271), which it may take back at any time. */
import type { Address, Hex } from 'viem'
import { verifyHash } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'

export type ContractWord = { hash: Hex; signature: Hex }

/** Whether the wallet stands by it at this moment: an owner may have gone. */
export function standsBy(
  reader: ReadClient,
  address: Address,
  { hash, signature }: ContractWord,
): Promise<boolean> {
  return verifyHash(reader, { address, hash, signature })
}
