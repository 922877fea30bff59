/** What one transaction cost on chain. */
import type { ContractTransactionResponse } from 'ethers'

/** Waits for the receipt, so a transaction that reverted never becomes a figure. */
export async function gasUsed(
  sending: Promise<ContractTransactionResponse>,
): Promise<bigint> {
  const transaction = await sending
  const receipt = await transaction.wait()
  if (receipt?.status !== 1)
    throw new Error(`Transaction ${transaction.hash} did not succeed.`)
  return receipt.gasUsed
}
