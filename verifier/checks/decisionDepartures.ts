/** Departures keep to the half, the category and the money of what they replace. */
import { zeroHash } from 'viem'
import { type Draw, placeOf } from '../../protocol/draw.ts'
import { splitBudget } from '../../protocol/recommend.ts'
import type { Rules } from '../../protocol/rules.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { resultSentences } from '../sentences/result.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'
import { withdrawnAt } from './rankingRecommended.ts'
import { tallyNeeds, tallyToRank } from './tallyToRank.ts'

const say = resultSentences['decision.departures']

/** All that a departure is measured by. */
type Measure = {
  rules: Rules
  draw: Draw
  counts: ArrayLike<number>
  proposals: ReturnType<typeof withdrawnAt>
  recommended: ReadonlySet<number>
  selected: Set<number>
}

export const decisionDepartures: Check = {
  name: 'decision.departures',
  needs: [
    'phases.milestones',
    'proposals.history',
    'proposals.signatures',
    ...tallyNeeds,
  ],
  run(context) {
    const { history } = context
    const [confirmed] = eventsOf(history, 'Confirmed')
    const measure = confirmed && measureBy(context, confirmed)
    if (!measure) return absent(notThereYet('decision.departures'))
    const departed = eventsOf(history, 'Departed')
    const failures = departed.flatMap((event) => remove(measure, event))
    // Without a place that is given up there is none to take.
    if (failures.length === 0)
      failures.push(...departed.flatMap((event) => add(measure, event)))
    if (departed.length > 0 && failures.length === 0)
      failures.push(...checkBudget(measure, confirmed))
    const selected = [...measure.selected].sort((a, b) => a - b)
    const sentence = say.passed({ departures: departed.length })
    return passed(sentence, { failures, facts: { selected } })
  },
}

function measureBy(
  context: CheckContext,
  { at }: RoundEvent<'Confirmed'>,
): Measure | undefined {
  const { facts } = context
  const { draw, recommendation, rules } = facts
  const tally = tallyToRank(context)
  if (!draw || !recommendation || !rules || !tally) return undefined
  const recommended = new Set(recommendation.recommended.flat())
  return {
    rules,
    draw,
    counts: tally.counts,
    proposals: withdrawnAt(facts, at),
    recommended,
    selected: new Set(recommended),
  }
}

/** All removals first, so that the order of the departures decides nothing. */
function remove(
  { selected }: Measure,
  event: RoundEvent<'Departed'>,
): Problem[] {
  const { reason, removed } = event.args
  const where = { ...placeOfEvent(event), proposal: removed }
  if (!selected.delete(removed)) return [{ where, sentence: say.removed() }]
  return reason === zeroHash ? [{ where, sentence: say.reason() }] : []
}

function add(measure: Measure, event: RoundEvent<'Departed'>): Problem[] {
  const { added, removed } = event.args
  if (added === 0) return []
  const fits = isAddable(measure, removed, added)
  measure.selected.add(added)
  if (fits) return []
  const where = { ...placeOfEvent(event), proposal: added }
  return [{ where, sentence: say.added() }]
}

function isAddable(
  { counts, draw, proposals, recommended, rules, selected }: Measure,
  removed: number,
  added: number,
): boolean {
  const one = proposals[added - 1]
  const other = proposals[removed - 1]
  if (!one || !other || selected.has(added) || recommended.has(added))
    return false
  const isEligible =
    !one.withdrawn && (counts[added - 1] ?? 0) >= rules.minReviews
  const isOfHalf = placeOf(draw, added).half === placeOf(draw, removed).half
  const isOfCategory =
    rules.quotas.length === 0 || one.category === other.category
  return isEligible && isOfHalf && isOfCategory
}

function checkBudget(
  { draw, proposals, rules, selected }: Measure,
  confirmed: RoundEvent<'Confirmed'>,
): Problem[] {
  if (rules.budget === 0n) return []
  const halfOf = (proposal: number) => placeOf(draw, proposal).half
  const second = proposals.filter((_, index) => halfOf(index + 1) === 1).length
  const budgets = splitBudget(rules.budget, second, draw.n)
  return budgets.flatMap((budget, half) => {
    const spent = [...selected]
      .filter((proposal) => halfOf(proposal) === half)
      .reduce((sum, proposal) => sum + (proposals[proposal - 1]?.ask ?? 0n), 0n)
    if (spent <= budget) return []
    const difference = { expected: `≤ ${budget}`, actual: `${spent}` }
    const where = placeOfEvent(confirmed)
    return [{ where, ...difference, sentence: say.budget() }]
  })
}
