// From an empty chain to the freeze, by commands alone
// ├── round create: a wrong file → exit 1 with --check, exit 2 without; then a round
// ├── propose: registers, replaces, withdraws; signed by one and sent by another
// ├── propose: given a file signed for another round → SignedElsewhereError
// ├── screen: one decision, and a CSV; a CSV with problems → TableError
// ├── roster fix: too early → Round_WrongPhase, exit 2; then fixed, and again nothing
// ├── roll check: problems with their lines, exit 1
// ├── roll publish: from CP949; again → nothing is sent; changed → tells the seats
// ├── freeze --check: exit 1 and what is missing; freeze → NotReadyError
// ├── keys attempt, role offer and accept
// └── freeze
import { expect } from 'chai'
import iconv from 'iconv-lite'
import { type Address, getAddress, isAddress, zeroAddress } from 'viem'
import { getPhase } from '../../../chain/getPhase.ts'
import { readRound } from '../../../chain/readRound.ts'
import { RefusedError } from '../../../chain/refusedError.ts'
import { TableError } from '../../../cli/csv/readTable.ts'
import { NotReadyError } from '../../../cli/official/freeze.ts'
import { NoRosterError } from '../../../cli/roll/readRollShape.ts'
import { RulesFileError } from '../../../cli/rules/readRulesFile.ts'
import { rulesTemplate } from '../../../protocol/rulesFile/template.ts'
import { SignedElsewhereError } from '../../../cli/signing/signedAct.ts'
import { address } from '../../protocol/makeRules.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import {
  type CommandChain,
  keyOf,
  startCommandChain,
} from '../support/commandChain.ts'
import { makeKeys } from '../support/makeKeys.ts'
import { runCommand, runForJson } from '../support/runCommand.ts'

const hour = 3_600
const officials = ['admin', 'registrar', 'screener', 'committee', 'trustee']
const applicants = ['ara', 'bom', 'choa', 'dami', 'eun']

describe('the commands of officials and applicants', function () {
  this.timeout(120_000)
  const folder = inTemporaryFolder()
  let served: CommandChain
  let round: Address = '0x'

  before(async () => {
    served = await startCommandChain([...officials, ...applicants])
    await folder.write('reason.txt', 'Because.')
    await runCommand([
      ...['document', 'new', folder.pathOf('reason.txt')],
      ...[folder.pathOf('reason.json')],
    ])
  })

  after(() => served.chain.close())

  const reason = () => folder.pathOf('reason.json')
  const toArgs = (args: readonly string[]) => [
    ...args,
    ...['--rpc', served.url],
    ...(isAddress(round) ? ['--round', round] : []),
  ]
  const act = (name: string, ...args: string[]) =>
    runCommand(toArgs([...args, '--key', 'env:KEY', '--yes']), {
      env: { KEY: keyOf(name) },
    })
  const actForJson = (name: string, ...args: string[]) =>
    runForJson(toArgs([...args, '--key', 'env:KEY', '--yes']), {
      env: { KEY: keyOf(name) },
    })
  const read = (...args: string[]) => runForJson(toArgs(args))
  const addressOf = (name: string) => served.person(name).address
  const propose = (ask: number) => [
    ...['propose', '--text', reason(), '--category', '1'],
    ...['--ask', String(ask)],
  ]
  const phase = () => getPhase(served.chain.reader, { round })
  const waitFor = async (seconds: number) => {
    await served.chain.advanceTo((await served.time()) + seconds)
  }

  describe('round create', () => {
    it('refuses a file with a problem before anything is sent', async () => {
      const rules = { ...planOf(addressOf), maxScore: 0 }
      const file = await folder.write('wrong.json', JSON.stringify(rules))
      const check = await runCommand(['round', 'create', file, '--check'])
      expect(check.code).to.equal(1)
      const { factory } = served.chain
      const run = await act(
        'admin',
        'round',
        'create',
        file,
        '--factory',
        factory,
      )
      expect(run.code).to.equal(2)
      expect(run.error).to.be.instanceOf(RulesFileError)
    })

    it('makes a round', async () => {
      const rules = JSON.stringify(planOf(addressOf))
      const file = await folder.write('rules.json', rules)
      const answer = await actForJson(
        ...(['admin', 'round', 'create', file] as const),
        ...['--factory', served.chain.factory],
      )
      round = answer['round'] as Address
      expect(await phase()).to.equal('registration')
    })
  })

  describe('propose', () => {
    it('registers with the own key', async () => {
      for (const [index, name] of ['ara', 'bom', 'choa'].entries())
        await actForJson(name, ...propose(100 * (index + 1)))
      const { proposals } = await read('proposals', '--state', 'pending')
      expect(proposals).to.have.length(3)
    })

    it('sends what another has signed', async () => {
      const { stdout } = await act('dami', ...propose(400), '--sign-only')
      const signed = await folder.write('signed.json', stdout)
      const answer = await actForJson('admin', 'propose', '--send', signed)
      expect(answer['version']).to.equal(1)
      const { proposals } = await read('proposals')
      expect(proposals).to.have.nested.property('[3].key', addressOf('dami'))
      expect(proposals).to.have.nested.property('[3].ask', 400)
    })

    it('refuses what was signed for another round', async () => {
      const { stdout } = await act('dami', ...propose(400), '--sign-only')
      const changed = stdout.replace(round, addressOf('eun'))
      const signed = await folder.write('elsewhere.json', changed)
      const run = await act('admin', 'propose', '--send', signed)
      expect(run.error).to.be.instanceOf(SignedElsewhereError)
    })

    it('refuses what was changed after signing', async () => {
      const { stdout } = await act('bom', ...propose(999), '--sign-only')
      const changed = stdout.replace('999', '998')
      const signed = await folder.write('changed.json', changed)
      const run = await act('admin', 'propose', '--send', signed)
      expect(refusalOf(run.error)).to.equal('Round_BadSignature')
    })

    it('replaces and withdraws', async () => {
      const replaced = await actForJson('ara', ...propose(150))
      expect(replaced['version']).to.equal(2)
      await actForJson('eun', ...propose(500))
      await actForJson('eun', 'propose', '--withdraw')
      const { proposals } = await read('proposals', '--state', 'withdrawn')
      expect(proposals).to.have.nested.property('[0].key', addressOf('eun'))
    })
  })

  describe('screen', () => {
    it('decides on one version', async () => {
      const ara = addressOf('ara')
      const decision = ['screen', ara, '1', 'accept', '--reason', reason()]
      const run = await act('screener', ...decision)
      expect(refusalOf(run.error)).to.equal('Round_ScreenedVersion')
      decision[2] = '2'
      await actForJson('screener', ...decision)
      const { proposals } = await read('proposals', '--state', 'accepted')
      expect(proposals).to.have.length(1)
    })

    it('tells the problems of a CSV by their lines', async () => {
      const csv = `key,version,accepted,reason\n0x1,1,yes,reason.json\n${addressOf('bom')},one,yes,reason.json\n${addressOf('bom')},1,maybe,reason.json\n${addressOf('bom')},1,no,none.json\n`
      const file = await folder.write('decisions.csv', csv)
      const { error } = await act('screener', 'screen', '--file', file)
      expect(error).to.be.instanceOf(TableError)
      const lines = (error as TableError).problems.map(({ line }) => line)
      expect(lines).to.deep.equal([2, 3, 4, 5])
    })

    it('decides on a whole CSV', async () => {
      const rows = ['bom', 'choa', 'dami'].map(
        (name) => `${addressOf(name)},1,yes,reason.json`,
      )
      const csv = ['key,version,accepted,reason', ...rows].join('\r\n')
      const file = await folder.write('decisions.csv', csv)
      await actForJson('screener', 'screen', '--file', file)
      const { proposals } = await read('proposals', '--state', 'accepted')
      expect(proposals).to.have.length(4)
    })
  })

  describe('roster fix', () => {
    it('says in words that it is too early', async () => {
      const run = await act('admin', 'roster', 'fix')
      expect(refusalOf(run.error)).to.equal('Round_WrongPhase')
      expect(run.code).to.equal(2)
    })

    it('fixes the roster, once', async () => {
      const early = await act('registrar', 'roll', 'publish', reason())
      expect(early.error).to.be.instanceOf(NoRosterError)
      await waitFor(hour + 1)
      const fixed = await actForJson('admin', 'roster', 'fix')
      expect(fixed['proposals']).to.equal(4)
      expect(fixed['transactions']).to.have.length(1)
      const again = await actForJson('admin', 'roster', 'fix')
      expect(again['transactions']).to.have.length(0)
    })
  })

  describe('roll', () => {
    it('tells the problems of a CSV by their lines, exit code 1', async () => {
      const csv = makeRollCsv().replace('\n1,2,', '\n1,3,')
      const file = await folder.write('roll.csv', csv)
      const run = await runCommand([
        ...toArgs(['roll', 'check', file]),
        '--json',
      ])
      expect(run.code).to.equal(1)
      const { problems } = JSON.parse(run.stdout) as {
        problems: { line: number }[]
      }
      expect(problems.map(({ line }) => line)).to.deep.equal([3, 10])
    })

    it('publishes a file of an office that uses CP949', async () => {
      const csv = makeRollCsv().replace(
        'community,seat,key',
        '공동체,자리,열쇠',
      )
      const file = await folder.write('roll.csv', iconv.encode(csv, 'cp949'))
      const answer = await actForJson('registrar', 'roll', 'publish', file)
      expect(answer['encoding']).to.equal('CP949')
      expect(answer['emptySeats']).to.equal(1)
      expect(await rollKey(3n)).to.equal(getAddress(address(203)))
    })

    it('sends nothing that stands already', async () => {
      const file = folder.pathOf('roll.csv')
      const answer = await actForJson('registrar', 'roll', 'publish', file)
      expect(answer['transactions']).to.have.length(0)
    })

    it('shows the seats that change', async () => {
      const csv = makeRollCsv().replace(address(203), address(999))
      const file = await folder.write('roll.csv', csv)
      const answer = await read('roll', 'check', file)
      expect(answer['changes']).to.deep.equal([
        { reviewer: 3, from: address(203), to: address(999) },
      ])
    })

    const rollKey = (reviewer: bigint) =>
      readRound(served.chain.reader, {
        round,
        functionName: 'rollKey',
        args: [reviewer],
      })
  })

  describe('role', () => {
    it('hands a role over', async () => {
      const registrar = ['registrar', addressOf('ara')] as const
      await actForJson('registrar', 'role', 'offer', ...registrar)
      const other = await act('bom', 'role', 'accept', 'registrar')
      expect(refusalOf(other.error)).to.equal('Round_NotOffered')
      await actForJson('ara', 'role', 'accept', 'registrar')
      const held = await readRound(served.chain.reader, {
        round,
        functionName: 'holder',
        args: [1],
      })
      expect(held).to.equal(addressOf('ara'))
    })
  })

  describe('freeze', () => {
    it('says what is missing', async () => {
      const run = await runCommand([...toArgs(['freeze', '--check']), '--json'])
      expect(run.code).to.equal(1)
      const { points } = JSON.parse(run.stdout) as {
        points: { name: string; isReady: boolean }[]
      }
      const missing = points.filter(({ isReady }) => !isReady)
      expect(missing.map(({ name }) => name)).to.deep.equal(['notice', 'keys'])
      const { error } = await act('admin', 'freeze', '--notice', reason())
      expect(error).to.be.instanceOf(NotReadyError)
    })

    it('comes after a further attempt at the keys', async () => {
      const trustee = ['--trustee', addressOf('trustee')]
      const why = ['--reason', reason()]
      const started = await actForJson(
        ...(['admin', 'keys', 'attempt'] as const),
        ...[...trustee, ...why],
      )
      expect(started['attempt']).to.equal(2)
    })

    it('freezes', async () => {
      await makeKeys(served.chain, round, addressOf('trustee'), 2)
      await waitFor(hour + 1)
      await actForJson('admin', 'freeze', '--notice', reason())
      expect(await phase()).to.equal('draw')
    })
  })
})

function refusalOf(error: unknown): string | undefined {
  return error instanceof RefusedError ? error.errorName : String(error)
}

/** Four communities of two seats, the last seat empty. */
function makeRollCsv(): string {
  const rows = Array.from({ length: 8 }, (_, index) => {
    const key = index === 7 ? zeroAddress : address(201 + index)
    return `${Math.floor(index / 2) + 1},${(index % 2) + 1},${key}`
  })
  return ['community,seat,key', ...rows, ''].join('\n')
}

function planOf(addressOf: (name: string) => Address): object {
  const template = rulesTemplate('communities') as Record<string, object>
  const roles = ['admin', 'registrar', 'screener', 'committee']
  return {
    ...template,
    document: 'reason.json',
    holders: Object.fromEntries(roles.map((role) => [role, addressOf(role)])),
    times: {
      ...template['times'],
      registerUntil: '+1 hour',
      rosterBy: '+1 hour',
      rollNotice: '1 hour',
    },
    seatsPerCommunity: 2,
    listLength: 2,
    seats: 2,
    minReviews: 1,
    threshold: 1,
    trustees: [addressOf('trustee')],
  }
}
