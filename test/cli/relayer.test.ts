// dure relayer
// ├── start
// │   ├── given settings that are missing → ConfigError, each of them named
// │   ├── runs until it is stopped, then ends with 0
// │   └── its help names every variable
// ├── register
// │   ├── given no web address → UsageError
// │   ├── given receipts that are none → NoReceiptsError
// │   ├── given --dry-run → nothing recorded
// │   └── given --yes → recorded; empty takes it back
// ├── record → what the chain says
// ├── status
// │   ├── given a relayer that is well → 0
// │   ├── given one whose purse is empty → 1, and says so
// │   ├── given nobody there → RelayerSilentError
// │   └── given something else there → NoRelayerError
// └── cost → gas, ether and price of each part
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { NoReceiptsError } from '../../cli/challenge/checkReceipts.ts'
import { RelayerSilentError } from '../../cli/relayer/connectRelayer.ts'
import { NoRelayerError } from '../../cli/relayer/status.ts'
import { UsageError } from '../../cli/usageError.ts'
import { ConfigError } from '../../relayer/config/readConfig.ts'
import {
  neededVariables,
  otherVariables,
} from '../../relayer/config/variables.ts'
import {
  databaseKinds,
  type TestDatabase,
} from '../relayer/support/databases.ts'
import { runCommand, runForJson } from './support/runCommand.ts'
import {
  type CommandChain,
  keyOf,
  startCommandChain,
} from './support/commandChain.ts'

describe('dure relayer', function () {
  this.timeout(120_000)
  const [pglite] = databaseKinds
  let served: CommandChain
  let database: TestDatabase

  before(async () => {
    served = await startCommandChain(['relayer', 'anyone'])
    if (!pglite) throw new Error('There is no database.')
    database = await pglite.create()
  })
  after(async () => {
    await database.drop()
    await pglite?.end()
    await served.chain.close()
  })

  const environment = (payer: string) => ({
    DURE_RPC_URL: served.url,
    DURE_FACTORY: served.chain.factory,
    DURE_RECEIPTS: served.chain.receipts,
    DURE_RELAYER_KEY: keyOf(payer),
    PORT: '0',
    ...database.env,
  })

  describe('start', () => {
    it('names every setting that is missing or wrong', async () => {
      const env = { DURE_RELAYER_KEY: 'secret', DURE_RPC_URL: 'nowhere' }
      const run = await runCommand(['relayer', 'start'], { env })
      expect(run.code).to.equal(2)
      expect(run.error).to.be.instanceOf(ConfigError)
      const names = [
        ...['DURE_RPC_URL', 'DURE_FACTORY', 'DURE_RECEIPTS'],
        ...['DURE_RELAYER_KEY', 'DURE_DATA_FOLDER'],
      ]
      for (const name of names) expect(run.stderr).to.include(name)
      expect(run.stderr).not.to.include('secret')
    })

    it('runs until it is stopped, and tells how it is', async () => {
      const running = startRelayer()
      const url = await running.url
      const status = await runCommand(['relayer', 'status', url])
      expect(status.code, status.stderr + status.stdout).to.equal(0)
      const { address } = served.person('relayer')
      expect(status.stdout).to.include(address)
      const json = await runForJson(['relayer', 'status', url])
      expect(json).to.include({ isWell: true, relayer: address })
      const end = await running.stop()
      expect(end.code).to.equal(0)
      expect(end.events.at(-1)).to.equal('stopped')
    })

    it('fails the status of a relayer that needs its operator', async () => {
      const running = startRelayer('nobody gave ether')
      const url = await running.url
      const status = await runCommand(['relayer', 'status', url])
      expect(status.code).to.equal(1)
      expect(status.error).to.equal(undefined)
      expect(status.stdout).to.include('The purse is nearly empty.')
      await running.stop()
    })

    it('says in its help what each variable is for', async () => {
      const { stdout } = await runCommand(['relayer', 'start', '--help'])
      for (const { name } of [...neededVariables, ...otherVariables])
        expect(stdout).to.include(name)
    })

    /** In this process, with an end of its own. */
    function startRelayer(payer = 'relayer') {
      const stopping = new AbortController()
      const events: string[] = []
      let tell: (url: string) => void = () => undefined
      let fail: (error: unknown) => void = () => undefined
      const url = new Promise<string>((resolve, reject) => {
        tell = resolve
        fail = reject
      })
      const run = runCommand(['relayer', 'start'], {
        env: environment(payer),
        stop: stopping.signal,
        onOut(text) {
          const line = JSON.parse(text) as { event: string; url?: string }
          events.push(line.event)
          if (line.event === 'started') tell(line.url ?? '')
        },
      })
      void run.then(({ stderr }) => {
        fail(new Error(stderr))
      })
      return {
        url,
        async stop() {
          stopping.abort()
          const { code } = await run
          return { code, events }
        },
      }
    }
  })

  describe('register', () => {
    const register = (url: string, ...more: string[]) => [
      ...['relayer', 'register', '--url', url, '--rpc', served.url],
      ...['--receipts', served.chain.receipts, '--key', 'env:KEY', ...more],
    ]
    const setting = () => ({ env: served.person('relayer').env })
    const address = () => served.person('relayer').address
    const record = () => {
      const { reader, receipts } = served.chain
      return getRelayerRecord(reader, { receipts, relayer: address() })
    }
    const url = 'https://relayer.example'

    it('refuses what is no web address', async () => {
      for (const text of ['relayer.example', 'ftp://a.example', `${url}/#a`]) {
        const run = await runCommand(register(text, '--yes'), setting())
        expect(run.error, text).to.be.instanceOf(UsageError)
      }
    })

    it('refuses receipts that are none', async () => {
      const args = register(url, '--yes', '--receipts', served.chain.factory)
      const run = await runCommand(args, setting())
      expect(run.error).to.be.instanceOf(NoReceiptsError)
    })

    it('records nothing in a dry run', async () => {
      const answer = await runForJson(register(url, '--dry-run'), setting())
      expect(answer).to.include({ isDryRun: true, url })
      expect((await record()).url).to.equal('')
    })

    it('says where it is reached, and takes it back', async () => {
      const answer = await runForJson(register(`${url}/`, '--yes'), setting())
      expect(answer).to.include({ relayer: address(), url })
      expect(answer).to.have.nested.property('transactions[0].hash')
      const told = await runForJson([
        ...['relayer', 'record', address(), '--rpc', served.url],
        ...['--receipts', served.chain.receipts],
      ])
      expect(told).to.include({ relayer: address(), url, brokenPromises: 0 })
      await runForJson(register('', '--yes'), setting())
      expect((await record()).url).to.equal('')
    })
  })

  describe('status', () => {
    let server: Server
    before((done) => {
      server = createServer((_, answer) => answer.end('{"hello":1}'))
      server.listen(0, '127.0.0.1', done)
    })
    after(() => server.close())

    it('says when nobody is there', async () => {
      const run = await runCommand(['relayer', 'status', 'http://127.0.0.1:1'])
      expect(run.code).to.equal(2)
      expect(run.error).to.be.instanceOf(RelayerSilentError)
    })

    it('says when something else is there', async () => {
      const { port } = server.address() as AddressInfo
      const url = `http://127.0.0.1:${port}`
      const run = await runCommand(['relayer', 'status', url])
      expect(run.code).to.equal(2)
      expect(run.error).to.be.instanceOf(NoRelayerError)
    })
  })

  describe('cost', () => {
    it('multiplies measured gas', async () => {
      const sizes = ['--ballots', '1000', '--seats', '2000', '--acts', '3']
      const args = ['relayer', 'cost', ...sizes, '--gwei', '0.5']
      const { relayer, rows } = await runForJson(args)
      const gas = (rows as { gas: number }[]).map((row) => row.gas)
      const byAnyone = [10_901_000, 299_097, 4_118_032, 8_224_000]
      const byOfficials = [8_912_000, 3 * 24_912, 2_241_683, 947_497]
      expect(gas).to.deep.equal([...byAnyone, ...byOfficials])
      const ofRelayer = 10_901_000 + 299_097 + 4_118_032 + 8_224_000
      expect(relayer).to.deep.equal({
        gas: ofRelayer,
        eth: String((ofRelayer * 0.5) / 1e9),
      })
    })

    it('tells it in a currency, and refuses what is no price', async () => {
      const args = ['relayer', 'cost', '--ballots', '1', '--gwei', '1000']
      const { stdout } = await runCommand([...args, '--price', '1000000'])
      expect(stdout).to.include('10,901')
      for (const gwei of ['cheap', '-1', '1e3'])
        expect((await runCommand([...args, '--gwei', gwei])).code).to.equal(2)
    })
  })
})
