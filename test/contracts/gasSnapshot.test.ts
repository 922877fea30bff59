/**
 * The committed .gas-snapshot
 * ├── lists the scenarios that are measured
 * └── gives their gas, within half a percent
 *
 * Signatures and ciphertexts have a few zero bytes more or less, which are
 * cheaper; everything beyond that is a change to look at. To take a new one:
 * `npm run bench -- --snapshot`.
 */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { gasPerUnit } from '../../bench/GasRow.ts'
import { measureRound } from '../../bench/measureRound.ts'
import { smallSize } from '../../bench/sizes.ts'
import { parseSnapshot, snapshotFile } from '../../bench/snapshot.ts'
import { deployFactory, loadFixture } from './support/chain.ts'
import { skipUnderCoverage } from './support/gas.ts'

const tolerance = 0.005

describe('gas snapshot', () => {
  it('is what the small round costs', async function () {
    skipUnderCoverage(this)
    const rows = await measureRound(await loadFixture(deployFactory), smallSize)
    const snapshot = parseSnapshot(readFileSync(snapshotFile, 'utf8'))
    expect([...snapshot.keys()]).to.deep.equal(
      rows.map(({ scenario }) => scenario),
    )
    for (const row of rows) {
      const expected = snapshot.get(row.scenario) ?? 0
      expect(gasPerUnit(row), row.scenario).to.be.closeTo(
        expected,
        Math.ceil(expected * tolerance),
      )
    }
  })
})
