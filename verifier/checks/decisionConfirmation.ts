/** The confirmation selects what was recommended, but for its departures. */
import { fromBitField } from '../../protocol/bitField.ts'
import { isBefore, placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { resultSentences } from '../sentences/result.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import { compareSets } from './rankingRecommended.ts'
import { tallyNeeds } from './tallyToRank.ts'

const say = resultSentences['decision.confirmation']

export const decisionConfirmation: Check = {
  name: 'decision.confirmation',
  needs: [
    'phases.milestones',
    'objections.history',
    ...tallyNeeds,
    'decision.departures',
  ],
  run({ history, facts: { objections, selected } }) {
    const [confirmed] = eventsOf(history, 'Confirmed')
    if (!confirmed || !selected)
      return absent(notThereYet('decision.confirmation'))
    const { args, at } = confirmed
    const where = placeOfEvent(confirmed)
    const failures: Problem[] = []
    const departed = eventsOf(history, 'Departed').filter((event) =>
      isBefore(event.at, at),
    ).length
    const unanswered = objections.filter((one) => !one.answer).length
    if (args.unanswered !== BigInt(unanswered))
      failures.push({
        where,
        expected: `${unanswered}`,
        actual: `${args.unanswered}`,
        sentence: say.unanswered(),
      })
    if (args.departures !== BigInt(departed))
      failures.push({
        where,
        expected: `${args.departures}`,
        actual: `${departed}`,
        sentence: say.departures(),
      })
    // Without all departures nothing can be said of what is selected.
    else
      failures.push(
        ...compareSets(
          new Set(selected),
          new Set(fromBitField(args.selected)),
        ).map(({ proposal }) => ({
          where: { ...where, proposal },
          sentence: say.selected(),
        })),
      )
    const counts = { selected: selected.length, unanswered }
    return passed(say.passed(counts), { failures })
  },
}
