// checkRecord, given a record that somebody changed
// └── each tampering → fails just the checks that its row names, at its place
import { expect } from 'chai'
import { checkRecord } from '../../verifier/checkRecord.ts'
import type { RoundRecord } from '../../verifier/record.ts'
import { recordHalves } from './support/recordedRound.ts'
import { tamperings } from './tamperings.ts'

describe('tamperings', function () {
  this.timeout(120_000)
  let honest: RoundRecord

  before(async () => {
    honest = (await recordHalves()).record
  })

  for (const { what, tamper, fails, at } of tamperings)
    it(`names ${what}`, async () => {
      const record = structuredClone(honest)
      tamper(record)
      const findings = await checkRecord(record)
      const failed = findings.filter(({ outcome }) => outcome === 'failed')
      const checks = new Set(failed.map(({ check }) => check))
      expect([...checks]).to.deep.equal(fails)
      if (at) expect(failed[0]?.where).to.deep.include(at)
    })
})
