// the reviewer's path in the dApp, with a passkey of Chromium
// ├── a ticket → what will happen and when; enrolled; the code leaves the address
// ├── the device loses its key → found again by the passkey alone
// ├── the same ticket again → the own list
// ├── after roll, freeze and draw → the list; scores stay through a reload
// ├── one press, twice → one ballot, received and recorded
// └── after the one ballot that the rules allow → said before anything is asked
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { readRound } from '../../chain/readRound.ts'
import { builtApp } from '../../scripts/serveApp.ts'
import {
  type EnrolledRound,
  leadEnrolled,
} from '../relayer/support/leadEnrolled.ts'
import {
  type EnrolmentStage,
  openEnrolment,
} from '../relayer/support/openEnrolment.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { addAuthenticator } from './support/addAuthenticator.ts'
import { phone, visit } from './support/browsing.ts'
import { expectSound } from './support/expectSound.ts'
import { type Office, openOffice } from './support/openOffice.ts'

const reviewer = 1

describe('the reviewer’s path in the dApp', function () {
  this.timeout(240_000)
  let stage: EnrolmentStage
  let office: Office
  let lead: EnrolledRound
  let browser: Browser
  let page: Page
  let ticket: string | undefined

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEnrolment()
    office = await openOffice(stage, { DURE_ROUNDS: stage.round })
    lead = leadEnrolled(stage, office.relayer)
    ticket = (await lead.issueTickets()).get(reviewer)
    browser = await launchChromium()
    ;({ page } = await visit(browser, 'about:blank', phone))
    page.setDefaultTimeout(30_000)
    await addAuthenticator(page)
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const title = (text: string) =>
    page.getByRole('heading', { level: 1, name: text })
  const button = (name: string) => page.getByRole('button', { name })
  const link = (name: string) => page.getByRole('link', { name })

  it('enrols with a ticket and a passkey', async () => {
    await page.goto(`${office.url}#/t/${String(ticket)}`)
    await button('지문·얼굴로 등록하기').waitFor()
    expect(page.url()).to.not.include(String(ticket))
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
    await page.goto(`${office.url}#/me`)
    await page.reload()
    await button('지문·얼굴로 찾기').click()
    await title('내 심사').waitFor()
    await page.getByText('아직 심사 목록이 없습니다').waitFor()
    await expectSound(page)
  })

  it('leads from the same ticket to the own list', async () => {
    await page.goto(`${office.url}#/t/${String(ticket)}`)
    await page.reload()
    await title('내 심사').waitFor()
    expect(page.url()).to.include('/review')
  })

  it('keeps scores through a reload', async () => {
    await lead.publishRoll()
    await lead.leadToReview()
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
    await page.goto(`${office.url}#/r/${stage.round}/review/send`)
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
})
