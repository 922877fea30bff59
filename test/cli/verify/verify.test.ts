// dure verify
// ├── given a good bundle → 0, findings as text or JSON
// ├── given a changed one → 1, names what failed and where
// ├── given a bundle while the variables name a node → reads the bundle
// ├── given a node by the variables → reads the round from there
// └── given nothing, both sources or no bundle → 2
import { expect } from 'chai'
import type { RoundRecord } from '../../../verifier/record.ts'
import { packBundle } from '../../../verifier/bundle/packBundle.ts'
import { recordHalves } from '../../verifier/support/recordedRound.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import { runDure, runDureWith } from '../runDure.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../support/commandChain.ts'
import { type RankedRound, rankRound } from '../support/rankRound.ts'

type Report = {
  round: string
  findings: { check: string; outcome: string }[]
}

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

  it('takes the bundle it is given, whatever the variables say', async () => {
    const file = await bundleOf('good.dure', record)
    const variables = { DURE_RPC_URL: 'http://127.0.0.1:1', DURE_ROUND: '0x1' }
    const { code } = await runDureWith(variables, 'verify', file)
    expect(code).to.equal(0)
  })

  describe('given a node', () => {
    let served: CommandChain
    let ranked: RankedRound

    before(async () => {
      const work = async (chain: CommandChain['chain']) => {
        ranked = await rankRound(chain, 6)
      }
      const names = ['admin', 'registrar', 'screener', 'committee', 'relayer']
      const began = 100 * 24 * 3_600
      served = await startCommandChain([...names, 'trustee'], { began, work })
    })

    after(() => served.chain.close())

    it('reads the round that the variables name', async () => {
      const variables = { DURE_RPC_URL: served.url, DURE_ROUND: ranked.round }
      const run = await runDureWith(variables, 'verify', '--json')
      expect(run.code, run.stderr).to.equal(0)
      const { round, findings } = JSON.parse(run.stdout) as Report
      expect(round).to.equal(ranked.round)
      expect(findings).to.have.length.greaterThan(50)
    })

    it('writes a bundle that gives the same', async () => {
      const bundle = folder.pathOf('read.dure')
      const node = ['--rpc', served.url, '--round', ranked.round]
      const read = await runDure('verify', ...node, '--save', bundle, '--json')
      const again = await runDure('verify', bundle, '--json')
      expect(again.code).to.equal(0)
      expect(again.stdout).to.equal(read.stdout)
    })
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
