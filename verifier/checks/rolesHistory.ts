/** Roles change hands by an offer of their holder and its acceptance. */
import { zeroAddress } from 'viem'
import { type Role, roles } from '../../chain/enums.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf } from '../history/history.ts'
import { isSame } from '../isSame.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { type Check, passed, type Problem } from './check.ts'
import type { Facts } from './facts.ts'

const say = rulesSentences['roles.history']

/** What the replay knows so far. */
type Replay = Pick<Facts, 'holders' | 'offered'> & {
  frozen: boolean
  failures: Problem[]
}

export const rolesHistory: Check = {
  name: 'roles.history',
  needs: ['factory.round'],
  run({ history, facts }) {
    const [opened] = eventsOf(history, 'RoundOpened')
    const holders = roles.map((role) => ({
      role,
      holder: opened?.args.holders[role] ?? zeroAddress,
      since: undefined,
    }))
    const replay: Replay = {
      holders,
      offered: { ...facts.offered },
      frozen: false,
      failures: [],
    }
    for (const event of history.events) {
      if (event.name === 'Frozen') replay.frozen = true
      else if (event.name === 'RoleOffered') offer(replay, event)
      else if (event.name === 'RoleAccepted') accept(replay, event)
    }
    const { failures, offered } = replay
    const handovers = replay.holders.length - roles.length
    const facts_ = { holders: replay.holders, offered }
    return passed(say.passed({ handovers }), { failures, facts: facts_ })
  },
}

/** Who held a role when something happened; at the end without a moment. */
export function holderOf(
  { holders }: Pick<Facts, 'holders'>,
  role: Role,
  at?: RoundEvent['at'],
): `0x${string}` {
  const before = holders.filter(
    (one) =>
      one.role === role &&
      (!at ||
        !one.since ||
        one.since.block < at.block ||
        (one.since.block === at.block && one.since.logIndex < at.logIndex)),
  )
  return before.at(-1)?.holder ?? zeroAddress
}

function offer(replay: Replay, event: RoundEvent<'RoleOffered'>): void {
  const { by, next } = event.args
  const role = roles[event.args.role] ?? 'admin'
  const isAdmins = role === 'registrar' || role === 'screener'
  const mayOffer =
    isSame(by, holderOf(replay, role)) ||
    (isAdmins && !replay.frozen && isSame(by, holderOf(replay, 'admin')))
  if (mayOffer) replay.offered[role] = next
  else
    replay.failures.push({
      where: placeOfEvent(event),
      expected: holderOf(replay, role),
      actual: by,
      sentence: say.offer(),
    })
}

function accept(replay: Replay, event: RoundEvent<'RoleAccepted'>): void {
  const { next, previous } = event.args
  const role = roles[event.args.role] ?? 'admin'
  const where = placeOfEvent(event)
  const expected = replay.offered[role]
  if (expected === zeroAddress || !isSame(expected, next)) {
    const sentence = say.acceptance()
    replay.failures.push({ where, expected, actual: next, sentence })
    return
  }
  const holder = holderOf(replay, role)
  if (!isSame(previous, holder))
    replay.failures.push({
      where,
      expected: holder,
      actual: previous,
      sentence: say.previous(),
    })
  replay.offered[role] = zeroAddress
  replay.holders.push({ role, holder: next, since: event.at })
}
