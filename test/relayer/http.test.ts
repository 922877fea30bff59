// what stands around every route
// ├── CORS → the listed pages may ask, others may not; none where none is listed
// ├── security headers on every answer, refusals included
// ├── requests of an address above its limit → TooMany, with the seconds to wait
// ├── a body that comes a byte at a time → TimedOut, and others are served
// └── addressOf → the last address that a proxy of ours has seen
import { expect } from 'chai'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { addressOf } from '../../relayer/http/limits.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../cli/support/commandChain.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'

const [kind] = databaseKinds
const page = 'https://dure.example'
const mostRequests = 20

describe('relayer, around its routes', function () {
  this.timeout(120_000)
  let stage: CommandChain
  let database: TestDatabase
  let relayer: RunningRelayer

  before(async () => {
    stage = await startCommandChain(['relayer'])
    database = await kind!.create()
    const origins = `${page}, https://other.example`
    relayer = await runRelayer(stage, database, { DURE_ORIGINS: origins })
  })
  after(async () => {
    await relayer.stop()
    await database.drop()
    await kind!.end()
    await stage.chain.close()
  })

  async function restart(changes: Record<string, string>): Promise<void> {
    await relayer.stop()
    relayer = await runRelayer(stage, database, changes)
  }
  const from = (origin: string, method = 'GET') =>
    fetch(`${relayer.url}/rounds`, {
      ...{
        method,
        headers: { origin, 'access-control-request-method': 'POST' },
      },
    })
  const allowed = ({ headers }: Response) =>
    headers.get('access-control-allow-origin')

  it('lets the listed pages ask, and no other', async () => {
    for (const origin of [page, 'https://other.example'])
      for (const method of ['GET', 'OPTIONS'])
        expect(allowed(await from(origin, method)), origin).to.equal(origin)
    const others = ['https://evil.example', `${page}.evil.example`, 'null']
    for (const origin of others)
      for (const method of ['GET', 'OPTIONS'])
        expect(allowed(await from(origin, method)), origin).to.equal(null)
  })

  it('sends headers that keep browsers careful, whatever it answers', async () => {
    for (const path of ['/rounds', '/nothing', '/rounds/0x1']) {
      const { headers } = await fetch(`${relayer.url}${path}`)
      const of = (name: string) => headers.get(name)
      expect(of('x-content-type-options'), path).to.equal('nosniff')
      expect(of('x-frame-options'), path).to.equal('SAMEORIGIN')
      expect(of('referrer-policy'), path).to.equal('no-referrer')
      expect(of('cross-origin-resource-policy'), path).to.equal('same-origin')
      expect(of('strict-transport-security'), path).to.match(/max-age=\d{6,}/)
    }
  })

  it('lets no page ask where none is listed', async () => {
    await restart({})
    expect(allowed(await from(page))).to.equal(null)
    expect(allowed(await from(page, 'OPTIONS'))).to.equal(null)
  })

  it('stops an address that asks too often, and no other', async () => {
    const limit = { DURE_REQUESTS_PER_MINUTE: String(mostRequests) }
    await restart({ ...limit, DURE_PROXIES: '1' })
    const askAs = (address: string) =>
      fetch(`${relayer.url}/rounds`, {
        // The first is what the asker says of itself.
        headers: { 'x-forwarded-for': `10.0.0.${Math.random()}, ${address}` },
      })
    for (let count = 0; count < mostRequests; count += 1)
      expect((await askAs('192.0.2.1')).status).to.equal(200)
    const refused = await askAs('192.0.2.1')
    expect(refused.status).to.equal(429)
    const { error, params } = (await refused.json()) as Refusal
    expect(error).to.equal('TooMany')
    expect(params.seconds).to.be.within(1, 60)
    expect((await askAs('192.0.2.2')).status).to.equal(200)
  })
  type Refusal = { error: string; params: { seconds: number } }

  it('gives up a body that comes a byte at a time', async () => {
    await restart({ DURE_PATIENCE_SECONDS: '1' })
    const headers = { 'content-type': 'application/json' }
    const told = { ...headers, 'content-length': '100' }
    for (const kind of [headers, told]) {
      const slow = request(`${relayer.url}/tickets/search`, {
        ...{ method: 'POST', headers: kind },
      })
      slow.on('error', () => undefined)
      const trickle = setInterval(() => slow.write(' '), 100)
      try {
        expect(await refusalOf(slow)).to.deep.equal([503, 'TimedOut'])
      } finally {
        clearInterval(trickle)
        slow.destroy()
      }
    }
    expect((await fetch(`${relayer.url}/rounds`)).status).to.equal(200)
  })
  async function refusalOf(slow: ClientRequest) {
    const [answer] = (await once(slow, 'response')) as [IncomingMessage]
    const { error } = (await json(answer)) as Refusal
    return [answer.statusCode, error]
  }

  it('takes the word of its own proxies alone', () => {
    const seen = '198.51.100.1, 203.0.113.2'
    expect(addressOf('192.0.2.9', seen, 0)).to.equal('192.0.2.9')
    expect(addressOf('192.0.2.9', seen, 1)).to.equal('203.0.113.2')
    expect(addressOf('192.0.2.9', seen, 2)).to.equal('198.51.100.1')
    expect(addressOf('192.0.2.9', undefined, 1)).to.equal('192.0.2.9')
    expect(addressOf(undefined, undefined, 0)).to.equal('unknown')
  })
})
