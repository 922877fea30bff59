/** Once the key came, every ballot that it opens was opened by somebody. */
import {
  createEnvelopeOpener,
  type EnvelopeOpener,
} from '../../protocol/envelope.ts'
import { openPage } from '../../protocol/opening.ts'
import { combineShares } from '../../protocol/release.ts'
import { listOf } from '../../protocol/draw.ts'
import type { SignedBallot } from '../../protocol/ballot.ts'
import { eventsOf } from '../history/history.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { placeOfBallot } from './ballotsSignatures.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'
import type { Facts, PageFact, SettledBallot } from './facts.ts'
import { settleBallots } from './settleBallots.ts'

const say = ballotsSentences['openings.complete']

export const openingsComplete: Check = {
  name: 'openings.complete',
  needs: [
    'trustees.release',
    'draw.seed',
    'ballots.pages',
    'ballots.signatures',
    'ballots.versions',
    'openings.pages',
    'openings.seals',
  ],
  async run(context) {
    const { history, facts, record, step } = context
    const { rules } = facts
    const isOpening =
      rules && Number(record.block.timestamp) >= rules.times.close
    const isCancelled = eventsOf(history, 'RoundCancelled').length > 0
    if (!isOpening || isCancelled || facts.pages.length === 0)
      return absent(notThereYet('openings.complete'))
    const isOver = Number(record.block.timestamp) > rules.times.openUntil
    const opener = await makeOpener(context)
    const closed = findClosed(facts)
    const failures: Problem[] = []
    const notes: Problem[] = []
    for (const [done, { ballot, page }] of closed.entries()) {
      await step(done, closed.length)
      const where = placeOfBallot(page, ballot)
      const answer = await answerOf(facts, opener, ballot)
      if (answer === 'openable' && isOver)
        failures.push({ where, sentence: say.openable() })
      else {
        const word = answer === 'openable' ? 'waiting' : answer
        notes.push({ where, sentence: say[word]() })
      }
    }
    const sentence = say.passed({ unopened: closed.length })
    return passed(sentence, { failures, notes })
  },
}

/** The last versions that no opening settled. */
function findClosed(facts: Facts): { page: PageFact; ballot: SignedBallot }[] {
  const settled = new Map<number, SettledBallot>()
  for (const opening of facts.opened)
    for (const ballot of settleBallots(facts, opening, settled))
      settled.set(ballot.reviewer, ballot)
  return facts.pages
    .filter(({ isSound }) => isSound)
    .flatMap((page) =>
      page.ballots
        .filter(
          ({ reviewer, version }) =>
            facts.lastVersions[reviewer - 1] === version &&
            !settled.has(reviewer),
        )
        .map((ballot) => ({ page, ballot })),
    )
}

async function makeOpener({
  facts,
  history,
}: CheckContext): Promise<EnvelopeOpener | undefined> {
  const { separator, shares, standing } = facts
  const came = eventsOf(history, 'KeyCame').length > 0
  if (!came || !standing) return undefined
  const { threshold, trustees } = standing.attempt
  const size = { threshold, trustees: trustees.length }
  const secret = combineShares(size, shares.ballot)
  return createEnvelopeOpener(separator, secret)
}

async function answerOf(
  { draw }: Facts,
  opener: EnvelopeOpener | undefined,
  ballot: SignedBallot,
): Promise<'openable' | 'unreadable' | 'ownOnly'> {
  if (!opener || !draw) return 'ownOnly'
  const [opening] = await openPage(opener, [ballot], (reviewer) =>
    listOf(draw, reviewer),
  )
  return opening?.kind === 1 ? 'openable' : 'unreadable'
}
