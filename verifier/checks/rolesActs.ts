/** Every official act was sent by the one whose part it was. */
import type { Address } from 'viem'
import type { Role } from '../../chain/enums.ts'
import {
  type Answers,
  answerTo,
  placeOfEvent,
  type RoundEvent,
} from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { type Check, type CheckContext, passed, type Problem } from './check.ts'
import { holderOf } from './rolesHistory.ts'

const say = rulesSentences['roles.acts']

type TrusteeAct =
  'PackagePublished' | 'SharesPublished' | 'ShareDisputed' | 'KeysConfirmed'

export const rolesActs: Check = {
  name: 'roles.acts',
  needs: ['chain.transactions', 'roles.history', 'trustees.attempts'],
  run(context) {
    const failures: Problem[] = []
    const notes: Problem[] = []
    let acts = 0
    for (const event of context.history.events) {
      const expected = answerTo(actors, event, context)
      if (expected === undefined) continue
      acts += 1
      const { sender } = event.at
      const where = placeOfEvent(event)
      if (sender === undefined) notes.push({ where, sentence: say.contract() })
      else if (!isSame(sender, expected)) {
        const sentence = say.sender()
        failures.push({ where, expected, actual: sender, sentence })
      }
    }
    return passed(say.passed({ acts }), { failures, notes })
  },
}

/** Whose act it was; nothing where anyone may do it. */
const actors: Answers<Address, CheckContext> = {
  RoleOffered: ({ args }) => args.by,
  RoleAccepted: ({ args }) => args.next,
  RoundCancelled: byHolderOf('admin'),
  RosterExtended: byHolderOf('admin'),
  Frozen: byHolderOf('admin'),
  // The first one begins with the round.
  AttemptStarted: (event, context) =>
    event.args.attempt === 1 ? undefined : byHolderOf('admin')(event, context),
  ProposalScreened: byHolderOf('screener'),
  RollPublished: byHolderOf('registrar'),
  ObjectionAnswered: byHolderOf('committee'),
  Confirmed: byHolderOf('committee'),
  PackagePublished: byTrustee,
  SharesPublished: byTrustee,
  ShareDisputed: byTrustee,
  KeysConfirmed: byTrustee,
}

function byHolderOf(role: Role) {
  return ({ at }: RoundEvent, { facts }: CheckContext) =>
    holderOf(facts, role, at)
}

function byTrustee(
  { args }: RoundEvent<TrusteeAct>,
  { history }: CheckContext,
): Address | undefined {
  return eventsOf(history, 'AttemptStarted').find(
    (started) => started.args.attempt === args.attempt,
  )?.args.trustees[Number(args.trustee) - 1]
}
