// dure rehearse
// ├── given a Pabulib file
// │   ├── that comes out as stated → 0, table, JSON with the file's ids
// │   ├── whose column says otherwise → 1, and the project is named
// │   ├── that is broken → 2, with line and reason, and the old JSON stays
// │   └── that cannot be read, or options that do not fit → 2
// ├── given sizes
// │   ├── runs halves, Borda and trustees; every number adds up
// │   ├── ends with the verifier's findings; the bundle gives the same
// │   ├── with the same seed gives the same result
// │   └── with --relayer gives it, too, and every receipt is kept
// └── stopped by a signal → ends cleanly with its code
import { expect } from 'chai'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { changeElection, makeElection } from './elections.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'
import { runDure, stopDure } from './runDure.ts'

describe('dure rehearse', function () {
  // Each run starts a process, a chain and a whole round.
  this.timeout(300_000)
  const folder = inTemporaryFolder()

  describe('given a Pabulib file', () => {
    it('runs it and finds its official outcome', async () => {
      const file = await folder.write('good.pb', makeElection())
      const json = await folder.write('good.json', 'an older result')
      const run = await runDure('rehearse', file, '--json', json, '--seed', '1')
      expect(run.code, run.stderr).to.equal(0)
      expect(run.stdout).to.match(/두레 마당 🎉 +1200 +7 +7 +4 +4 +no +no/)
      expect(run.stdout).to.include('All 5 projects come out as in the file')
      expect(run.stdout).not.to.include('\u202e')

      const result = await readJson(json)
      expect(result).to.have.nested.property('official.equal', true)
      expect(result.ballots).to.deep.equal({
        cast: 6,
        opened: 6,
        spoiled: 0,
        unopened: 0,
      })
      expect(result.proposals.map(pick)).to.deep.equal([
        ['a', 'Plac "zabaw"; nowy', 6, 3, 2, true],
        ['B-2/IX', '두레 마당 🎉', 7, 4, 1, false],
        ['ż', 'Café\u202e & Co', 6, 2, 3, true],
        ['d', '', 0, 0, 5, true],
        ['E 5', '=SUM(A1)', 1, 1, 4, true],
      ])
      const { gas, seconds } = result
      for (const name of ['roll', 'draw', 'cast', 'open', 'rank'])
        expect(gas[name], name).to.be.greaterThan(0)
      expect(gas['perBallot']).to.equal(
        Math.round(((gas['cast'] ?? 0) + (gas['open'] ?? 0)) / 6),
      )
      expect(seconds).to.include.all.keys('review', 'opening', 'total')
      expect(await leftovers(json)).to.deep.equal([])
    })

    it('fails where the official outcome is another', async () => {
      const election = changeElection('ż;300;2;6;', 'ż;300;2;5;')
      const file = await folder.write('other.pb', election)
      const run = await runDure('rehearse', file, '--trustees', '2/3')
      expect(run.code, run.stderr).to.equal(1)
      expect(run.stdout).to.match(/1 of 5 projects DIFFER .*: ż\./)
    })

    const broken = [
      ['an unclear cost', 'a;400.25;', 'a;4OO;', 'Line 15:'],
      ['an unknown project', 'w3;a,ż;', 'w3;a,z;', 'Line 24:'],
      ['too few points', 'w3;a,ż;1,5', 'w3;a,ż;1', 'Line 24:'],
      ['a repeated project', 'd;1;', 'a;1;', 'Line 18:'],
      ['a wrong count', 'num_votes;6', 'num_votes;7', 'Line 8:'],
      ['ranked votes', ';cumulative', ';ordinal', 'Line 10:'],
      ['no section VOTES', '\nVOTES\n', '\n', 'VOTES is missing'],
    ] as const

    for (const [name, from, to, told] of broken)
      it(`refuses ${name}`, async () => {
        const file = await folder.write('broken.pb', changeElection(from, to))
        const json = await folder.write('kept.json', 'an older result')
        const run = await runDure('rehearse', file, '--json', json)
        expect(run.code).to.equal(2)
        expect(run.stderr).to.include(told)
        expect(run.stderr).not.to.include('at ')
        expect(await readFile(json, 'utf8')).to.equal('an older result')
      })

    it('refuses a file that is not there', async () => {
      const run = await runDure('rehearse', folder.pathOf('none.pb'))
      expect(run.code).to.equal(2)
      expect(run.stderr).to.include('Cannot read')
    })

    it('refuses text that is not UTF-8, with its line', async () => {
      const bytes = Buffer.from(makeElection(), 'utf8')
      bytes[bytes.indexOf('nowy')] = 0xff
      const file = await folder.write('latin.pb', bytes)
      const run = await runDure('rehearse', file)
      expect(run.code).to.equal(2)
      expect(run.stderr).to.include('line 15 is not UTF-8')
    })

    it('refuses to overwrite what it reads or writes', async () => {
      const file = await folder.write('good.pb', makeElection())
      const same = folder.pathOf('same')
      const runs = await Promise.all([
        runDure('rehearse', file, '--json', file),
        runDure('rehearse', file, '--bundle', file),
        runDure('rehearse', file, '--json', same, '--bundle', same),
      ])
      expect(runs.map(({ code }) => code)).to.deep.equal([2, 2, 2])
      expect(await readFile(file, 'utf8')).to.equal(makeElection())
    })

    it('refuses options that do not fit', async () => {
      const run = await runDure('rehearse', 'a.pb', '--seats', '3')
      expect(run.code).to.equal(2)
      expect(run.stderr).to.include('--seats does not go with a file')
    })

    it('refuses to start when the JSON could not be written', async () => {
      const file = await folder.write('good.pb', makeElection())
      const json = folder.pathOf('no/such/folder.json')
      const run = await runDure('rehearse', file, '--json', json)
      expect(run.code).to.equal(2)
      expect(run.stderr).to.include('Cannot write')
      expect(run.stderr).not.to.include('registration')
    })
  })

  describe('given sizes', () => {
    const sizes = ['--communities', '12', '--seats', '3', '--list', '4']
    const rest = ['--fund', '5', '--turnout', '75%', '--seed', 'spring']

    it('is verified, and again from its bundle', async () => {
      const [bundle, json] = ['round.dure', 'audited.json'].map((name) =>
        folder.pathOf(name),
      ) as [string, string]
      const files = ['--bundle', bundle, '--json', json]
      const run = await runDure('rehearse', ...sizes, ...rest, ...files)
      expect(run.code, run.stderr).to.equal(0)
      const { findings, round } = await readJson(json)
      expect(findings.failed).to.equal(0)
      expect(findings.passed).to.be.greaterThan(40)
      expect(run.stdout).to.match(/^Verifier, .*: 0 failed, /m)

      const again = await runDure('verify', bundle, '--json')
      const report = JSON.parse(again.stdout) as Report
      const count = (wanted: string) =>
        report.findings.filter(({ outcome }) => outcome === wanted).length
      expect(again.code).to.equal(0)
      expect(report.round).to.equal(round)
      expect(count('passed')).to.equal(findings.passed)
      expect(count('failed')).to.equal(0)
    })

    it('comes to the same through a relayer, which keeps its receipts', async () => {
      const files = ['direct.json', 'relayed.json'].map((name) =>
        folder.pathOf(name),
      ) as [string, string]
      const ways = [[], ['--relayer']]
      for (const [index, way] of ways.entries()) {
        const options = [...sizes, ...rest, ...way, '--json', files[index]!]
        const run = await runDure('rehearse', ...options)
        expect(run.code, run.stderr).to.equal(0)
        const told = /^Relayer: 27 receipts given, 27 kept\.$/m.test(run.stdout)
        expect(told).to.equal(index === 1)
      }
      const [direct, relayed] = await Promise.all(files.map(readJson))
      expect(relayed!.proposals).to.deep.equal(direct!.proposals)
      expect(relayed!.ballots).to.deep.equal(direct!.ballots)
      expect(relayed!.findings).to.deep.equal(direct!.findings)
      expect(relayed!.gas['cast']).to.be.greaterThan(0)
      expect(relayed).to.have.deep.property('receipts', { given: 27, kept: 27 })
      expect(direct).not.to.have.property('receipts')
    })

    it('runs the round, the same way for the same seed', async () => {
      const files = ['one.json', 'two.json'].map((name) => folder.pathOf(name))
      for (const json of files) {
        const options = [...sizes, ...rest, '--json', json]
        const run = await runDure('rehearse', ...options)
        expect(run.code, run.stderr).to.equal(0)
        expect(run.stdout).to.include('truly best')
      }
      const [one, two] = await Promise.all(files.map(readJson))
      expect(one!.ballots).to.deep.equal({
        cast: 27,
        opened: 27,
        spoiled: 0,
        unopened: 0,
      })
      expect(one!.proposals).to.have.length(12)
      expect(one!.proposals.filter(({ selected }) => selected)).to.have.length(
        5,
      )
      // 27 lists of 4, all with opinions on all of them.
      expect(sum(one!.proposals.map(({ count }) => count))).to.equal(27 * 4)
      expect(sum(one!.proposals.map(({ points }) => points))).to.equal(
        27 * 4 * 3,
      )
      expect(one).to.have.nested.property('rules.threshold', 3)
      expect(one).to.have.property('seed', 'spring')
      expect(two!.proposals).to.deep.equal(one!.proposals)
      expect(two).to.have.property('round', one!.round)
    })
  })

  it('ends cleanly when it is stopped', async () => {
    const json = folder.pathOf('stopped.json')
    const sizes = ['--communities', '300', '--seats', '3', '--list', '4']
    const options = [...sizes, '--fund', '100', '--json', json]
    const run = await stopDure('SIGINT', 'chain', 'rehearse', ...options)
    expect(run.code).to.equal(130)
    expect(run.stderr).to.include('Stopped.')
    expect(await leftovers(json)).to.deep.equal([])
  })
})

type JsonResult = {
  round: string
  proposals: {
    id: string
    name: string
    points: number
    count: number
    rank: number
    selected: boolean
  }[]
  ballots: Record<string, number>
  gas: Record<string, number>
  seconds: Record<string, number>
  findings: { passed: number; failed: number }
}

type Report = { round: string; findings: { outcome: string }[] }

async function readJson(file: string): Promise<JsonResult> {
  return JSON.parse(await readFile(file, 'utf8')) as JsonResult
}

function pick({ id, name, points, count, rank, selected }: Proposal) {
  return [id, name, points, count, rank, selected]
}

type Proposal = JsonResult['proposals'][number]

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Temporary files beside the result. */
async function leftovers(file: string): Promise<string[]> {
  const names = await readdir(path.dirname(file))
  return names.filter((name) => name.endsWith('.tmp'))
}
