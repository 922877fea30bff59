/** Seals and signs every arriving reviewer's ballot, in the order of arrival. */
import { packBallot, parseBatch } from '../../protocol/ballot.ts'
import { envelopeLength } from '../../protocol/rules.ts'
import { type Review, sealingTasks } from './castBallots.ts'
import type { Stage } from './stage.ts'

export function sealAll(stage: Stage, review: Review): Promise<Uint8Array[]> {
  const { plan, pool, progress, rules } = stage
  const total = plan.arrivals.length
  const size = { envelopeLength: envelopeLength(rules, plan.proposals.length) }
  return progress.step('sealing', total, 'ballots', async (advance) => {
    const sealed: Uint8Array[] = []
    const tasks = sealingTasks(stage, review)
    for await (const batch of pool.inOrder('sealBallots', tasks)) {
      const ballots = parseBatch(batch, size)
      sealed.push(...ballots.map(packBallot))
      advance(ballots.length)
    }
    return sealed
  })
}
