/** What a transaction offers for its gas, and what its replacement must offer. */
import { type Hex, parseTransaction } from 'viem'
import { estimateMaxPriorityFeePerGas, getBlock } from 'viem/actions'
import type { ReadClient } from '../clients.ts'

export type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint }

/** Good for six full blocks in a row, after which the base fee has doubled. */
export async function estimateFees(client: ReadClient): Promise<Fees> {
  const [{ baseFeePerGas }, maxPriorityFeePerGas] = await Promise.all([
    getBlock(client),
    estimateMaxPriorityFeePerGas(client),
  ])
  const maxFeePerGas = 2n * (baseFeePerGas ?? 0n) + maxPriorityFeePerGas
  return { maxFeePerGas, maxPriorityFeePerGas }
}

export function feesOf(transaction: Hex): Fees {
  const { maxFeePerGas = 0n, maxPriorityFeePerGas = 0n } =
    parseTransaction(transaction)
  return { maxFeePerGas, maxPriorityFeePerGas }
}

/** Nodes take a replacement that pays at least an eighth more on both. */
export function raiseFees(old: Fees, current: Fees): Fees {
  return {
    maxFeePerGas: larger(raise(old.maxFeePerGas), current.maxFeePerGas),
    maxPriorityFeePerGas: larger(
      raise(old.maxPriorityFeePerGas),
      current.maxPriorityFeePerGas,
    ),
  }
}

/** Neither is above the highest fee allowed. */
export function limitFees(fees: Fees, highestFeePerGas: bigint): Fees {
  return {
    maxFeePerGas: smaller(fees.maxFeePerGas, highestFeePerGas),
    maxPriorityFeePerGas: smaller(fees.maxPriorityFeePerGas, highestFeePerGas),
  }
}

function raise(fee: bigint): bigint {
  return fee + fee / 8n + 1n
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
