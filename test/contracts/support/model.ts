/** What the protocol's functions make of the ballots that a test knows. */
import { listOf } from '../../../protocol/draw.ts'
import type { Orders } from '../../../protocol/ranking.ts'
import { recommend, type Recommendation } from '../../../protocol/recommend.ts'
import { addBallot, makeTally } from '../../../protocol/tally.ts'
import { type KnownBallot, readDraw, tallies } from './ballots.ts'
import { type Stage, upTo } from './stage.ts'

/** Points and counts of these ballots, in the form of `tallies`. */
export async function expectedTallies(
  stage: Stage,
  ballots: readonly KnownBallot[],
) {
  const draw = await readDraw(stage)
  const tally = makeTally(stage.n)
  for (const { reviewer, values } of ballots)
    addBallot(tally, stage.rules, listOf(draw, reviewer), values)
  return Array.from(tally.sums, (points, index) => ({
    number: index + 1,
    points,
    count: tally.counts[index] ?? 0,
  }))
}

/** What the orders give, by the protocol, with the roster of the chain. */
export async function expectedRecommendation(
  stage: Stage,
  orders: Orders,
): Promise<Recommendation> {
  const { round, rules, n } = stage
  const counts = (await tallies(stage)).map(({ count }) => count)
  const proposals = await Promise.all(
    upTo(n).map(async (number) => {
      const { category, ask } = await round.rosterEntry(number)
      const withdrawn = await round.isWithdrawn(number)
      return { category: Number(category), ask, withdrawn }
    }),
  )
  return recommend({ rules, orders, proposals, counts })
}
