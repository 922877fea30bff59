/** Every ballot is signed by the key of its reviewer on the roll. */
import { zeroAddress } from 'viem'
import { ballotDigest, type SignedBallot } from '../../protocol/ballot.ts'
import { checkSignature } from '../checkSignature.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'
import type { PageFact } from './facts.ts'

const say = ballotsSentences['ballots.signatures']

export const ballotsSignatures: Check = {
  name: 'ballots.signatures',
  needs: ['rules.digest', 'roll.chunks', 'roll.freeze'],
  async run(context) {
    const { facts, step } = context
    if (facts.pages.length === 0 || !facts.roll)
      return absent(notThereYet('ballots.signatures'))
    const failures: Problem[] = []
    const notes: Problem[] = []
    const total = facts.pages.reduce(
      (sum, { ballots }) => sum + ballots.length,
      0,
    )
    let done = 0
    for (const page of facts.pages.filter(({ isSound }) => isSound))
      for (const ballot of page.ballots) {
        await step(done, total)
        done += 1
        const where = placeOfBallot(page, ballot)
        const answer = answerOf(context, ballot)
        if (answer === 'unknown')
          notes.push({ where, sentence: say.accepted() })
        else if (answer !== 'valid')
          failures.push({ where, sentence: say[answer]() })
      }
    const accepted = notes.length
    const valid = done - accepted
    return passed(say.passed({ valid, accepted }), { failures, notes })
  },
}

/** Where a ballot stands on the chain. */
export function placeOfBallot(
  { number, at }: Pick<PageFact, 'number' | 'at'>,
  { reviewer }: { reviewer: number },
) {
  return {
    block: at.block,
    transaction: at.transaction,
    page: number,
    reviewer,
  }
}

function answerOf({ facts, record }: CheckContext, ballot: SignedBallot) {
  const { roll, rules, separator } = facts
  const key = roll?.[ballot.reviewer - 1]
  if (key === undefined || key === zeroAddress) return 'roll'
  const verifiers = rules?.verifiers ?? []
  const context = { verifiers, codes: record.codes }
  const digest = ballotDigest(separator, ballot)
  return checkSignature(key, digest, ballot.signature, context)
}
