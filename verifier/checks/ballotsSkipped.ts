/** A ballot that the contract skipped had the fault that its log names. */
import { toFunctionSelector, zeroAddress } from 'viem'
import { isBefore, placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { type Check, type CheckContext, passed, type Problem } from './check.ts'

const say = ballotsSentences['ballots.skipped']

const notOnRoll = toFunctionSelector('Round_NotOnRoll(uint256)')
const overLimit = toFunctionSelector('Round_BallotLimit(uint256,uint8,uint8)')
const superseded = toFunctionSelector(
  'Round_BallotSuperseded(uint256,uint8,uint8)',
)
const badSignature = toFunctionSelector('Round_BadSignature(address)')

export const ballotsSkipped: Check = {
  name: 'ballots.skipped',
  needs: ['ballots.pages', 'ballots.versions', 'roll.freeze'],
  run(context) {
    const skipped = eventsOf(context.history, 'BallotSkipped')
    const failures: Problem[] = []
    const notes: Problem[] = []
    for (const event of skipped) {
      const { reason, reviewer } = event.args
      const where = { ...placeOfEvent(event), reviewer: Number(reviewer) }
      if (!isTrue(context, event))
        failures.push({ where, actual: reason, sentence: say.reason() })
      else if (reason === badSignature)
        notes.push({ where, sentence: say.signature() })
    }
    const sentence = say.passed({ skipped: skipped.length })
    return passed(sentence, { failures, notes })
  },
}

function isTrue(
  context: CheckContext,
  event: RoundEvent<'BallotSkipped'>,
): boolean {
  const { roll, rules } = context.facts
  const { reason, version } = event.args
  const reviewer = Number(event.args.reviewer)
  const key = roll?.[reviewer - 1] ?? zeroAddress
  if (key === zeroAddress) return reason === notOnRoll
  if (rules && version > rules.ballotLimit) return reason === overLimit
  if (reason === superseded) return version <= lastVersionAt(context, event)
  // The ballot itself is not in the log: the contract's word for it.
  return reason === badSignature
}

/** The reviewer's last version when the page of the event was done. */
function lastVersionAt(
  { facts: { pages } }: CheckContext,
  { args, at }: RoundEvent<'BallotSkipped'>,
): number {
  const versions = pages
    .filter(
      (page) => isBefore(page.at, at) || page.at.transaction === at.transaction,
    )
    .flatMap(({ ballots }) => ballots)
    .filter(({ reviewer }) => BigInt(reviewer) === args.reviewer)
    .map(({ version }) => version)
  return Math.max(0, ...versions)
}
