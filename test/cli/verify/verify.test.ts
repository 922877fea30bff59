// dure verify
// ├── given a good bundle → 0, findings as text or JSON
// ├── given a changed one → 1, names what failed and where
// └── given nothing, both sources or no bundle → 2
import { expect } from 'chai'
import type { RoundRecord } from '../../../verifier/record.ts'
import { packBundle } from '../../../verifier/bundle/packBundle.ts'
import { recordHalves } from '../../verifier/support/recordedRound.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import { runDure } from '../runDure.ts'

type Report = { findings: { check: string; outcome: string }[] }

describe('dure verify', function () {
  this.timeout(120_000)
  const folder = inTemporaryFolder()
  let record: RoundRecord

  before(async () => {
    ;({ record } = await recordHalves())
  })

  it('finds nothing wrong with an honest round', async () => {
    const file = await bundleOf('good.dure', record)
    const { code, stdout } = await runDure('verify', file)
    expect(code).to.equal(0)
    expect(stdout).to.include(record.block.hash)
    expect(stdout).to.match(/^0 failed, /m)
  })

  it('names what is wrong with a changed one', async () => {
    const changed = structuredClone(record)
    const [tally] = changed.state.tallies
    if (tally) tally.points += 1n
    const file = await bundleOf('bad.dure', changed)
    const { code, stdout } = await runDure('verify', file, '--json')
    expect(code).to.equal(1)
    const { findings } = JSON.parse(stdout) as Report
    const failed = findings.filter(({ outcome }) => outcome === 'failed')
    expect(failed.map(({ check }) => check)).to.deep.equal(['state.tally'])
  })

  it('refuses what it cannot read', async () => {
    const odd = await folder.write('odd.dure', 'nothing')
    const runs = await Promise.all([
      runDure('verify'),
      runDure('verify', odd),
      runDure('verify', folder.pathOf('missing.dure')),
      runDure('verify', odd, '--rpc', 'http://127.0.0.1:1'),
      runDure('verify', '--rpc', 'node', '--round', record.round),
      runDure('verify', '--rpc', 'http://127.0.0.1:1', '--round', '0x12'),
    ])
    expect(runs.map(({ code }) => code)).to.deep.equal([2, 2, 2, 2, 2, 2])
  })

  async function bundleOf(name: string, given: RoundRecord): Promise<string> {
    const packed = await packBundle({ record: given, documents: new Map() })
    return folder.write(name, packed)
  }
})
