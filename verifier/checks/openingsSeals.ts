/** What was opened is what was sealed. */
import { equalBytes } from '@noble/curves/utils.js'
import { hashScores } from '../../protocol/ballot.ts'
import { type Draw, listOf } from '../../protocol/draw.ts'
import type { Opening } from '../../protocol/opening.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { placeOfEvent } from '../history/event.ts'
import { absent, type Check, passed, type Problem } from './check.ts'

const say = ballotsSentences['openings.seals']

export const openingsSeals: Check = {
  name: 'openings.seals',
  needs: [
    'draw.seed',
    'ballots.pages',
    'ballots.signatures',
    'ballots.versions',
    'openings.pages',
  ],
  async run({ facts: { draw, opened }, step }) {
    if (!draw || opened.length === 0)
      return absent(notThereYet('openings.seals'))
    const failures: Problem[] = []
    const misfits = new Set<Opening>()
    let count = 0
    for (const [done, { event, openings, page }] of opened.entries()) {
      await step(done, opened.length)
      for (const [index, opening] of openings.entries()) {
        const ballot = page.ballots[index]
        if (opening.kind !== 0) count += 1
        if (ballot && fits(draw, opening, ballot.seal)) continue
        misfits.add(opening)
        const { reviewer } = opening
        const where = { ...placeOfEvent(event), page: page.number, reviewer }
        failures.push({ where, sentence: say.wrong() })
      }
    }
    return passed(say.passed({ opened: count }), {
      failures,
      facts: { misfits },
    })
  },
}

/** True if the opening is of this seal. */
export function fits(draw: Draw, opening: Opening, seal: Uint8Array): boolean {
  if (opening.kind === 0) return equalBytes(opening.seal, seal)
  const { reviewer, salt, values } = opening
  if (reviewer < 1 || reviewer > draw.reviewers) return false
  const proposals = listOf(draw, reviewer)
  return equalBytes(hashScores({ reviewer, proposals, values, salt }), seal)
}
