/** The freeze came after the notice, and fixed what stood then. */
import { concat, keccak256 } from 'viem'
import { chunkCount } from '../../protocol/roll.ts'
import { reviewerCount } from '../../protocol/rules.ts'
import { placeOfEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { proposalsSentences } from '../sentences/proposals.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'

const say = proposalsSentences['roll.freeze']

export const rollFreeze: Check = {
  name: 'roll.freeze',
  needs: ['roll.chunks', 'trustees.attempts'],
  run({ history, facts }) {
    const { attempts, chunks, roster, rules } = facts
    const digest = keccak256(concat(chunks.map(({ codeHash }) => codeHash)))
    const [frozen] = eventsOf(history, 'Frozen')
    if (!frozen || !rules)
      return absent(notThereYet('roll.freeze'), { rollDigest: digest })
    const { args, at } = frozen
    const where = placeOfEvent(frozen)
    const failures: Problem[] = []
    const expect = (
      expected: number | bigint | string,
      actual: number | bigint | string,
      isRight: boolean,
      sentence: Problem['sentence'],
    ) => {
      const values = { expected: `${expected}`, actual: `${actual}` }
      if (!isRight) failures.push({ where, ...values, sentence })
    }
    const count = chunkCount(reviewerCount(rules, roster.length))
    if (chunks.length !== count)
      expect(count, chunks.length, false, say.incomplete())
    else
      expect(
        digest,
        args.rollDigest,
        isSame(digest, args.rollDigest),
        say.digest(),
      )
    const changedAt = Math.max(0, ...chunks.map((chunk) => chunk.at.time))
    const from = changedAt + rules.times.rollNotice
    expect(`≥ ${from}`, at.time, at.time >= from, say.notice())
    const drawBlock = at.block + BigInt(rules.drawDelay)
    const isRight = args.drawBlock === drawBlock
    expect(drawBlock, args.drawBlock, isRight, say.drawBlock())
    const last = attempts.at(-1)
    const stands = last?.stands && !last.dispute ? last.number : 0
    expect(stands, args.attempt, args.attempt === stands, say.keys())
    const found = { rollDigest: digest }
    return passed(say.passed({ digest }), { failures, facts: found })
  },
}
