/** What the relayer has left, and for how many ballots that pays. */
import { getBalance } from 'viem/actions'
import { estimateFees } from '../../chain/delivery/fees.ts'
import type { Services } from '../services.ts'

/** Of a page of many: see bench/. */
const gasPerBallot = 12_000n

export type Purse = {
  /** In wei. */
  balance: string
  ballots: number
}

export async function readPurse({
  account: { address },
  node,
}: Pick<Services, 'account' | 'node'>): Promise<Purse> {
  const [balance, { maxFeePerGas }] = await Promise.all([
    getBalance(node.reader, { address }),
    estimateFees(node.reader),
  ])
  const price = maxFeePerGas * gasPerBallot
  const ballots =
    price === 0n ? Number.MAX_SAFE_INTEGER : Number(balance / price)
  return { balance: String(balance), ballots }
}
