/** Where the key never came, reviewers signed their own openings. */
import { zeroAddress } from 'viem'
import { openingDigest } from '../../protocol/typedData.ts'
import type { SignedOpening } from '../../protocol/opening.ts'
import { checkSignature, type SignatureAnswer } from '../checkSignature.ts'
import { placeOfEvent } from '../history/event.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import {
  absent,
  type Check,
  type CheckContext,
  passed,
  type Problem,
} from './check.ts'

const say = ballotsSentences['openings.signatures']

export const openingsSignatures: Check = {
  name: 'openings.signatures',
  needs: ['roll.freeze', 'openings.pages', 'openings.seals'],
  async run(context) {
    const { opened } = context.facts
    const signed = opened.flatMap(({ event, openings, page }) =>
      openings.flatMap((opening, index) => {
        const seal = page.ballots[index]?.seal
        return opening.kind === 2 && seal
          ? [{ event, opening, page, seal }]
          : []
      }),
    )
    if (signed.length === 0) return absent(notThereYet('openings.signatures'))
    const notes: Problem[] = []
    const unsigned = new Set<SignedOpening>()
    let signatures = 0
    for (const [done, { event, opening, page, seal }] of signed.entries()) {
      await context.step(done, signed.length)
      const answer = answerOf(context, opening, seal)
      const { reviewer } = opening
      const where = { ...placeOfEvent(event), page: page.number, reviewer }
      if (answer === 'valid') signatures += 1
      else if (answer === 'wrong') {
        // The contract leaves the ballot closed, which harms nobody else.
        unsigned.add(opening)
        notes.push({ where, sentence: say.wrong() })
      } else {
        if (context.record.state.settled[reviewer - 1] !== true)
          unsigned.add(opening)
        notes.push({ where, sentence: say.accepted() })
      }
    }
    return passed(say.passed({ signatures }), { notes, facts: { unsigned } })
  },
}

function answerOf(
  { facts, record }: CheckContext,
  { reviewer, signature }: SignedOpening,
  seal: Uint8Array,
): SignatureAnswer {
  const key = facts.roll?.[reviewer - 1] ?? zeroAddress
  if (key === zeroAddress) return 'wrong'
  const digest = openingDigest(facts.separator, { reviewer, seal })
  const verifiers = facts.rules?.verifiers ?? []
  const context = { verifiers, codes: record.codes }
  return checkSignature(key, digest, signature, context)
}
