// the verifier in a Web Worker, bundled as an app bundles it, in Chromium
// ├── given a node → the findings that Node has; shows both parts
// ├── given a bundle → the same
// ├── stopped → throws the signal's reason, and verifies again
// ├── exports a table twice → both times what Node makes of it
// ├── explains a reviewer's ballots as Node does
// ├── given no round → the name of the error
// └── asks nobody but the node, and loads no Node module
import { expect } from 'chai'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createClient, http } from 'viem'
import { toCanonicalJson } from '../../../verifier/bundle/canonicalJson.ts'
import { packBundle } from '../../../verifier/bundle/packBundle.ts'
import { unpackBundle } from '../../../verifier/bundle/unpackBundle.ts'
import { checkRecord } from '../../../verifier/checkRecord.ts'
import { explainBallot } from '../../../verifier/explainBallot.ts'
import { makeExports } from '../../../verifier/exporting/makeExports.ts'
import { readRecord } from '../../../verifier/read/readRecord.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../../cli/support/commandChain.ts'
import { type RankedRound, rankRound } from '../../cli/support/rankRound.ts'
import {
  hasChromium,
  launchChromium,
  serveSite,
  type Site,
} from '../../support/chromium.ts'
import type { PageAnswer, PageCalls } from './page/page.ts'

const day = 86_400

declare const calls: PageCalls

describe('the verifier in a worker', function () {
  this.timeout(300_000)
  let served: CommandChain
  let ranked: RankedRound
  let site: Site
  let browser: Browser
  let page: Page
  /** By Node, at the same block. */
  let expected: string
  let block: string
  let bundle: number[]
  const requested = new Set<string>()

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no verifier in a worker !!!')
      this.skip()
    }
    const names = ['admin', 'registrar', 'screener', 'committee', 'relayer']
    const work = async (chain: CommandChain['chain']) => {
      ranked = await rankRound(chain, 6)
    }
    const past = { began: 62 * day, work }
    served = await startCommandChain([...names, 'trustee'], past)
    await verifyHere()
    site = await serveSite(path.join(import.meta.dirname, 'page'))
    browser = await launchChromium()
    page = await browser.newPage()
    page.on('request', (request) => requested.add(request.url()))
    await page.goto(site.url)
    await page.waitForFunction('globalThis.calls !== undefined')
  })

  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await site.close()
    await served.chain.close()
  })

  it('finds in a node what Node finds', async () => {
    const { url } = served
    const found = await page.evaluate(
      ({ block, round, url }) => calls.verifyNode(url, round, block),
      { url, round: ranked.round, block },
    )
    expectSame(found, ['reading', 'checking'])
    const asked = new Set([...requested].map((one) => new URL(one).origin))
    expect([...asked]).to.have.members([new URL(site.url).origin, url])
  })

  it('finds in a bundle what Node finds', async () => {
    const found = await page.evaluate(
      (file) => calls.verifyBundle(file),
      bundle,
    )
    expectSame(found, ['checking'])
  })

  it('stops, and verifies again', async () => {
    const found = await page.evaluate(
      (file) => calls.stopThenVerify(file),
      bundle,
    )
    expect(found.stopped).to.equal('enough')
    expectSame(found, ['checking'])
  })

  it('makes the table that Node makes, once read or kept', async () => {
    const [first, second] = await page.evaluate(
      ({ round, url }) => calls.exportTwice(url, round),
      { url: served.url, round: ranked.round },
    )
    const { record } = await unpackBundle(Uint8Array.from(bundle))
    const documents = new Map()
    const made = await makeExports({ record, documents }, ['csv'])
    expect(first).to.equal(made.get('csv'))
    expect(second).to.equal(first)
  })

  it('explains the ballots of a reviewer', async () => {
    const told = await page.evaluate((file) => calls.explain(file, 1), bundle)
    const { record } = await unpackBundle(Uint8Array.from(bundle))
    const seats = await explainBallot(record, { reviewer: 1 })
    expect(told).to.equal(toCanonicalJson(seats))
  })

  it('names what went wrong', async () => {
    const round = `0x${'12'.repeat(20)}` as const
    const reason = await page.evaluate(
      ({ round, url }) => calls.failure(url, round),
      { url: served.url, round },
    )
    expect(reason).to.equal('NoContractError')
  })

  it('loads no Node module', async () => {
    // @hpke/common has one behind an import that only old Node reaches.
    const scripts = await readdir(path.join(site.folder, 'assets'))
    const external = scripts.filter((name) => name.includes('external'))
    const loaded = [...requested].map((url) => path.basename(url))
    expect(loaded.some((name) => name.startsWith('worker'))).to.be.true
    expect(loaded.filter((name) => external.includes(name))).to.deep.equal([])
  })

  async function verifyHere(): Promise<void> {
    const client = createClient({ transport: http(served.url) })
    const record = await readRecord(client, { round: ranked.round })
    const findings = await checkRecord(record)
    const { chainId, factory, round } = record
    block = String(record.block.number)
    expected = toCanonicalJson({
      ...{ chainId, round, factory, block: record.block, findings },
    })
    bundle = [...(await packBundle({ record, documents: new Map() }))]
  }

  function expectSame({ parts, verified }: PageAnswer, shown: string[]): void {
    expect(parts).to.deep.equal(shown)
    expect(JSON.parse(verified)).to.deep.equal(JSON.parse(expected))
  }
})
