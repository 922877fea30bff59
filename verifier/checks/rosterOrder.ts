/** The accepted proposals got their numbers in the order of registration. */
import type { Address } from 'viem'
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
    const { rules } = facts
    const claimed = extended.flatMap(({ args }) => args.keys)
    const isRosterFixed = eventsOf(history, 'RosterFixed').length > 0
    const roster = chooseRoster(facts, claimed, isRosterFixed)
    const failures = [
      ...checkParts(history, facts.roster, claimed.length),
      ...checkCount(history, claimed.length),
    ]
    if (isRosterFixed)
      failures.push(...checkEnd(facts.roster.length, claimed.length))
    for (const { error } of rules ? checkRoster(rules, roster.length) : [])
      failures.push({
        where: { event: 'RosterExtended' },
        actual: `${roster.length}`,
        sentence: say.bounds({ error }),
      })
    failures.push(...checkWithdrawals(history, roster))
    const proposals = number(facts, roster)
    const found = { proposals, roster, isRosterFixed }
    const sentence = say.passed({ proposals: roster.length })
    return passed(sentence, { failures, facts: found })
  },
}

/**
 * What the rest goes on from: the right order, unless the contract numbered
 * other proposals altogether.
 */
function chooseRoster(
  { proposals, roster }: Facts,
  claimed: readonly Address[],
  isFixed: boolean,
): RosterPlace[] {
  const right = new Set(roster.map(({ key }) => lower(key)))
  const isOfTheSame = claimed.every((key) => right.has(lower(key)))
  if (isOfTheSame && (!isFixed || claimed.length === roster.length))
    return roster
  return claimed.map((key) => {
    const { ask = 0n, category = 0 } = proposals.get(lower(key)) ?? {}
    return { key, category, ask }
  })
}

function checkParts(
  history: History,
  roster: readonly RosterPlace[],
  count: number,
): Problem[] {
  let next = 1
  return eventsOf(history, 'RosterExtended').flatMap((event) => {
    const { firstNumber, keys } = event.args
    const where = placeOfEvent(event)
    const start = next
    next += keys.length
    const length = Math.min(partLength, count - start + 1)
    if (Number(firstNumber) !== start || keys.length !== length)
      return [
        {
          where,
          expected: `${start}, ${length}`,
          actual: `${firstNumber}, ${keys.length}`,
          sentence: say.count(),
        },
      ]
    const wrong = keys.findIndex((key, index) => {
      const right = roster[start - 1 + index]
      return right && !isSame(right.key, key)
    })
    if (wrong < 0) return []
    return [
      {
        where: { ...where, proposal: start + wrong },
        expected: roster[start - 1 + wrong]?.key ?? '',
        actual: keys[wrong] ?? '',
        sentence: say.order(),
      },
    ]
  })
}

/** A fixed roster leaves nobody out who was accepted, and takes nobody else. */
function checkEnd(expected: number, actual: number): Problem[] {
  if (expected === actual) return []
  return [
    {
      where: { event: 'RosterExtended' },
      expected: `${expected}`,
      actual: `${actual}`,
      sentence: say.count(),
    },
  ]
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
