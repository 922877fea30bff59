/** What the relayer has left, and for how many ballots that pays. */
import { getBalance } from 'viem/actions'
import { estimateFees } from '../../chain/delivery/fees.ts'
import type { Services } from '../services.ts'
import { gasOfBallot } from './castCosts.ts'

export type Purse = {
  /** In wei. */
  balance: string
  ballots: number
  /** Of one ballot, in the last pages of this relayer. */
  gasPerBallot: number
}

export async function readPurse({
  account: { address },
  database,
  node,
}: Pick<Services, 'account' | 'database' | 'node'>): Promise<Purse> {
  const [balance, { maxFeePerGas }, gas] = await Promise.all([
    getBalance(node.reader, { address }),
    estimateFees(node.reader),
    gasOfBallot(database),
  ])
  const price = maxFeePerGas * gas
  const ballots =
    price === 0n ? Number.MAX_SAFE_INTEGER : Number(balance / price)
  return { balance: String(balance), ballots, gasPerBallot: Number(gas) }
}
