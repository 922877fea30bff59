// checkRecord, given honest rounds
// ├── each of them → nothing failed
// └── one that is decided → skipped only what it does not have
import { expect } from 'chai'
import { checkRecord } from '../../../verifier/checkRecord.ts'
import {
  recordHalves,
  recordJury,
  recordRegistration,
  recordReview,
} from '../support/recordedRound.ts'

const rounds = [recordHalves, recordJury, recordRegistration, recordReview]

describe('checkRecord of honest rounds', function () {
  this.timeout(120_000)

  for (const play of rounds)
    it(`fails nothing: ${play.name}`, async () => {
      const { record } = await play()
      const findings = await checkRecord(record)
      const failed = findings.filter(({ outcome }) => outcome === 'failed')
      expect(failed).to.deep.equal([])
    })

  it('skips of a decided round only what it does not have', async () => {
    const { record } = await recordHalves()
    const findings = await checkRecord(record)
    const skipped = findings.filter(({ outcome }) => outcome === 'skipped')
    expect(skipped.map(({ check }) => check)).to.deep.equal([
      // The key came, so that nobody signed an opening.
      'openings.signatures',
      'documents.digests',
    ])
  })
})
