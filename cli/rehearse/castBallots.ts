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

/** What the reviewers go by. */
export type Review = {
  draw: Draw
  ballotKey: Point
  /** Gathers what they mean: the model of the count. */
  intended: Tally
}

export async function castBallots({
  review,
  stage,
}: {
  stage: Stage
  review: Review
}): Promise<void> {
  const { actors, gas, plan, pool, progress, round } = stage
  const total = plan.arrivals.length
  await progress.step('review', total, 'ballots', async (advance) => {
    const tasks = sealingTasks(stage, review)
    for await (const batch of pool.inOrder('sealBallots', tasks)) {
      const cast = await castBatch(actors.relayer, { round, batch })
      if (cast.skipped.length > 0) throw new BallotsSkippedError(cast)
      gas.spend('cast', cast.receipt)
      advance(cast.ballots)
    }
  })
}

/** A task makes as many as fit a page. */
export function* sealingTasks(
  { plan, rules, seed, separator, verifier }: Stage,
  { ballotKey, draw, intended }: Review,
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
    yield { seed, verifier, separator, ballotKey, draw, ballots }
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
