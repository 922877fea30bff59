/** Seats or money were given along the ranking, half by half. */
import { fromBitField } from '../../protocol/bitField.ts'
import { recommend } from '../../protocol/recommend.ts'
import { isBefore, type Moment, placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { resultSentences } from '../sentences/result.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { Facts } from './facts.ts'
import { tallyNeeds, tallyToRank } from './tallyToRank.ts'

const say = resultSentences['ranking.recommended']

export const rankingRecommended: Check = {
  name: 'ranking.recommended',
  needs: [
    'phases.milestones',
    'proposals.history',
    'proposals.signatures',
    ...tallyNeeds,
  ],
  run(context) {
    const { history, facts } = context
    const { orders, rules } = facts
    const tally = tallyToRank(context)
    const [ranked] = eventsOf(history, 'Ranked')
    if (!ranked || !orders || !rules || !tally)
      return absent(notThereYet('ranking.recommended'))
    const recommendation = recommend({
      rules,
      orders,
      proposals: withdrawnAt(facts, ranked.at),
      counts: tally.counts,
    })
    const expected = new Set(recommendation.recommended.flat())
    const where = placeOfEvent(ranked)
    const failures: Problem[] = compareSets(
      expected,
      new Set(fromBitField(ranked.args.recommended)),
    ).map(({ proposal, isAdded }) => ({
      where: { ...where, proposal },
      sentence: isAdded ? say.added() : say.missing(),
    }))
    const spent = recommendation.spent.join(', ')
    const claimed = ranked.args.spent.join(', ')
    if (spent !== claimed) {
      const difference = { expected: spent, actual: claimed }
      failures.push({ where, ...difference, sentence: say.spent() })
    }
    const sentence = say.passed({ recommended: expected.size })
    return passed(sentence, { failures, facts: { recommendation } })
  },
}

/** The roster, with those withdrawn before a moment marked. */
export function withdrawnAt({ roster, withdrawals }: Facts, at: Moment) {
  const withdrawn = new Set(
    withdrawals
      .filter((withdrawal) => isBefore(withdrawal.at, at))
      .map(({ proposal }) => proposal),
  )
  return roster.map(({ category, ask }, index) => ({
    category,
    ask,
    withdrawn: withdrawn.has(index + 1),
  }))
}

/** What one set has and the other has not, in the order of the numbers. */
export function compareSets(
  expected: ReadonlySet<number>,
  actual: ReadonlySet<number>,
): { proposal: number; isAdded: boolean }[] {
  return [...new Set([...expected, ...actual])]
    .filter((proposal) => expected.has(proposal) !== actual.has(proposal))
    .sort((one, other) => one - other)
    .map((proposal) => ({ proposal, isAdded: actual.has(proposal) }))
}
