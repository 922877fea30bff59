/** The accepted proposals got their numbers in the order of registration. */
import { checkRoster } from '../../protocol/checkRules.ts'
import { isBefore, placeOfEvent } from '../history/event.ts'
import { eventsOf, type History } from '../history/history.ts'
import { isSame, lower } from '../isSame.ts'
import { proposalsSentences } from '../sentences/proposals.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { Facts, RosterPlace } from './facts.ts'

const say = proposalsSentences['roster.order']

/** The contract takes parts of exactly this size, the last one the rest. */
const partLength = 256

export const rosterOrder: Check = {
  name: 'roster.order',
  needs: ['rules.digest', 'phases.milestones', 'proposals.history'],
  run({ history, facts }) {
    const extended = eventsOf(history, 'RosterExtended')
    if (extended.length === 0) return absent(notThereYet('roster.order'))
    const { rules, roster } = facts
    const failures = [
      ...checkParts(history, roster),
      ...checkCount(history, roster.length),
    ]
    for (const { error } of rules ? checkRoster(rules, roster.length) : [])
      failures.push({
        where: { event: 'RosterExtended' },
        actual: `${roster.length}`,
        sentence: say.bounds({ error }),
      })
    failures.push(...checkWithdrawals(history, roster))
    const isRosterFixed = eventsOf(history, 'RosterFixed').length > 0
    const numbered = number(facts, roster)
    const found = { proposals: numbered, roster, isRosterFixed }
    const sentence = say.passed({ proposals: roster.length })
    return passed(sentence, { failures, facts: found })
  },
}

function checkParts(
  history: History,
  roster: readonly RosterPlace[],
): Problem[] {
  let next = 1
  return eventsOf(history, 'RosterExtended').flatMap((event) => {
    const { firstNumber, keys } = event.args
    const where = placeOfEvent(event)
    const expected = roster.slice(next - 1, next - 1 + partLength)
    const wrong = expected.findIndex(
      ({ key }, index) => !isSame(key, keys[index] ?? '0x'),
    )
    const start = next
    next += keys.length
    if (Number(firstNumber) !== start || keys.length !== expected.length)
      return [
        {
          where,
          expected: `${start}, ${expected.length}`,
          actual: `${firstNumber}, ${keys.length}`,
          sentence: say.count(),
        },
      ]
    if (wrong < 0) return []
    return [
      {
        where: { ...where, proposal: start + wrong },
        expected: expected[wrong]?.key ?? '',
        actual: keys[wrong] ?? '',
        sentence: say.order(),
      },
    ]
  })
}

function checkCount(history: History, count: number): Problem[] {
  const [fixed] = eventsOf(history, 'RosterFixed')
  if (!fixed || fixed.args.count === BigInt(count)) return []
  return [
    {
      where: placeOfEvent(fixed),
      expected: `${count}`,
      actual: `${fixed.args.count}`,
      sentence: say.count(),
    },
  ]
}

function checkWithdrawals(
  history: History,
  roster: readonly RosterPlace[],
): Problem[] {
  const numbers = new Map(
    roster.map(({ key }, index) => [lower(key), index + 1]),
  )
  const [begun] = eventsOf(history, 'RosterExtended')
  return eventsOf(history, 'ProposalWithdrawn').flatMap((event) => {
    const { key, number } = event.args
    const isEarly = !begun || isBefore(event.at, begun.at)
    const expected = isEarly ? 0 : (numbers.get(lower(key)) ?? 0)
    if (number === expected) return []
    return [
      {
        where: { ...placeOfEvent(event), key },
        expected: `${expected}`,
        actual: `${number}`,
        sentence: say.withdrawal(),
      },
    ]
  })
}

/** The proposals with the numbers that the roster gives them. */
function number(
  { proposals }: Facts,
  roster: readonly RosterPlace[],
): Facts['proposals'] {
  const numbered = new Map(proposals)
  for (const [index, { key }] of roster.entries()) {
    const proposal = numbered.get(lower(key))
    if (proposal) numbered.set(lower(key), { ...proposal, number: index + 1 })
  }
  return numbered
}
