/** The ranking is the one order that the tally and the rules give. */
import { parseNumbers } from '../../protocol/packedNumbers.ts'
import { rankProposals } from '../../protocol/ranking.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { resultSentences } from '../sentences/result.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import { tallyNeeds, tallyToRank } from './tallyToRank.ts'

const say = resultSentences['ranking.order']

export const rankingOrder: Check = {
  name: 'ranking.order',
  needs: ['phases.milestones', ...tallyNeeds],
  run(context) {
    const { history, facts } = context
    const { draw, rules } = facts
    const tally = tallyToRank(context)
    const [ranked] = eventsOf(history, 'Ranked')
    if (!ranked || !draw || !rules || !tally)
      return absent(notThereYet('ranking.order'))
    const orders = rankProposals({ rules, draw, tally })
    const failures = [
      ...compareOrder(ranked, orders[0], ranked.args.first),
      ...compareOrder(ranked, orders[1], ranked.args.second),
    ]
    const sentence = say.passed({ proposals: draw.n })
    return passed(sentence, { failures, facts: { orders } })
  },
}

/** The first place where they part; what follows only follows from it. */
function compareOrder(
  ranked: RoundEvent<'Ranked'>,
  expected: readonly number[],
  packed: `0x${string}`,
): Problem[] {
  const actual = tryParseNumbers(packed)
  const length = Math.max(expected.length, actual.length)
  for (let place = 0; place < length; place++) {
    const [right, given] = [expected[place], actual[place]]
    if (right === given) continue
    return [
      {
        where: { ...placeOfEvent(ranked), proposal: given ?? 0 },
        expected: `${right ?? ''}`,
        actual: `${given ?? ''}`,
        sentence: say.place(),
      },
    ]
  }
  return []
}

function tryParseNumbers(packed: `0x${string}`): number[] {
  return packed.length % 4 === 2 ? parseNumbers(packed) : []
}
