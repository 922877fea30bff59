/** What a transaction costs, and what becomes of it with less gas. */
import type { TransactionResponse } from 'ethers'
import hre from 'hardhat'
import { networkHelpers } from './chain.ts'
import { errorIn } from './events.ts'
import type { Stage } from './stage.ts'

/** The marks of a coverage run cost gas, and make code longer. */
export function skipUnderCoverage(test: Mocha.Context): void {
  if (!hre.globalOptions.coverage) return
  console.warn('      SKIPPED under coverage, whose marks cost gas:')
  test.skip()
}

export async function gasUsed(
  sent: Promise<TransactionResponse>,
): Promise<bigint> {
  const receipt = await (await sent).wait()
  if (!receipt) throw new Error('The transaction has no receipt.')
  return receipt.gasUsed
}

/**
 * Sends a call with a gas limit and undoes it again. Answers the name of the
 * error that it reverted with, or none, after `check` looked at it.
 */
export async function tryWithGas(
  { anyone, id }: Stage,
  data: string,
  gasLimit: number,
  check: (sent: Promise<TransactionResponse>) => Promise<void>,
): Promise<string | undefined> {
  const snapshot = await networkHelpers.takeSnapshot()
  try {
    const transaction = { to: id.round, data, gasLimit }
    const sent = await anyone.sendTransaction(transaction)
    await check(Promise.resolve(sent))
    return undefined
  } catch (error) {
    const { data: reason, message } = error as Error & { data?: unknown }
    if (typeof reason === 'string') return errorIn(reason)
    // The simulated chain tells it in words only.
    if (message.includes('out of gas')) return 'out of gas'
    throw error
  } finally {
    await snapshot.restore()
  }
}
