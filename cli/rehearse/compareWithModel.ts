/**
 * Compares what the contract says with what the protocol library makes of the
 * reviewers' intentions, which never passed over the chain.
 */
import { getPhase } from '../../chain/getPhase.ts'
import { rankProposals } from '../../protocol/ranking.ts'
import { recommend } from '../../protocol/recommend.ts'
import { rulesDigest } from '../../protocol/rules.ts'
import type { Tally } from '../../protocol/tally.ts'
import type { Rehearsal } from './readResult.ts'
import type { Stage } from './stage.ts'

export async function compareWithModel(
  stage: Stage,
  intended: Tally,
  { draw, comparisons, proposals, rules }: Rehearsal,
): Promise<void> {
  const { chain, round } = stage
  const phase = await getPhase(chain.reader, { round })
  comparisons.compare('phase', 'confirmed', phase)
  comparisons.compare('rules', rulesDigest(stage.rules), rulesDigest(rules))
  const recommended = recommendByModel(stage, intended, draw)
  for (const [index, proposal] of proposals.entries()) {
    const { id, number, points, count, isRecommended, isSelected } = proposal
    const compare = (what: string, expected: Compared, actual: Compared) => {
      comparisons.compare(`${what} of proposal ${id}`, expected, actual)
    }
    compare('points', intended.sums[index] ?? 0, points)
    compare('count', intended.counts[index] ?? 0, count)
    compare('recommended', recommended.has(number), isRecommended)
    // The committee of a rehearsal departs from nothing.
    compare('selected', isRecommended, isSelected)
  }
}

type Compared = number | boolean

function recommendByModel(
  { plan, rules }: Stage,
  tally: Tally,
  draw: Rehearsal['draw'],
): ReadonlySet<number> {
  const { recommended } = recommend({
    rules,
    orders: rankProposals({ rules, draw, tally }),
    proposals: plan.proposals.map(({ ask }) => ({
      ask,
      category: 0,
      withdrawn: false,
    })),
    counts: tally.counts,
  })
  return new Set(recommended.flat())
}
