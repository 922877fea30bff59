/** The shuffles of the draw follow from the seed. */
import { makeDraw } from '../../protocol/draw.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { keysSentences } from '../sentences/keys.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed } from './check.ts'

const say = keysSentences['draw.shuffles']

export const drawShuffles: Check = {
  name: 'draw.shuffles',
  needs: ['rules.digest', 'roster.order', 'draw.seed'],
  run({ history, facts }) {
    const [drawn] = eventsOf(history, 'Drawn')
    const { roster, rules, seed } = facts
    if (!drawn || !rules || !seed) return absent(notThereYet('draw.shuffles'))
    const n = roster.length
    const draw = makeDraw({ seed, rules, n })
    const shuffles = ['order', 'offset'] as const
    const failures = shuffles.flatMap((name) => {
      const expected = packNumbers(draw[name])
      const actual = drawn.args[name]
      if (isSame(expected, actual)) return []
      const where = placeOfEvent(drawn)
      return [{ where, expected, actual, sentence: say[name]() }]
    })
    return passed(say.passed({ proposals: n }), { failures, facts: { draw } })
  },
}
