/** Objections come from keys of the round, once each; answers follow them. */
import { zeroAddress } from 'viem'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import { isSame, lower } from '../isSame.ts'
import { resultSentences } from '../sentences/result.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { Facts, ObjectionFact } from './facts.ts'

const say = resultSentences['objections.history']

/** What the replay knows so far. */
type Replay = { objections: ObjectionFact[]; failures: Problem[] }

export const objectionsHistory: Check = {
  name: 'objections.history',
  needs: ['roster.order', 'roll.chunks', 'roll.freeze', 'phases.milestones'],
  run({ history, facts }) {
    if (!history.byName.has('Ranked'))
      return absent(notThereYet('objections.history'))
    const replay: Replay = { objections: [], failures: [] }
    for (const event of history.events) {
      if (event.name === 'Objected') object(replay, event, facts)
      else if (event.name === 'ObjectionAnswered') answer(replay, event)
    }
    const { failures, objections } = replay
    const answered = objections.filter((one) => one.answer).length
    const counts = { objections: objections.length, answered }
    return passed(say.passed(counts), { failures, facts: { objections } })
  },
}

function object(
  { failures, objections }: Replay,
  event: RoundEvent<'Objected'>,
  facts: Facts,
): void {
  const { digest, key } = event.args
  const number = Number(event.args.objection)
  const reviewer = Number(event.args.reviewer)
  const where = { ...placeOfEvent(event), objection: number }
  const expected = (objections.at(-1)?.number ?? 0) + 1
  if (number !== expected)
    failures.push({
      where,
      expected: `${expected}`,
      actual: `${number}`,
      sentence: say.number(),
    })
  if (!mayObject(facts, key, reviewer))
    failures.push({ where, actual: key, sentence: say.key() })
  if (objections.some((one) => isSame(one.key, key)))
    failures.push({ where, actual: key, sentence: say.doubled() })
  const at = event.at
  objections.push({ number, key, reviewer, digest, at, answer: undefined })
}

/** A key of the roll at its seat, or of a proposal on the roster. */
function mayObject(
  { proposals, roll }: Facts,
  key: `0x${string}`,
  reviewer: number,
): boolean {
  if (reviewer === 0) return (proposals.get(lower(key))?.number ?? 0) > 0
  const seat = roll?.[reviewer - 1] ?? zeroAddress
  return seat !== zeroAddress && isSame(seat, key)
}

function answer(
  { failures, objections }: Replay,
  event: RoundEvent<'ObjectionAnswered'>,
): void {
  const number = Number(event.args.objection)
  const objection = objections.find((one) => one.number === number)
  if (objection && !objection.answer) objection.answer = event.args.digest
  else {
    const where = { ...placeOfEvent(event), objection: number }
    failures.push({ where, sentence: say.answer() })
  }
}
