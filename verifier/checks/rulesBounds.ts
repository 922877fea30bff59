/** The rules could finish: what creation refuses, they do not have. */
import { size } from 'viem'
import { checkRules } from '../../protocol/checkRules.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed } from './check.ts'
import { codeOf } from './factoryCode.ts'

const say = rulesSentences['rules.bounds']

export const rulesBounds: Check = {
  name: 'rules.bounds',
  needs: ['rules.digest'],
  run({ record, history, facts: { rules } }) {
    const [opened] = eventsOf(history, 'RoundOpened')
    if (!opened || !rules) return absent(notThereYet('rules.bounds'))
    const refusals = checkRules(rules, {
      now: opened.at.time,
      holders: opened.args.holders,
      // A record without the code says nothing about it.
      hasCode: (verifier) => size(codeOf(record, verifier) ?? '0x00') > 0,
    })
    const failures = refusals.map(({ error, values }) => ({
      where: placeOfEvent(opened),
      actual: Object.entries(values)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
      sentence: say.broken({ error }),
    }))
    return passed(say.passed(), { failures })
  },
}
