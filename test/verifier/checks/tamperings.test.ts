// checkRecord, given a tampered round
// └── for each tampering of the table → the one finding it names, and no other
import { expect } from 'chai'
import { checkRecord } from '../../../verifier/checkRecord.ts'
import type { Finding, Place } from '../../../verifier/finding.ts'
import { recordMeans } from '../support/recordedMeans.ts'
import { recordHalves, recordJury } from '../support/recordedRound.ts'
import { tamperings } from '../tamperings.ts'
import type { Scene, Tampering } from '../tamperings/tampering.ts'

type RoundName = NonNullable<Tampering['of']> | 'halves'

describe('checkRecord', function () {
  this.timeout(120_000)
  let rounds: Record<RoundName, Scene>

  before(async () => {
    rounds = {
      halves: await recordHalves(),
      jury: await recordJury(),
      means: await recordMeans(),
    }
  })

  describe('given a tampered round', () => {
    for (const { failed, of = 'halves', tamper, what } of tamperings)
      it(`finds ${what}`, async () => {
        const honest = rounds[of]
        const scene = copyOf(honest)
        tamper(scene)
        const found = await findFailed(scene)
        const { check, where } =
          typeof failed === 'function' ? failed(honest) : failed
        expect(found.map((finding) => finding.check)).to.deep.equal([check])
        expect(pick(found[0]?.where, where)).to.deep.equal(where)
      })
  })

  it('is tried with every tampering that was asked for', () => {
    expect(tamperings.length).to.be.at.least(45)
    const names = tamperings.map(({ what, of }) => `${of ?? ''} ${what}`)
    expect(new Set(names).size).to.equal(names.length)
  })
})

async function findFailed({ documents, record }: Scene): Promise<Finding[]> {
  const findings = await checkRecord(record, documents ? { documents } : {})
  return findings.filter(({ outcome }) => outcome === 'failed')
}

/** What is told in `wanted`, of a place that may tell more. */
function pick(place: Place = {}, wanted: Place): Place {
  const entries = Object.entries(place)
  return Object.fromEntries(entries.filter(([name]) => name in wanted))
}

/** Everything a tampering may change. */
function copyOf({ record, documents, ...rest }: Scene): Scene {
  const copy = { ...rest, record: structuredClone(record) }
  return documents ? { ...copy, documents: new Map(documents) } : copy
}
