/** Every act, but for casting and opening, comes with its transaction. */
import { type EventName, placeOfEvent } from '../history/event.ts'
import { chainSentences } from '../sentences/chain.ts'
import { type Check, passed, type Problem } from './check.ts'

const say = chainSentences['chain.transactions']

/** Too many, and nothing about them depends on who sent them. */
const bulk: readonly EventName[] = [
  'PageCast',
  'BallotSkipped',
  'PageOpened',
  'BallotSpoiled',
]

export const chainTransactions: Check = {
  name: 'chain.transactions',
  needs: ['chain.logs'],
  run({ record: { transactions }, history }) {
    const byHash = new Map(transactions.map((one) => [one.hash, one]))
    const failures: Problem[] = []
    const looked = new Set<string>()
    for (const event of history.events) {
      const { block, transaction: hash } = event.at
      const transaction = byHash.get(hash)
      if (looked.has(hash)) continue
      if (transaction === undefined) {
        if (bulk.includes(event.name)) continue
        const where = placeOfEvent(event)
        failures.push({ where, sentence: say.missing() })
      } else if (transaction.blockNumber !== block)
        failures.push({ where: placeOfEvent(event), sentence: say.block() })
      looked.add(hash)
    }
    const count = { transactions: transactions.length }
    return passed(say.passed(count), { failures })
  },
}
