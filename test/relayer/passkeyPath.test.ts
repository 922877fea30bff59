// the whole path over HTTP, of a passkey in Chromium and of an account in Node
// ├── tickets → each takes the claim of its own key
// ├── the registrar's one signature → both find their key under it, no other
// ├── the roll, by `dure roll publish` → both find their key on it
// ├── the draw by the relayer → each seals and signs the own list
// ├── a ballot of each → a receipt that is signed; both are recorded
// ├── after the close → the relayer opens both; the tally is what they meant
// └── the verifier → nothing failed
import { expect } from 'chai'
import { parseResponse } from 'hono/client'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Address } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { readTally } from '../../chain/opening/readOrders.ts'
import { readDraw } from '../../chain/readDraw.ts'
import { createLists } from '../../protocol/lists.ts'
import { addBallot, makeTally } from '../../protocol/tally.ts'
import {
  toEnrolledKeysTypedData,
  treeOfKeys,
} from '../../protocol/tickets/enrolledKeys.ts'
import { checkRecord } from '../../verifier/checkRecord.ts'
import { readRecord } from '../../verifier/read/readRecord.ts'
import { addAuthenticator } from '../app/support/addAuthenticator.ts'
import {
  hasChromium,
  launchChromium,
  serveSite,
  type Site,
} from '../support/chromium.ts'
import type { PageCalls } from './reviewerPage/page.ts'
import { signIn } from './support/asker.ts'
import { accountEnroller } from './support/claims.ts'
import { databaseKinds, type TestDatabase } from './support/databases.ts'
import { type EnrolledRound, leadEnrolled } from './support/leadEnrolled.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from './support/openEnrolment.ts'
import { createReviewer, type Reviewer } from './support/reviewer.ts'
import { runRelayer, type RunningRelayer } from './support/runRelayer.ts'
import { untilAsync } from './support/untilAsync.ts'

declare const calls: PageCalls

const byPasskey = { reviewer: 1, score: 5 }
const byAccount = { reviewer: 4, score: 2 }

describe('the path of reviewers over HTTP', function () {
  this.timeout(180_000)
  const [pglite] = databaseKinds
  let stage: EnrolmentStage
  let site: Site
  let browser: Browser
  let page: Page
  let database: TestDatabase
  let relayer: RunningRelayer
  let account: Reviewer
  let token: string
  let lead: EnrolledRound
  /** Of both reviewers. */
  let keys: Address[]

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no passkey of a browser !!!')
      this.skip()
    }
    stage = await openEnrolment()
    site = await serveSite(path.join(import.meta.dirname, 'reviewerPage'))
    database = await pglite!.create()
    relayer = await runRelayer(stage, database, {
      ...{ DURE_APP: site.url, DURE_ORIGINS: new URL(site.url).origin },
      DURE_ROUNDS: stage.round,
    })
    token = await signIn(relayer.url, official('registrar'))
    lead = leadEnrolled(stage, relayer)
    browser = await launchChromium()
    page = await openPage(browser, site)
    const place = { relayer: relayer.url, node: stage.url, round: stage.round }
    account = createReviewer(place, accountEnroller(1))
    const { webAuthn } = stage
    const key = await page.evaluate(
      ({ place, webAuthn }) => calls.makePasskey(place, webAuthn),
      { place, webAuthn },
    )
    keys = [key, accountEnroller(1).key]
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await site.close()
    await relayer.stop()
    await database.drop()
    await pglite!.end()
    await stage.close()
  })

  const signed = () => ({ headers: { authorization: `Bearer ${token}` } })
  const ofRound = () => relayer.client.rounds[':round']
  const param = () => ({ round: stage.round })
  const hasWordInPage = (key: Address) =>
    page.evaluate(({ key, reviewer }) => calls.hasWord(reviewer, key), {
      reviewer: byPasskey.reviewer,
      key,
    })

  it('gives a seat to who holds a ticket', async () => {
    const tickets = await lead.issueTickets()
    const ticketOf = (number: number) => tickets.get(number) ?? ''
    const claimed = await page.evaluate(
      (ticket) => calls.claim(ticket),
      ticketOf(byPasskey.reviewer),
    )
    expect(claimed).to.equal(byPasskey.reviewer)
    const { reviewer } = byAccount
    expect(await account.claim(ticketOf(reviewer))).to.equal(reviewer)
  })

  it('gives both the registrar’s word for their keys', async () => {
    const [key, other] = keys as [Address, Address]
    expect(await hasWordInPage(key)).to.be.false
    await signKeys()
    expect(await hasWordInPage(key)).to.be.true
    expect(await hasWordInPage(other)).to.be.false
    expect(await account.hasWord(byAccount.reviewer)).to.be.true
  })

  it('leads to a roll with both keys', async () => {
    await lead.publishRoll()
    const isThere = await page.evaluate(
      (reviewer) => calls.isOnRoll(reviewer),
      byPasskey.reviewer,
    )
    expect(isThere).to.be.true
    expect(await account.isOnRoll(byAccount.reviewer)).to.be.true
  })

  it('takes a ballot of each, with a receipt, and has it recorded', async () => {
    await lead.leadToReview()
    const { reviewer, score } = byPasskey
    const isPromised = await page.evaluate(
      ({ reviewer, score }) => calls.cast(reviewer, score),
      { reviewer, score },
    )
    expect(isPromised).to.be.true
    const salt = new Uint8Array(16).fill(1)
    const { reviewer: other, score: low } = byAccount
    expect(await account.cast(other, low, salt)).to.be.true
    await untilAsync(async () => (await counts()).cast === 2)
  })

  it('opens and counts both after the close', async () => {
    const { chain, round, rules } = stage
    await lead.leadToOpened()
    expect(await counts()).to.deep.include({ cast: 2, settled: 2 })
    const lists = createLists(await readDraw(chain.reader, stage))
    const intended = makeTally(6)
    for (const { reviewer, score } of [byPasskey, byAccount]) {
      const proposals = lists(reviewer)
      const values = Uint8Array.from(proposals, () => score)
      addBallot(intended, rules, proposals, values)
    }
    expect(await readTally(chain.reader, round, 6)).to.deep.equal(intended)
  })

  it('leaves nothing that the verifier would find', async () => {
    await lead.leadToRanked()
    const { reader } = stage.chain
    const findings = await checkRecord(await readRecord(reader, stage))
    const failed = findings.filter(({ outcome }) => outcome === 'failed')
    expect(failed).to.deep.equal([])
    const passed = findings.filter(({ outcome }) => outcome === 'passed')
    expect(passed.map(({ check }) => check)).to.include('ballots.signatures')
  })

  const counts = () => getBallotCounts(stage.chain.reader, stage)

  async function signKeys(): Promise<void> {
    const { enrolments } = await parseResponse(
      ofRound().enrolments.$get({ param: param() }, signed()),
    )
    const seats = enrolments.map(({ key, reviewer }) => ({ reviewer, key }))
    expect(seats.map(({ key }) => key)).to.deep.equal(keys)
    const id = { chainId: 31_337n, round: stage.round }
    const typedData = toEnrolledKeysTypedData(id, treeOfKeys(seats))
    const signature = await official('registrar').signTypedData(typedData)
    const reviewers = seats.map(({ reviewer }) => reviewer)
    const json = { reviewers, signature }
    const { status } = await ofRound()['enrolment-signature'].$post(
      { param: param(), json },
      signed(),
    )
    expect(status).to.equal(204)
  }
})

async function openPage(browser: Browser, { url }: Site): Promise<Page> {
  const page = await browser.newPage()
  await addAuthenticator(page)
  await page.goto(url)
  await page.waitForFunction('globalThis.calls !== undefined')
  return page
}
