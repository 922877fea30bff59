/** Ranks the proposals, lets objections and answers pass, confirms. */
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import type { Draw } from '../../protocol/draw.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { type Ranked, readOrders } from '../../chain/opening/readOrders.ts'
import { documentDigest, type Stage } from './stage.ts'

/** Hands in the order that follows from the contract's own tally. */
export function rankByTally(stage: Stage, draw: Draw): Promise<Ranked> {
  const { actors, chain, gas, plan, progress, round, rules } = stage
  const proposals = plan.proposals.length
  return progress.step('ranking', proposals, 'proposals', async () => {
    await chain.advanceTo(rules.times.openUntil + 1)
    const ranked = await readOrders(chain.reader, { draw, round, rules })
    const { orders } = ranked
    const receipt = await writeRound(actors.relayer, {
      round,
      functionName: 'rank',
      args: [packNumbers(orders[0]), packNumbers(orders[1])],
    })
    gas.spend('rank', receipt)
    return ranked
  })
}

/** Nobody objects in a rehearsal, but the time for it passes. */
export function confirmRanking(stage: Stage): Promise<void> {
  const { actors, chain, gas, progress, round, rules } = stage
  return progress.step('confirmation', 1, 'decision', async () => {
    const call = { round, functionName: 'rankedAt', args: [] } as const
    const rankedAt = Number(await readRound(chain.reader, call))
    const { objectionPeriod, answerPeriod } = rules.times
    await chain.advanceTo(rankedAt + objectionPeriod + answerPeriod + 1)
    const receipt = await writeRound(actors.committee, {
      round,
      functionName: 'confirm',
      args: [[], documentDigest('minutes: confirmed as ranked')],
    })
    gas.spend('confirm', receipt)
  })
}
