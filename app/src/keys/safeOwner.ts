/** An owner signs for a Safe (ERC-1271): what the Safe is to stand by, as its typed data. */
import {
  type Address,
  concat,
  type Hash,
  type Hex,
  parseAbi,
  parseSignature,
  serializeSignature,
} from 'viem'
import { readContract, verifyHash } from 'viem/actions'
import type { ReadClient } from '../../../chain/clients.ts'
import { BaseError } from '../../../protocol/errors.ts'
import type { WalletConnection } from './walletConnection.ts'

/** By owner, in small letters. */
export type OwnerSignatures = Record<string, Hex>

export type SafePlace = { node: ReadClient; chainId: number; safe: Address }

const abi = parseAbi(['function isOwner(address) view returns (bool)'])

/** Asks the chain before the wallet: nobody else is prompted. */
export async function signAsOwner(
  { chainId, node, safe }: SafePlace,
  wallet: WalletConnection,
  hash: Hash,
): Promise<OwnerSignatures> {
  const { address } = wallet
  const call = { address: safe, abi, functionName: 'isOwner' } as const
  const isOwner = await readContract(node, { ...call, args: [address] }).catch(
    (cause: unknown) => {
      throw new NotSafeError({ safe, cause })
    },
  )
  if (!isOwner) throw new NotOwnerError({ address, safe })
  const signature = await wallet.signTyped({
    domain: { chainId, verifyingContract: safe },
    types: { SafeMessage: [{ name: 'message', type: 'bytes' }] },
    primaryType: 'SafeMessage',
    message: { message: hash },
  })
  // Some devices answer 0 and 1, which a Safe reads as other kinds.
  return { [address]: serializeSignature(parseSignature(signature)) }
}

/** For what cannot wait for the others: throws where one is not enough. */
export async function signByOneOwner(
  place: SafePlace,
  connection: WalletConnection,
  hash: Hash,
): Promise<Hex> {
  const signature = joinSignatures(await signAsOwner(place, connection, hash))
  if (await doesSafeStandBy(place, hash, signature)) return signature
  throw new MoreOwnersError({ safe: place.safe })
}

/** As a Safe takes them: by the owners' rising addresses. */
export function joinSignatures(signatures: OwnerSignatures): Hex {
  const owners = Object.keys(signatures).sort()
  return concat(owners.map((owner) => signatures[owner] ?? '0x'))
}

/** Whether they are enough, and right. */
export function doesSafeStandBy(
  { node, safe }: SafePlace,
  hash: Hash,
  signature: Hex,
): Promise<boolean> {
  return verifyHash(node, { address: safe, hash, signature })
}

export class NotOwnerError extends BaseError {
  override name = 'NotOwnerError'

  constructor({ address, safe }: { address: Address; safe: Address }) {
    super(`${address} is no owner of the Safe ${safe}.`)
  }
}

export class NotSafeError extends BaseError {
  override name = 'NotSafeError'

  constructor({ cause, safe }: { cause: unknown; safe: Address }) {
    super(`${safe} does not tell its owners as a Safe does.`, { cause })
  }
}

/** One owner is not enough where one alone has to do. */
export class MoreOwnersError extends BaseError {
  override name = 'MoreOwnersError'

  constructor({ safe }: { safe: Address }) {
    super(`More owners of the Safe ${safe} have to sign.`)
  }
}
