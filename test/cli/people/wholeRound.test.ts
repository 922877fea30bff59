// dure, from the roster to the confirmed result by commands alone
// ├── trustee init, run --once: keys by three, a wrong passphrase refused
// ├── draw: stores the block, waits for shares, draws; list by number and key
// ├── cast: own ballot, sealed file sent by another, replaced version, refusals
// ├── status, receipt before and after the opening
// ├── open: refuses without the key, opens, finds nothing left
// ├── rank, confirm
// └── export → verify from the bundle, .pb read back, receipt with sums
import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Address } from 'viem'
import { getPhase } from '../../../chain/getPhase.ts'
import { RefusedError } from '../../../chain/refusedError.ts'
import {
  BallotFileError,
  OtherRoundError,
} from '../../../cli/casting/ballotFiles.ts'
import { OtherKeyError } from '../../../cli/casting/findReviewer.ts'
import { ScoresMisfitError } from '../../../cli/casting/scores.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import { DrawWaitsError } from '../../../cli/drawing/draw.ts'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import { BallotKeyMissingError } from '../../../cli/opening/openByKey.ts'
import { PassphraseError } from '../../../chain/trustee/encryptText.ts'
import { NoReviewerError } from '../../../protocol/draw.ts'
import { parsePabulib } from '../../../protocol/pabulib/parsePabulib.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../support/commandChain.ts'
import { runCommand, runForJson } from '../support/runCommand.ts'
import {
  everyone,
  freeze,
  type makeTimes,
  prepareRound,
  trustees,
} from './juryRound.ts'

const hour = 3_600
const passphrase = 'a long secret of the test'

describe('dure, by commands alone', function () {
  this.timeout(120_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let clock: EmbeddedChain
  let round: Address

  before(async () => {
    served = await startCommandChain(everyone)
    // Unlike the served chain itself, this one follows its real clock.
    const { url } = served
    clock = await connectChain({ url, factory: served.chain.factory })
    round = await prepareRound(served, clock)
  })

  after(() => served.chain.close())

  const at = () => ['--rpc', served.url, '--round', round]
  const by = (name: string) => ({
    env: {
      ...served.person(name).env,
      DURE_TRUSTEE_PASSPHRASE: passphrase,
    },
  })
  const act = (name: string, ...words: string[]) =>
    runCommand([...words, ...at(), '--key', 'env:KEY', '--yes'], by(name))
  const actForJson = (name: string, ...words: string[]) =>
    runForJson([...words, ...at(), '--key', 'env:KEY', '--yes'], by(name))
  const ask = (...words: string[]) => runForJson([...words, ...at()])
  const keep = () => ['--keep', folder.pathOf('kept')]
  const fileOf = (trustee: string) => folder.pathOf(`${trustee}.age`)
  const later = (time: number) => clock.advanceTo(time)

  it('makes keys by trustees that run one after the other', async () => {
    for (const trustee of trustees) {
      const init = ['trustee', 'init', fileOf(trustee), '--work-factor', '10']
      expect((await runCommand(init, by(trustee))).code).to.equal(0)
    }
    const run = (trustee: string) =>
      actForJson(trustee, 'trustee', 'run', fileOf(trustee), '--once')
    const first = await run(trustees[0]!)
    expect(first['taken']).to.deep.equal(['makePackage', 'publishPackage'])
    expect(first['next']).to.deep.include({ for: 'packages', trustees: [2, 3] })
    for (const trustee of [...trustees, ...trustees]) await run(trustee)
    const again = await run(trustees[0]!)
    expect(again['next']).to.include({ for: 'freeze' })
  })

  it('refuses a wrong passphrase', async () => {
    const [trustee] = trustees
    const wrong = {
      env: { ...by(trustee!).env, DURE_TRUSTEE_PASSPHRASE: 'another' },
    }
    const words = ['trustee', 'run', fileOf(trustee!), '--once', '--yes']
    const run = await runCommand([...words, ...at(), '--key', 'env:KEY'], wrong)
    expect(run.error).to.be.instanceOf(PassphraseError)
    expect(run.code).to.equal(2)
  })

  it('draws once block and shares are there', async () => {
    await freeze(served, clock, round)
    const early = await act('anyone', 'draw')
    expect(early.error).to.be.instanceOf(DrawWaitsError)
    await clock.mine(3)
    const stored = await actForJson('anyone', 'draw')
    expect(stored['isDrawn']).to.equal(false)
    const short = await act('anyone', 'draw')
    expect(short.error).to.be.instanceOf(DrawWaitsError)
    for (const trustee of trustees.slice(0, 2))
      await act(trustee, 'trustee', 'run', fileOf(trustee), '--once')
    expect((await actForJson('anyone', 'draw'))['isDrawn']).to.equal(true)
    expect((await actForJson('anyone', 'draw'))['isDrawn']).to.equal(true)
  })

  it('shows a list by number and by key', async () => {
    await later((await times()).reviewFrom)
    const byNumber = await ask('list', '2')
    const byKey = await ask('list', served.person('bo').address)
    expect(byNumber).to.deep.equal(byKey)
    expect(byNumber).to.have.property('list').with.length(3)
    const nobody = await runCommand(['list', '99', ...at()])
    expect(nobody.error).to.be.instanceOf(NoReviewerError)
  })

  it('casts a ballot with its own key, and keeps a copy', async () => {
    const cast = await actForJson(
      ...(['ana', 'cast', '--scores', '5,3,0', ...keep()] as const),
    )
    expect(cast).to.deep.include({ reviewer: 1, ballotVersion: 1 })
    const copy = await readJson(cast['kept'] as string)
    expect(copy['values']).to.deep.equal([5, 3, 0])
  })

  it('replaces it by a later version, scored at the terminal', async () => {
    const words = ['cast', ...keep(), ...at(), '--key', 'env:KEY', '--yes']
    const typed = { ...by('ana'), typed: '4\n9\n2\n1\n' }
    const run = await runCommand(words, typed)
    expect(run.error).to.equal(undefined)
    const copy = await readJson(await readKept('1-v2-'))
    expect(copy['values']).to.deep.equal([4, 2, 1])
    expect(await ask('list', '1')).to.include({ lastVersion: 2 })
  })

  it('refuses scores that do not fit, and a seat of another', async () => {
    for (const scores of ['5,3', '5,3,9', '5,3,0,1']) {
      const run = await act('bo', 'cast', '--scores', scores, ...keep())
      expect(run.error, scores).to.be.instanceOf(ScoresMisfitError)
      expect(run.code).to.equal(2)
    }
    const other = await act('bo', 'cast', '1', '--scores', '1,1,1', ...keep())
    expect(other.error).to.be.instanceOf(OtherKeyError)
  })

  it('sends what reviewers sealed, by another hand', async () => {
    const sealed = ['bo', 'chae'].map((name) => folder.pathOf(`${name}.json`))
    const file = await folder.write('scores.json', '{"1": 5, "3": 2}')
    const seal = ['--seal-only']
    await act('bo', 'cast', '--scores', file, ...seal, sealed[0]!, ...keep())
    const plain = ['--scores', '1,2,3', '--no-keep']
    await act('chae', 'cast', ...plain, ...seal, sealed[1]!)
    const sent = await actForJson('anyone', 'cast', '--send', ...sealed)
    expect(sent).to.deep.include({ ballots: 2, skipped: [] })
    // Once more: both are skipped, by name, and the command fails.
    const again = await act('anyone', 'cast', '--send', ...sealed, '--json')
    expect(again.code).to.equal(1)
    const { skipped } = JSON.parse(again.stdout) as {
      skipped: { reason: string }[]
    }
    expect(skipped.map(({ reason }) => reason)).to.deep.equal(
      Array(2).fill('Round_BallotSuperseded'),
    )
  })

  it('refuses files that are broken, or of another round', async () => {
    const text = await readFile(folder.pathOf('bo.json'), 'utf8')
    const content = JSON.parse(text) as { ballot: string }
    const write = (change: object) =>
      folder.write('changed.json', JSON.stringify({ ...content, ...change }))
    const send = async (change: object) =>
      (await act('anyone', 'cast', '--send', await write(change))).error
    const cut = content.ballot.slice(0, -2)
    expect(await send({ ballot: cut })).to.be.instanceOf(BallotFileError)
    expect(await send({ version: 2 })).to.be.instanceOf(BallotFileError)
    expect(await send({ reviewer: 1 })).to.be.instanceOf(BallotFileError)
    expect(await send({ chainId: 1 })).to.be.instanceOf(OtherRoundError)
    const elsewhere = { round: served.person('bo').address }
    expect(await send(elsewhere)).to.be.instanceOf(OtherRoundError)
  })

  it('tells where the round stands, and what became of a ballot', async () => {
    const status = await ask('status')
    expect(status['phase']).to.equal('review')
    expect(status['ballots']).to.deep.equal({ pages: 3, cast: 3, settled: 0 })
    expect(status).to.have.nested.property('next[0].command', 'dure cast')
    const text = await runCommand(['status', ...at()])
    expect(text.stdout).to.include('dure cast')
    const receipt = await ask('receipt', '1')
    expect(receipt).to.have.nested.property(
      'seats[0].ballots[1].outcome.kind',
      'closed',
    )
  })

  it('opens nothing before the key came', async () => {
    await later((await times()).releaseFrom)
    const run = await act('anyone', 'open')
    expect(run.error).to.be.instanceOf(BallotKeyMissingError)
    expect(run.code).to.equal(2)
  })

  it('opens all by the shares of two trustees, and once', async () => {
    for (const trustee of trustees.slice(1))
      await act(trustee, 'trustee', 'run', fileOf(trustee), '--once')
    const opened = await actForJson('anyone', 'open')
    expect(opened).to.include({ counted: 3, spoiled: 0, settled: 3 })
    const again = await actForJson('anyone', 'open')
    expect(again).to.deep.include({ ballots: 0, transactions: [] })
  })

  it('says that a ballot was counted, and which one was replaced', async () => {
    const own = await readKept('1-v2-')
    const counted = await ask('receipt', '--ballot', own)
    expect(counted['isThere']).to.equal(true)
    expect(counted).to.have.nested.property(
      'seats[0].ballots[1].outcome.kind',
      'counted',
    )
    const words = ['receipt', '--ballot', await readKept('1-v1-'), ...at()]
    expect((await runCommand(words)).code).to.equal(1)
  })

  it('ranks, and refuses to rank twice', async () => {
    await later((await times()).openUntil + 1)
    const ranked = await actForJson('anyone', 'rank')
    expect((ranked['first'] as number[]).toSorted()).to.deep.equal([1, 2, 3])
    const again = await act('anyone', 'rank')
    expect(again.error).to.be.instanceOf(RefusedError)
    expect(await phase()).to.equal('objections')
  })

  it('exports files that others read', async () => {
    const names = ['round.dure', 'round.csv', 'round.json', 'round.pb']
    const [bundle, csv, results, pb] = names.map((name) => folder.pathOf(name))
    const to = ['--bundle', bundle!, '--csv', csv!, '--results', results!]
    await ask('export', ...to, '--pb', pb!)
    const election = parsePabulib(await readFile(pb!, 'utf8'))
    expect(election.ballots).to.have.length(3)
    expect(election.projects).to.have.length(3)
    for (const { id, score, votes } of election.projects) {
      const given = election.ballots
        .flatMap(({ choices }) => choices)
        .filter(({ project }) => project === id)
      expect(given).to.have.length(votes!)
      expect(given.reduce((sum, { points }) => sum + points, 0)).to.equal(score)
    }
    expect((await readFile(csv!, 'utf8')).split('\n')).to.have.length(5)
    const { proposals } = await readJson(results!)
    expect(proposals).to.have.length(3)
  })

  it('is confirmed', async () => {
    const { openUntil, objectionPeriod, answerPeriod } = await times()
    await later(openUntil + objectionPeriod + answerPeriod + hour)
    const record = await folder.write(
      'record.json',
      JSON.stringify({ random: '00'.repeat(16), text: 'as ranked' }),
    )
    await act('admin', 'confirm', '--record', record)
    expect(await phase()).to.equal('confirmed')
  })

  const phase = () => getPhase(served.chain.reader, { round })

  async function times() {
    const { times } = (await ask('status')) as {
      times: ReturnType<typeof makeTimes>
    }
    return times
  }

  async function readKept(part: string): Promise<string> {
    const { readdir } = await import('node:fs/promises')
    const names = await readdir(folder.pathOf('kept'))
    const name = names.find((one) => one.includes(part))
    return folder.pathOf(`kept/${name ?? part}`)
  }
})

async function readJson(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
}
