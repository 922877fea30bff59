/** The contract's answers on ranking and decision. */
import { eventsOf } from '../history/history.ts'
import { type Answer, compareState, forEach } from './compareState.ts'
import { tallyNeeds } from './tallyToRank.ts'

export const stateRanking = compareState(
  'state.ranking',
  ['phases.milestones', 'proposals.history', ...tallyNeeds],
  ({ record: { state }, facts: { draw, recommendation }, history }) => {
    const [ranked] = eventsOf(history, 'Ranked')
    const recommended = new Set(recommendation?.recommended.flat())
    const outcomes = draw && recommendation ? draw.n : 0
    return [
      [{ state: 'rankedAt' }, ranked?.at.time ?? 0, state.rankedAt],
      ...forEach(outcomes, (index): Answer => {
        const where = { state: 'outcome', proposal: index + 1 }
        const given = state.outcomes[index]?.isRecommended ?? ''
        return [where, recommended.has(index + 1), given]
      }),
    ]
  },
)

export const stateDecision = compareState(
  'state.decision',
  [
    'phases.milestones',
    ...tallyNeeds,
    'objections.history',
    'decision.departures',
    'decision.confirmation',
  ],
  ({ record: { state }, facts }) => {
    const { draw, objections, recommendation } = facts
    const answered = objections.filter((one) => one.answer).length
    const selected = new Set(facts.selected)
    const outcomes = draw && recommendation ? draw.n : 0
    const where = { state: 'objectionCounts' }
    return [
      [where, objections.length, state.objections.count],
      [where, answered, state.objections.answered],
      ...forEach(outcomes, (index): Answer => {
        const place = { state: 'outcome', proposal: index + 1 }
        const given = state.outcomes[index]?.isSelected ?? ''
        return [place, selected.has(index + 1), given]
      }),
    ]
  },
)
