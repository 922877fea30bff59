/** The draw, tally and true ranking of a test round, read from the chain. */
import type { Hex } from 'viem'
import { type Draw, restoreDraw } from '../../../protocol/draw.ts'
import { parseNumbers } from '../../../protocol/packedNumbers.ts'
import { type Orders, rankProposals } from '../../../protocol/ranking.ts'
import type { Tally } from '../../../protocol/tally.ts'
import { rankAs, tallies } from './ballots.ts'
import type { Stage } from './stage.ts'

export async function drawOf({ round, rules, n }: Stage): Promise<Draw> {
  const { order, offset } = await round.shuffles()
  return restoreDraw({
    order: parseNumbers(order as Hex),
    offset: parseNumbers(offset as Hex),
    rules,
    n,
  })
}

export async function tallyOf(stage: Stage): Promise<Tally> {
  const found = await tallies(stage)
  return {
    sums: Float64Array.from(found, ({ points }) => points),
    counts: Uint32Array.from(found, ({ count }) => count),
  }
}

/** The one ranking that the contract accepts. */
export async function trueOrders(stage: Stage): Promise<Orders> {
  const [draw, tally] = [await drawOf(stage), await tallyOf(stage)]
  return rankProposals({ rules: stage.rules, draw, tally })
}

export async function rankTruly(stage: Stage) {
  const [first, second] = await trueOrders(stage)
  return rankAs(stage, first, second)
}
