/** A reviewer's versions rise, up to the limit of the rules. */
import { reviewerCount } from '../../protocol/rules.ts'
import { ballotsSentences } from '../sentences/ballots.ts'
import { notThereYet } from '../sentences/sentences.ts'
import { placeOfBallot } from './ballotsSignatures.ts'
import { absent, type Check, passed, type Problem } from './check.ts'

const say = ballotsSentences['ballots.versions']

export const ballotsVersions: Check = {
  name: 'ballots.versions',
  needs: ['ballots.pages', 'ballots.signatures'],
  run({ facts: { pages, roster, rules } }) {
    if (!rules || pages.length === 0)
      return absent(notThereYet('ballots.versions'))
    const lastVersions = new Uint8Array(reviewerCount(rules, roster.length))
    const failures: Problem[] = []
    let replaced = 0
    for (const page of pages)
      for (const ballot of page.ballots) {
        const { reviewer, version } = ballot
        const last = lastVersions[reviewer - 1] ?? 0
        const where = placeOfBallot(page, ballot)
        const actual = `${version}`
        if (version > rules.ballotLimit) {
          const expected = `≤ ${rules.ballotLimit}`
          failures.push({ where, expected, actual, sentence: say.limit() })
        } else if (version <= last) {
          const expected = `> ${last}`
          failures.push({ where, expected, actual, sentence: say.order() })
        }
        if (last > 0) replaced += 1
        if (version > last) lastVersions[reviewer - 1] = version
      }
    const reviewers = lastVersions.filter((version) => version > 0).length
    return passed(say.passed({ reviewers, replaced }), {
      failures,
      facts: { lastVersions },
    })
  },
}
