/** Looks where a delivery stands on the chain. */
import {
  type Hash,
  keccak256,
  type TransactionReceipt,
  TransactionReceiptNotFoundError,
} from 'viem'
import {
  getBlockNumber,
  getTransactionCount,
  getTransactionReceipt,
} from 'viem/actions'
import type { ReadClient } from '../clients.ts'
import type { Delivery } from './journal.ts'

export type Look =
  | { state: 'included'; receipt: TransactionReceipt; depth: number }
  | { state: 'waiting'; nextNonce: number; head: bigint }
  /** Its nonce is used, as it seems by another transaction. */
  | { state: 'passed'; head: bigint }
  | { state: 'unreachable'; cause: unknown }

export type LookOf<state extends Look['state']> = Extract<
  Look,
  { state: state }
>

export async function lookAt(
  client: ReadClient,
  delivery: Delivery,
): Promise<Look> {
  try {
    // In this order: a nonce found unused was not used before the receipts.
    const { from: address, nonce } = delivery
    const nextNonce = await getTransactionCount(client, { address })
    const receipt = await findIncluded(client, delivery)
    const head = await getBlockNumber(client, { cacheTime: 0 })
    if (receipt) {
      const depth = Number(head - receipt.blockNumber) + 1
      return { state: 'included', receipt, depth }
    }
    if (nextNonce > nonce) return { state: 'passed', head }
    return { state: 'waiting', nextNonce, head }
  } catch (cause) {
    return { state: 'unreachable', cause }
  }
}

async function findIncluded(
  client: ReadClient,
  { transactions }: Delivery,
): Promise<TransactionReceipt | undefined> {
  for (const transaction of transactions.toReversed()) {
    const receipt = await findReceipt(client, keccak256(transaction))
    if (receipt) return receipt
  }
  return undefined
}

export async function findReceipt(
  client: ReadClient,
  hash: Hash,
): Promise<TransactionReceipt | undefined> {
  try {
    return await getTransactionReceipt(client, { hash })
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return undefined
    throw error
  }
}
