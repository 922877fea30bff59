/** Counted and spoiled ballots are those that the rules make such. */
import { listOf } from '../../protocol/draw.ts'
import { spoilReasons } from '../../protocol/points.ts'
import { addBallot, makeTally } from '../../protocol/tally.ts'
import { placeOfEvent, type RoundEvent } from '../history/event.ts'
import type { History } from '../history/history.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { absent, type Check, passed, type Problem } from './check.ts'
import type { Facts, SettledBallot } from './facts.ts'
import type { OpenedPage } from './openingsPages.ts'
import { settleBallots } from './settleBallots.ts'

const say = ballotsSentences['openings.counts']

export const openingsCounts: Check = {
  name: 'openings.counts',
  needs: ['openings.pages', 'openings.seals', 'openings.complete'],
  run({ history, facts }) {
    const { draw, opened, rules } = facts
    if (!draw || !rules) return absent(notThereYet('openings.counts'))
    const settled = new Map<number, SettledBallot>()
    const failures: Problem[] = []
    for (const opening of opened) {
      const ballots = settleBallots(facts, opening, settled)
      for (const ballot of ballots) settled.set(ballot.reviewer, ballot)
      failures.push(...compare(history, opening, ballots))
    }
    const tally = countBallots(facts, settled.values())
    const spoiled = [...settled.values()].filter(isSpoiled).length
    const counted = settled.size - spoiled
    const found = { settled, tally }
    if (opened.length === 0)
      return absent(notThereYet('openings.counts'), found)
    return passed(say.passed({ counted, spoiled }), { failures, facts: found })
  },
}

export function isSpoiled({ reason }: SettledBallot): boolean {
  return reason !== spoilReasons.none
}

function countBallots(
  { draw, rules }: Facts,
  ballots: Iterable<SettledBallot>,
): Facts['tally'] {
  if (!draw || !rules) return undefined
  const tally = makeTally(draw.n)
  for (const { reviewer, values } of ballots)
    addBallot(tally, rules, listOf(draw, reviewer), values)
  return tally
}

function compare(
  history: History,
  { event, page }: OpenedPage,
  ballots: readonly SettledBallot[],
): Problem[] {
  const where = { ...placeOfEvent(event), page: page.number }
  const spoiled = ballots.filter(isSpoiled)
  const counted = ballots.length - spoiled.length
  const expected = `${counted}, ${spoiled.length}`
  const actual = `${event.args.counted}, ${event.args.spoiled}`
  if (expected !== actual)
    return [{ where, expected, actual, sentence: say.counts() }]
  return compareReasons(spoiledBefore(history, event), spoiled).map(
    ({ reviewer, ...reasons }) => ({
      where: { ...where, reviewer },
      ...reasons,
      sentence: say.spoiled(),
    }),
  )
}

/** The logs of spoiled ballots stand just before that of their page. */
function spoiledBefore(
  { events }: History,
  opened: RoundEvent<'PageOpened'>,
): RoundEvent<'BallotSpoiled'>[] {
  const found: RoundEvent<'BallotSpoiled'>[] = []
  for (let index = events.indexOf(opened) - 1; index >= 0; index--) {
    const event = events[index]
    if (event?.name !== 'BallotSpoiled') break
    found.push(event)
  }
  return found
}

function compareReasons(
  events: readonly RoundEvent<'BallotSpoiled'>[],
  ballots: readonly SettledBallot[],
) {
  const said = new Map(
    events.map(({ args }) => [Number(args.reviewer), args.reason]),
  )
  const known = new Map(ballots.map((one) => [one.reviewer, one.reason]))
  return [...new Set([...said.keys(), ...known.keys()])].flatMap((reviewer) => {
    const expected = `${known.get(reviewer) ?? 0}`
    const actual = `${said.get(reviewer) ?? 0}`
    return expected === actual ? [] : [{ reviewer, expected, actual }]
  })
}
