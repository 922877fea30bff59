// dure, where too few trustees release their shares
// ├── open --own before its time → RefusedError Round_KeyMissing
// ├── open --own --sign-only: a file that opens nothing else
// ├── open --own with several files: all of them counted at once
// └── given another try's copy → BallotNotRecordedError; another's key →
//     OtherKeyError
import { readdir } from 'node:fs/promises'
import { expect } from 'chai'
import type { Address } from 'viem'
import { getRules } from '../../../chain/getRules.ts'
import { RefusedError } from '../../../chain/refusedError.ts'
import { OtherKeyError } from '../../../cli/casting/findReviewer.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import { BallotNotRecordedError } from '../../../chain/opening/planSignedOpenings.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../support/commandChain.ts'
import { runCommand, runForJson } from '../support/runCommand.ts'
import { everyone, freeze, prepareRound, trustees } from './juryRound.ts'

describe('dure open --own', function () {
  this.timeout(120_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let clock: EmbeddedChain
  let round: Address

  before(async () => {
    served = await startCommandChain(everyone)
    const { url } = served
    clock = await connectChain({ url, factory: served.chain.factory })
    round = await prepareRound(served, clock)
    await drawByCommands()
    const { times } = await getRules(served.chain.reader, { round })
    await clock.advanceTo(times.reviewFrom)
    for (const [name, scores] of Object.entries(given))
      await act(name, 'cast', '--scores', scores, '--keep', keptBy(name))
    // Bo sealed another one that was never sent.
    const unsent = ['--seal-only', folder.pathOf('unsent.json')]
    const scores = ['--scores', '1,1,1', '--keep', folder.pathOf('unsent')]
    await act('bo', 'cast', ...scores, ...unsent)
    await clock.advanceTo(times.releaseUntil)
  })

  after(() => served.chain.close())

  const given = { ana: '5,3,1', bo: '4,4,0', chae: '2,0,5' }
  const keptBy = (name: string) => folder.pathOf(`kept ${name}`)
  const at = () => ['--rpc', served.url, '--round', round]
  const act = (name: string, ...words: string[]) =>
    runCommand([...words, ...at(), '--key', 'env:KEY', '--yes'], {
      env: {
        ...served.person(name).env,
        DURE_TRUSTEE_PASSPHRASE: 'a long secret of the test',
      },
    })
  const copyOf = async (kept: string) => {
    const [name] = await readdir(kept)
    return `${kept}/${name ?? ''}`
  }

  it('refuses while the trustees still have time', async () => {
    const own = await copyOf(keptBy('ana'))
    const { error } = await act('ana', 'open', '--own', own)
    expect(error).to.be.instanceOf(RefusedError)
    expect((error as RefusedError).errorName).to.equal('Round_KeyMissing')
  })

  it('refuses a ballot that was never recorded, and another’s key', async () => {
    const { times } = await getRules(served.chain.reader, { round })
    await clock.advanceTo(times.releaseUntil + 60)
    const unsent = await copyOf(folder.pathOf('unsent'))
    const never = await act('bo', 'open', '--own', unsent)
    expect(never.error).to.be.instanceOf(BallotNotRecordedError)
    const own = await copyOf(keptBy('ana'))
    const other = await act('bo', 'open', '--own', own)
    expect(other.error).to.be.instanceOf(OtherKeyError)
  })

  it('lets a trustee go that comes too late', async () => {
    const [trustee = ''] = trustees
    const file = folder.pathOf(`${trustee}.age`)
    const run = await act(trustee, 'trustee', 'run', file, '--json')
    expect(run.error).to.equal(undefined)
    const { next } = JSON.parse(run.stdout) as { next: unknown }
    expect(next).to.deep.equal({ kind: 'done', because: 'release ended' })
  })

  it('gathers signed openings, and counts them at once', async () => {
    const files: string[] = []
    for (const name of ['ana', 'bo']) {
      const own = await copyOf(keptBy(name))
      const signed = await act(name, 'open', '--own', own, '--sign-only')
      files.push(await folder.write(`${name} signed.json`, signed.stdout))
    }
    const words = ['open', '--own', ...files, await copyOf(keptBy('chae'))]
    const opened = await act('chae', ...words, '--json')
    expect(opened.error).to.equal(undefined)
    expect(JSON.parse(opened.stdout)).to.include({ counted: 3, settled: 3 })
    const again = await act('anyone', 'open', '--own', ...files, '--json')
    expect(JSON.parse(again.stdout)).to.include({ ballots: 0 })
  })

  it('tells the reviewer where each score went', async () => {
    const own = await copyOf(keptBy('chae'))
    const receipt = await runForJson(['receipt', '--ballot', own, ...at()])
    expect(receipt['isThere']).to.equal(true)
    const [seat] = receipt['seats'] as {
      ballots: { outcome: { scores: { proposal: number; points: number }[] } }[]
    }[]
    const points = seat?.ballots[0]?.outcome.scores.map((one) => one.points)
    expect(points).to.deep.equal([2, 0, 5])
  })

  async function drawByCommands() {
    const run = async (trustee: string) => {
      const file = folder.pathOf(`${trustee}.age`)
      await act(trustee, 'trustee', 'run', file, '--once')
    }
    for (const trustee of trustees) {
      const file = folder.pathOf(`${trustee}.age`)
      const env = { DURE_TRUSTEE_PASSPHRASE: 'a long secret of the test' }
      const init = ['trustee', 'init', file, '--work-factor', '10']
      await runCommand(init, { env })
    }
    const turns = [...trustees, ...trustees, ...trustees]
    for (const trustee of turns) await run(trustee)
    await freeze(served, clock, round)
    await clock.mine(3)
    for (const trustee of trustees) await run(trustee)
    await act('anyone', 'draw')
  }
})
