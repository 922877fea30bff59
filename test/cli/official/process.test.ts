// dure, as a process with variables in its environment
// ├── reads: exit 0, one JSON document on stdout and nothing on stderr
// ├── acts: signs with the key of DURE_KEY, keeps a journal, exit 0
// ├── without --yes and a terminal: exit 2, nothing sent
// ├── refused: exit 2, in words, without the key
// └── without a node: exit 2, without its address
import { expect } from 'chai'
import { readdir } from 'node:fs/promises'
import { getPhase } from '../../../chain/getPhase.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import { runDureWith } from '../runDure.ts'
import {
  type CommandChain,
  keyOf,
  startCommandChain,
} from '../support/commandChain.ts'
import { makeRound } from '../support/makeRound.ts'

describe('dure with variables', function () {
  this.timeout(120_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let env: Record<'DURE_ROUND' | 'DURE_KEY' | 'KEY' | 'DURE_RPC_URL', string>
  let reason: string

  before(async () => {
    served = await startCommandChain(['admin', 'stranger'])
    env = {
      DURE_RPC_URL: served.url,
      DURE_ROUND: await makeRound(served),
      DURE_KEY: 'env:KEY',
      KEY: keyOf('admin'),
      ...{ DURE_JOURNAL: folder.pathOf('journal') },
    }
    const document = { random: 'ef'.repeat(16), text: 'Why.' }
    reason = await folder.write('reason.json', JSON.stringify(document))
  })

  after(() => served.chain.close())

  it('reads', async () => {
    const run = await runDureWith(env, 'proposals', '--json')
    expect(run.code).to.equal(0)
    expect(run.stderr).to.equal('')
    const { DURE_ROUND: round } = env
    expect(JSON.parse(run.stdout)).to.deep.equal({ round, proposals: [] })
  })

  it('sends nothing when there is nobody to ask', async () => {
    const run = await runDureWith(env, 'cancel', '--reason', reason)
    expect(run.code).to.equal(2)
    expect(run.stdout).to.equal('')
    expect(await phase()).to.equal('registration')
  })

  it('says in words what is refused', async () => {
    const stranger = { ...env, KEY: keyOf('stranger') }
    const cancel = ['cancel', '--reason', reason, '--yes']
    const run = await runDureWith(stranger, ...cancel)
    expect(run.code).to.equal(2)
    expect(run.stderr).to.include('Round_NotHolder')
    expect(run.stderr).to.include(served.person('stranger').address)
    expect(run.stderr).not.to.include(keyOf('stranger').slice(2))
  })

  it('says without its address that a node does not answer', async () => {
    const secret = 'operators-secret'
    const gone = { ...env, DURE_RPC_URL: `http://127.0.0.1:9/${secret}` }
    const run = await runDureWith(gone, 'proposals')
    expect(run.code).to.equal(2)
    expect(run.stderr).to.include('--rpc')
    expect(run.stderr).not.to.include(secret)
  })

  it('acts', async () => {
    const cancel = ['cancel', '--reason', reason, '--yes', '--json']
    const run = await runDureWith(env, ...cancel)
    expect(run.code).to.equal(0)
    expect(JSON.parse(run.stdout)).to.have.property('transactions')
    expect(await phase()).to.equal('cancelled')
    // What is on the chain is under way no more.
    const kept = await readdir(folder.pathOf('journal'))
    expect(kept.filter((name) => name.endsWith('.json'))).to.deep.equal([])
  })

  const phase = () =>
    getPhase(served.chain.reader, { round: env.DURE_ROUND as `0x${string}` })
})
