/** The acts that begin a phase are there, once each, before what they begin. */
import {
  type EventName,
  isBefore,
  placeOfEvent,
  type RoundEvent,
} from '../history/event.ts'
import { eventsOf, type History } from '../history/history.ts'
import { rulesSentences } from '../sentences/rules.ts'
import { type Check, passed, type Problem } from './check.ts'

const say = rulesSentences['phases.milestones']

/** Each of these with what can only happen after it. */
const milestones: readonly (readonly [EventName, readonly EventName[]])[] = [
  ['RosterFixed', ['RollPublished', 'Frozen', 'DrawBlockStored', 'Drawn']],
  ['KeysStand', ['Frozen']],
  ['Frozen', ['DrawBlockStored', 'Drawn', 'PageCast', 'Ranked']],
  ['DrawBlockStored', ['Drawn', 'PageCast', 'Ranked']],
  ['Drawn', ['PageCast', 'BallotSkipped', 'PageOpened', 'Ranked']],
  ['KeyCame', []],
  ['Ranked', ['Objected', 'ObjectionAnswered', 'Departed', 'Confirmed']],
  ['Confirmed', ['Departed']],
  ['RoundCancelled', []],
]

/** A round may make its keys more than once before the freeze. */
const repeatable: readonly EventName[] = ['KeysStand']

export const phasesMilestones: Check = {
  name: 'phases.milestones',
  needs: ['chain.logs'],
  run({ history }) {
    const failures = milestones.flatMap(([name, later]) => [
      ...findMissing(history, name, later),
      ...findDoubled(history, name),
    ])
    const count = milestones.filter(([name]) => history.byName.has(name)).length
    return passed(say.passed({ milestones: count }), { failures })
  },
}

function findMissing(
  history: History,
  name: EventName,
  later: readonly EventName[],
): Problem[] {
  const first = firstOf(history, name)
  const isMissing = later.some((one) => {
    const after = firstOf(history, one)
    if (!after) return false
    // A departure stands just before its confirmation.
    if (name === 'Confirmed') return !first
    return !first || isBefore(after.at, first.at)
  })
  if (!isMissing) return []
  return [{ where: { event: name }, sentence: say.missing() }]
}

function findDoubled(history: History, name: EventName): Problem[] {
  if (repeatable.includes(name)) return []
  return eventsOf(history, name)
    .slice(1)
    .map((event: RoundEvent) => ({
      where: placeOfEvent(event),
      sentence: say.doubled(),
    }))
}

function firstOf(history: History, name: EventName): RoundEvent | undefined {
  return eventsOf(history, name)[0]
}
