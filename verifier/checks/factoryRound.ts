/** The factory says that it made the round, in its log and in its answer. */
import { decodeEventLog } from 'viem'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import type { RecordedLog, RoundRecord } from '../record.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { type Check, passed, type Problem } from './check.ts'

const say = rulesSentences['factory.round']

export const factoryRound: Check = {
  name: 'factory.round',
  needs: ['chain.logs'],
  run({ record, history }) {
    const { factory, round, state } = record
    const failures: Problem[] = []
    const created = readCreation(record)
    const where = { event: 'RoundCreated', key: round }
    if (!created) failures.push({ where, sentence: say.missing() })
    else {
      const opened = eventsOf(history, 'RoundOpened')
      const isOpened =
        opened.length === 1 &&
        opened[0]?.at.transaction === created.log.transactionHash
      if (!isOpened) {
        const place = { ...where, event: 'RoundOpened' }
        failures.push({ where: place, sentence: say.unopened() })
      }
    }
    if (!state.isRound)
      failures.push({ where: { state: 'isRound' }, sentence: say.denied() })
    return passed(say.passed({ factory }), { failures })
  },
}

/** The factory's log about this round. */
export function readCreation({ factory, logs, round }: RoundRecord) {
  for (const log of logs) {
    if (!isSame(log.address, factory)) continue
    const args = decodeCreation(log)
    if (args && isSame(args.round, round)) return { log, ...args }
  }
  return undefined
}

function decodeCreation({ data, topics }: RecordedLog) {
  const [signature, ...indexed] = topics
  if (signature === undefined) return undefined
  try {
    const { args } = decodeEventLog({
      abi: roundFactoryAbi,
      eventName: 'RoundCreated',
      topics: [signature, ...indexed],
      data,
    })
    return args
  } catch {
    return undefined
  }
}
