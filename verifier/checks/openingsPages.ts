/** Every opening is one of an existing page, ballot by ballot. */
import { hexToBytes } from 'viem'
import {
  type Opening,
  OpeningMalformedError,
  parseOpenings,
} from '../../protocol/opening.ts'
import { valueCount } from '../../protocol/rules.ts'
import { isBefore, placeOfEvent, type RoundEvent } from '../history/event.ts'
import { eventsOf, type History } from '../history/history.ts'
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

const say = ballotsSentences['openings.pages']

export type OpenedPage = {
  event: RoundEvent<'PageOpened'>
  page: PageFact
  openings: Opening[]
}

export const openingsPages: Check = {
  name: 'openings.pages',
  needs: [
    'rules.digest',
    'roster.order',
    'ballots.pages',
    'ballots.signatures',
    'ballots.versions',
  ],
  run(context) {
    const { history, facts } = context
    const events = eventsOf(history, 'PageOpened')
    const missing = findMissing(context)
    if (!facts.rules || (events.length === 0 && missing.length === 0))
      return absent(notThereYet('openings.pages'))
    const values = valueCount(facts.rules, facts.roster.length)
    const failures = [...missing]
    const opened: OpenedPage[] = []
    for (const event of events) {
      const read = readOpening(event, facts.pages, values)
      if ('sentence' in read) failures.push(read)
      else if (read.page.isSound) {
        failures.push(...checkHeads(history, read))
        opened.push(read)
      }
    }
    const sentence = say.passed({ openings: events.length })
    return passed(sentence, { failures, facts: { opened } })
  },
}

/** Pages of which the contract settled ballots, though no log opens them. */
function findMissing({ history, record, facts }: CheckContext): Problem[] {
  const { settled } = record.state
  const opened = new Set(
    eventsOf(history, 'PageOpened').map(({ args }) => Number(args.page)),
  )
  return facts.pages
    .filter(({ isSound, number }) => isSound && !opened.has(number))
    .filter(({ ballots }) =>
      ballots.some(
        ({ reviewer, version }) =>
          settled[reviewer - 1] === true &&
          facts.lastVersions[reviewer - 1] === version,
      ),
    )
    .map(({ number }) => ({
      where: { page: number, event: 'PageOpened' },
      sentence: say.missing(),
    }))
}

function readOpening(
  event: RoundEvent<'PageOpened'>,
  pages: readonly PageFact[],
  values: number,
): OpenedPage | Problem {
  const number = Number(event.args.page)
  const where = { ...placeOfEvent(event), page: number }
  const page = pages.find((one) => one.number === number)
  if (!page || isBefore(event.at, page.at))
    return { where, sentence: say.page() }
  try {
    const bytes = hexToBytes(event.args.openings)
    const openings = parseOpenings(bytes, { valueCount: values })
    return { event, page, openings }
  } catch (error) {
    if (error instanceof OpeningMalformedError)
      return { where, sentence: say.malformed() }
    throw error
  }
}

function checkHeads(
  history: History,
  { event, openings, page }: OpenedPage,
): Problem[] {
  const where = { ...placeOfEvent(event), page: page.number }
  if (openings.length !== page.ballots.length)
    return [
      {
        where,
        expected: `${page.ballots.length}`,
        actual: `${openings.length}`,
        sentence: say.head(),
      },
    ]
  const kind = kindAt(history, event)
  return openings.flatMap((opening, index) => {
    const ballot = page.ballots[index]
    const place = { ...where, reviewer: ballot?.reviewer ?? opening.reviewer }
    const isOther =
      ballot?.reviewer !== opening.reviewer ||
      ballot.version !== opening.version
    if (isOther) return [{ where: place, sentence: say.head() }]
    if (opening.kind === 0 || opening.kind === kind) return []
    const difference = { expected: `${kind}`, actual: `${opening.kind}` }
    return [{ where: place, ...difference, sentence: say.kind() }]
  })
}

/** By the key once it came, before by the reviewers themselves. */
function kindAt(history: History, { at }: RoundEvent): 1 | 2 {
  const [came] = eventsOf(history, 'KeyCame')
  return came && isBefore(came.at, at) ? 1 : 2
}
