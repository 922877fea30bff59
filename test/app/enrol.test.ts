// the reviewer's path in the dApp, with a passkey of Chromium
// ├── a ticket → what will happen and when; enrolled; the code leaves the address
// ├── the device loses its key → found again by the passkey alone
// ├── the same ticket again → the own list
// ├── after roll, freeze and draw → the list; scores stay through a reload
// ├── one press, twice → one ballot, received and recorded
// └── after the one ballot that the rules allow → said before anything is asked
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { getBlock } from 'viem/actions'
import { enumNumber, purposes } from '../../chain/enums.ts'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { readRound } from '../../chain/readRound.ts'
import { writeRound } from '../../chain/writeRound.ts'
import { freeze } from '../../cli/rehearse/freeze.ts'
import { documentDigest } from '../../cli/rehearse/stage.ts'
import { openRounds } from '../../relayer/opening/openRounds.ts'
import { builtApp, serveApp, type ServedApp } from '../../scripts/serveApp.ts'
import { keyOf } from '../cli/support/commandChain.ts'
import { runCommand } from '../cli/support/runCommand.ts'
import { signIn } from '../relayer/support/asker.ts'
import {
  databaseKinds,
  type TestDatabase,
} from '../relayer/support/databases.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../relayer/support/openEnrolment.ts'
import {
  runRelayer,
  type RunningRelayer,
} from '../relayer/support/runRelayer.ts'
import { untilAsync } from '../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { addAuthenticator } from './support/addAuthenticator.ts'
import { expectSound } from './support/expectSound.ts'

const reviewer = 1

describe('the reviewer’s path in the dApp', function () {
  this.timeout(240_000)
  const [pglite] = databaseKinds
  let stage: EnrolmentStage
  let app: ServedApp
  let browser: Browser
  let page: Page
  let database: TestDatabase
  let relayer: RunningRelayer
  let token: string
  let ticket: string

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEnrolment()
    const config: Record<string, unknown> = {}
    app = await serveApp(config)
    database = await pglite!.create()
    relayer = await runRelayer(stage, database, {
      ...{ DURE_APP: app.url, DURE_ORIGINS: new URL(app.url).origin },
      DURE_ROUNDS: stage.round,
    })
    const { chain, url: node, webAuthn: passkeyVerifier } = stage
    const { factory, receipts } = chain
    const relayers = [relayer.url]
    const contact = { name: '이음', phone: '02-000-0000' }
    Object.assign(config, {
      ...{ chainId: 31_337, node, factory, receipts, passkeyVerifier },
      ...{ relayers, contact, fromBlock: 0 },
    })
    token = await signIn(relayer.url, official('registrar'))
    ticket = await issueTicket()
    browser = await launchChromium()
    page = await openPage(browser)
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
    await relayer.stop()
    await database.drop()
    await pglite!.end()
    await stage.close()
  })

  const title = (text: string) =>
    page.getByRole('heading', { level: 1, name: text })
  const button = (name: string) => page.getByRole('button', { name })
  const link = (name: string) => page.getByRole('link', { name })

  it('enrols with a ticket and a passkey', async () => {
    await page.goto(`${app.url}#/t/${ticket}`)
    await button('지문·얼굴로 등록하기').waitFor()
    expect(page.url()).to.not.include(ticket)
    expect(await page.getByRole('listitem').count()).to.be.greaterThan(2)
    await expectSound(page)
    await button('지문·얼굴로 등록하기').click()
    await title('등록했습니다').waitFor()
    await button('일정 저장').waitFor()
    await expectSound(page)
  })

  it('finds the key again by the passkey alone', async () => {
    await page.evaluate(() => {
      localStorage.clear()
    })
    await page.goto(`${app.url}#/me`)
    await page.reload()
    await button('지문·얼굴로 찾기').click()
    await title('내 심사').waitFor()
    await page.getByText('아직 심사 목록이 없습니다').waitFor()
    await expectSound(page)
  })

  it('leads from the same ticket to the own list', async () => {
    await page.goto(`${app.url}#/t/${ticket}`)
    await page.reload()
    await title('내 심사').waitFor()
    expect(page.url()).to.include('/review')
  })

  it('keeps scores through a reload', async () => {
    await leadToReview()
    await page.reload()
    await link('첫 제안부터 시작하기').click()
    await choose('4')
    await page.reload()
    expect(await scoreOf('4').first().isChecked()).to.be.true
  })

  it('sends one ballot for two presses, and shows it recorded', async () => {
    await scoreAll('4')
    await title('보내기 전에 확인해 주세요').waitFor()
    await button('지문·얼굴로 보내기').dblclick()
    await title('기록됨 ✓').waitFor()
    expect(await counts()).to.deep.include({ cast: 1 })
    expect(await lastVersion()).to.equal(1)
  })

  it('says that what is sent is final, where the rules say so', async () => {
    await page.getByText('더 고칠 수는 없습니다').waitFor()
    await page.goto(`${app.url}#/r/${stage.round}/review/send`)
    await title('보내기 전에 확인해 주세요').waitFor()
    await page.getByText('이미 보냈습니다').waitFor()
    await expectSound(page)
    expect(await button('지문·얼굴로 보내기').count()).to.equal(0)
  })

  const counts = () => getBallotCounts(stage.chain.reader, stage)
  const lastVersion = () =>
    readRound(stage.chain.reader, {
      ...{ round: stage.round, functionName: 'lastVersion' },
      args: [BigInt(reviewer)],
    })

  const scoreOf = (score: string) =>
    page.locator(`.scores input[type=radio][value="${score}"]`)

  async function choose(score: string): Promise<void> {
    await scoreOf(score).first().waitFor()
    for (const one of await scoreOf(score).all()) await one.check()
  }

  /** From the page that is open to the last of the list. */
  async function scoreAll(score: string): Promise<void> {
    for (;;) {
      await choose(score)
      const isLast = await button('확인하고 보내기').isVisible()
      const before = page.url()
      await button(isLast ? '확인하고 보내기' : '다음 제안').click()
      await page.waitForURL((url) => url.href !== before)
      if (isLast) return
    }
  }

  const signed = () => ({ headers: { authorization: `Bearer ${token}` } })
  const param = () => ({ round: stage.round })
  const ofRound = () => relayer.client.rounds[':round']

  async function issueTicket(): Promise<string> {
    const json = { form: 'json' } as const
    const asked = { param: param(), json }
    const answer = await ofRound().tickets.$post(asked, signed())
    const { tickets } = (await answer.json()) as {
      tickets: { ticket: string }[]
    }
    return tickets[reviewer - 1]!.ticket
  }

  async function leadToReview(): Promise<void> {
    const { $get } = ofRound()['roll.csv']
    await publishRoll(await (await $get({ param: param() }, signed())).text())
    const { chain, lotteryShares, round, rules } = stage
    await freeze(stage, documentDigest('frozen'))
    const { timestamp } = await getBlock(chain.reader)
    for (let mined = 1; mined <= rules.drawDelay + 1; mined += 1)
      await chain.advanceTo(Number(timestamp) + 60 * mined)
    await openRounds(relayer.services)
    await writeRound(stage.actors.relayer, {
      ...{ round, functionName: 'releaseShare' },
      args: [enumNumber(purposes, 'lottery'), 1n, lotteryShares[0]!],
    })
    await openRounds(relayer.services)
    await chain.advanceTo(rules.times.reviewFrom)
    const { rounds } = relayer.services
    await untilAsync(async () => (await rounds.phase(round)) === 'review')
  }

  async function publishRoll(csv: string): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'dure-roll-'))
    const file = path.join(folder, 'roll.csv')
    await writeFile(file, csv)
    const where = ['--rpc', stage.url, '--round', stage.round]
    const { error } = await runCommand(
      ['roll', 'publish', file, ...where, '--key', 'env:KEY', '--yes'],
      { env: { KEY: keyOf('registrar') } },
    )
    await rm(folder, { recursive: true })
    expect(error).to.equal(undefined)
  }
})

/** A phone whose screen lock always says yes. */
async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 800 }, locale: 'ko-KR' },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await addAuthenticator(page)
  return page
}
