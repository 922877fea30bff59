/** Tells of empty seats, and of keys that hold more than one. */
import { zeroAddress } from 'viem'
import { duplicateKeys } from '../../protocol/roll.ts'
import { proposalsSentences } from '../sentences/proposals.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed } from './check.ts'

const say = proposalsSentences['roll.keys']

export const rollKeys: Check = {
  name: 'roll.keys',
  needs: ['roll.chunks'],
  run({ facts: { roll } }) {
    if (!roll) return absent(notThereYet('roll.keys'))
    const notes = duplicateKeys(roll).map(({ key, reviewers }) => ({
      where: { key },
      sentence: say.doubled({ seats: reviewers.join(', ') }),
    }))
    const empty = roll.filter((key) => key === zeroAddress).length
    return passed(say.passed({ seats: roll.length, empty }), { notes })
  },
}
