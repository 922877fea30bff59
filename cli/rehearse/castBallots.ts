/** Every arriving reviewer seals and signs; a relayer casts page by page. */
import { castBallots as castBatch } from '../../chain/castBallots.ts'
import type { Point } from '../../protocol/point.ts'
import type { Draw } from '../../protocol/draw.ts'
import { BaseError } from '../../protocol/errors.ts'
import { addBallot, type Tally } from '../../protocol/tally.ts'
import type { PlainBallot, SealBallotsTask } from './sealBallots.ts'
import { createLists } from '../../protocol/lists.ts'
import { ballotsPerPage } from '../../chain/opening/openingGas.ts'
import type { Stage } from './stage.ts'

/** `intended` gathers what the reviewers mean: the model of the count. */
export async function castBallots(
  stage: Stage,
  draw: Draw,
  ballotKey: Point,
  intended: Tally,
): Promise<void> {
  const { actors, chain, gas, plan, pool, progress, round, rules } = stage
  await chain.advanceTo(rules.times.reviewFrom)
  const total = plan.arrivals.length
  await progress.step('review', total, 'ballots', async (advance) => {
    const tasks = sealingTasks(stage, draw, ballotKey, intended)
    for await (const batch of pool.inOrder('sealBallots', tasks)) {
      const cast = await castBatch(actors.relayer, { round, batch })
      if (cast.skipped.length > 0) throw new BallotsSkippedError(cast)
      gas.spend('cast', cast.receipt)
      advance(cast.ballots)
    }
  })
}

function* sealingTasks(
  { plan, rules, seed, separator }: Stage,
  draw: Draw,
  ballotKey: Point,
  intended: Tally,
): Generator<SealBallotsTask, void> {
  const lists = createLists(draw)
  const size = ballotsPerPage(rules, plan.proposals.length)
  for (let start = 0; start < plan.arrivals.length; start += size) {
    const reviewers = plan.arrivals.slice(start, start + size)
    const ballots = Array.from(reviewers, (reviewer): PlainBallot => {
      const proposals = lists(reviewer)
      const values = plan.review(reviewer, proposals)
      addBallot(intended, rules, proposals, values)
      return { reviewer, values }
    })
    yield { seed, separator, ballotKey, draw, ballots }
  }
}

export class BallotsSkippedError extends BaseError {
  override name = 'BallotsSkippedError'

  constructor({
    page,
    skipped,
  }: {
    page: number
    skipped: readonly { reviewer: number; reason: string }[]
  }) {
    const [first] = skipped
    super(`The contract skipped ${skipped.length} ballots of page ${page}.`, {
      metaMessages: [
        `First: reviewer ${first?.reviewer ?? 0}, error ${first?.reason ?? ''}.`,
      ],
    })
  }
}
