/** The order of the proposals that follows from the contract's own sums. */
import type { Address } from 'viem'
import type { ReadClient } from '../clients.ts'
import { getTallies } from '../getTallies.ts'
import type { Draw } from '../../protocol/draw.ts'
import { type Orders, rankProposals } from '../../protocol/ranking.ts'
import type { Rules } from '../../protocol/rules.ts'
import { makeTally, type Tally } from '../../protocol/tally.ts'

export type Ranked = { tally: Tally; orders: Orders }

export async function readOrders(
  client: ReadClient,
  { draw, round, rules }: { draw: Draw; round: Address; rules: Rules },
): Promise<Ranked> {
  const tally = await readTally(client, round, draw.n)
  return { tally, orders: rankProposals({ rules, draw, tally }) }
}

export async function readTally(
  client: ReadClient,
  round: Address,
  proposals: number,
): Promise<Tally> {
  const tally = makeTally(proposals)
  const read = await getTallies(client, { round, proposals })
  for (const [index, { points, count }] of read.entries()) {
    tally.sums[index] = Number(points)
    tally.counts[index] = Number(count)
  }
  return tally
}
