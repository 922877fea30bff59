/**
 * one reviewer's round from the ticket to the recount, twice
 * ├── by a passkey, on a phone, in Korean
 * └── by a wallet, on a desktop, in English
 *     ├── enrols by the ticket
 *     ├── scores what was drawn, sends; received, recorded
 *     ├── changes every score, sends again: the second one counts
 *     ├── checks before the close: recorded and sealed; the first one is replaced
 *     └── after the ranking: counted, with the own scores and the place in the sums;
 *         the results; a recount that finds no difference
 */
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
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
import { inOrder } from '../support/inOrder.ts'
import { addAuthenticator } from './support/addAuthenticator.ts'
import { focusByTab, pressByTab } from './support/byKeyboard.ts'
import { desktop, type Device, phone, type Visit } from './support/browsing.ts'
import { expectSound } from './support/expectSound.ts'
import { openOffice, type Office } from './support/openOffice.ts'

const ko = {
  moreWays: undefined,
  enrol: '지문·얼굴로 등록하기',
  enrolled: '등록했습니다',
  start: '첫 제안부터 시작하기',
  next: '다음 제안',
  toSending: '확인하고 보내기',
  send: '지문·얼굴로 보내기',
  recorded: '기록됨 ✓',
  second: '2번째 심사표',
  change: '점수 고치기',
  check: '확인하기',
  sealed: /마감한 뒤에 열립니다/,
  replaced: '대체됨',
  counted: '집계됨',
  place: '다시 세어 합계 속의 내 자리 보기',
  inSum: /합계 \d+ → \d+, 심사 \d+ → \d+/,
  ranked: /확정 전/,
  recount: '다시 세기',
  same: '다른 것이 없습니다.',
}
type Words = { [name in Exclude<keyof typeof ko, 'moreWays'>]: string | RegExp }
const en: Words & { moreWays: string } = {
  moreWays: 'Enrol with a wallet',
  enrol: 'Enrol with this wallet',
  enrolled: 'You are enrolled',
  start: 'Start with the first proposal',
  next: 'Next proposal',
  toSending: 'Check and send',
  send: 'Send with the wallet',
  recorded: 'Recorded ✓',
  second: 'ballot no. 2',
  change: 'Change scores',
  check: 'Check',
  sealed: /opened after the close/,
  replaced: 'Replaced',
  counted: 'Counted',
  place: 'Recount, and show my place in the sums',
  inSum: /sum \d+ → \d+, reviews \d+ → \d+/,
  ranked: /not confirmed/i,
  recount: 'Recount',
  same: 'Nothing differs.',
}

type Teller = {
  by: string
  reviewer: number
  device: Device
  words: Words & { moreWays: string | undefined }
  /** Given to every question: at first, and then for good. */
  scores: readonly [first: number, last: number]
}
const tellers: readonly Teller[] = [
  {
    ...{ by: 'a passkey', reviewer: 1, device: phone },
    ...{ words: ko, scores: [2, 4] },
  },
  {
    ...{ by: 'a wallet', reviewer: 3, scores: [5, 3], words: en },
    device: { ...desktop, display: { language: 'en' } },
  },
]
const slow = { timeout: 60_000 }

describe('one reviewer’s round, from the ticket to the recount', function () {
  this.timeout(240_000)
  inOrder(this)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser
  let lead: EnrolledRound
  let tickets: Map<number, string>
  const visits = new Map<Teller, Visit>()
  const references = new Map<Teller, readonly [string, string]>()

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEnrolment({ ballotLimit: 3 })
    office = await openOffice(stage, { DURE_ROUNDS: stage.round })
    lead = leadEnrolled(stage, office.relayer)
    tickets = await lead.issueTickets()
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const pageOf = (teller: Teller): Page => {
    const visited = visits.get(teller)
    if (!visited) throw new Error(`Nobody came by ${teller.by}.`)
    return visited.page
  }
  async function go(page: Page, place: string): Promise<void> {
    await page.goto(`${office.url}#/r/${stage.round}/${place}`)
    await page.reload()
  }
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).click()
  const lastVersion = (reviewer: number) =>
    readRound(stage.chain.reader, {
      ...{ round: stage.round, functionName: 'lastVersion' },
      args: [BigInt(reviewer)],
    })

  /** From the first page of a proposal to the page before sending. */
  async function scoreAll(page: Page, { words }: Teller, score: number) {
    for (;;) {
      const radios = page.locator(`.scores input[type=radio][value="${score}"]`)
      await radios.first().waitFor()
      for (const radio of await radios.all()) await radio.check()
      const last = page.getByRole('button', { name: words.toSending })
      const isLast = await last.isVisible()
      const before = page.url()
      await (isLast ? last.click() : press(page, words.next))
      await page.waitForURL((url) => url.href !== before)
      if (isLast) return
    }
  }
  async function send(page: Page, { words }: Teller): Promise<string> {
    await press(page, words.send)
    const heading = page.getByRole('heading', { name: words.recorded })
    await heading.waitFor(slow)
    return page.locator('.done .reference').innerText()
  }

  for (const teller of tellers) {
    const { by, device, reviewer, words } = teller

    it(`enrols by ${by}`, async () => {
      const path = `/t/${tickets.get(reviewer) ?? ''}`
      const visited = await office.enter(browser, 'a villager', path, device)
      visits.set(teller, visited)
      const { page } = visited
      page.setDefaultTimeout(30_000)
      if (words.moreWays === undefined) await addAuthenticator(page)
      else await page.getByText(words.moreWays).first().click()
      await page.getByRole('button', { name: words.enrol }).waitFor()
      await pressByTab(page, new RegExp(String(words.enrol)))
      const name = words.enrolled
      await page.getByRole('heading', { level: 1, name }).waitFor()
    })
  }

  it('waits for the roll, the freeze and the draw', async () => {
    await lead.publishRoll()
    await lead.leadToReview()
  })

  for (const teller of tellers) {
    const { by, reviewer, scores, words } = teller
    const [first, last] = scores

    it(`scores and sends by ${by}`, async () => {
      const page = pageOf(teller)
      await go(page, 'review')
      await page.getByRole('link', { name: words.start }).click()
      await scoreAll(page, teller, first)
      const reference = await send(page, teller)
      references.set(teller, [reference, ''])
      expect(await lastVersion(reviewer)).to.equal(1)
    })

    it(`changes it by ${by}: the second one counts`, async () => {
      const page = pageOf(teller)
      await page.getByRole('link', { name: words.change }).click()
      await go(page, 'review/1')
      await scoreAll(page, teller, last)
      await press(page, words.send)
      await page.getByText(words.second).first().waitFor(slow)
      const heading = page.getByRole('heading', { name: words.recorded })
      await heading.waitFor(slow)
      const reference = await page.locator('.done .reference').innerText()
      const [before] = references.get(teller) ?? ['', '']
      expect(reference).not.to.equal(before)
      references.set(teller, [before, reference])
      expect(await lastVersion(reviewer)).to.equal(2)
    })

    it(`finds it sealed before the close, with ${by}`, async () => {
      const page = pageOf(teller)
      const [before, now] = references.get(teller) ?? ['', '']
      await check(page, teller, before)
      await page.getByText(words.replaced, { exact: true }).waitFor()
      await check(page, teller, now)
      await page.getByText(words.sealed).waitFor()
      await expectSound(page)
    })
  }

  it('waits for the close, the opening and the ranking', async () => {
    await lead.leadToOpened()
    await lead.leadToRanked()
  })

  for (const teller of tellers) {
    const { by, scores, words } = teller
    const [, last] = scores

    it(`finds it counted, as sent by ${by}`, async () => {
      const page = pageOf(teller)
      const [, now] = references.get(teller) ?? ['', '']
      await check(page, teller, now)
      await page.getByText(words.counted, { exact: true }).waitFor()
      const values = page.locator('.ballot-scores td:nth-of-type(1)')
      const given = await values.allInnerTexts()
      expect(given).to.have.length(stage.rules.listLength)
      for (const value of given) expect(value).to.equal(String(last))
      await press(page, words.place)
      const places = page.getByText(words.inSum)
      await places.first().waitFor(slow)
      expect(await places.count()).to.equal(stage.rules.listLength)
      await expectSound(page)
    })

    it(`reads the results and recounts, having come by ${by}`, async () => {
      const page = pageOf(teller)
      await go(page, 'results')
      await page.getByText(words.ranked).first().waitFor()
      await go(page, 'recount')
      await press(page, words.recount)
      await page.getByText(words.same).first().waitFor(slow)
      await expectSound(page)
      expect(visits.get(teller)?.outside).to.deep.equal([])
    })
  }

  /** By keyboard. */
  async function check(page: Page, { words }: Teller, reference: string) {
    await go(page, 'check')
    await page.getByRole('button', { name: words.check }).first().waitFor()
    await focusByTab(page, 'main input >> nth=0')
    await page.keyboard.type(reference)
    await page.keyboard.press('Enter')
    await page.locator('.trail').waitFor()
  }
})
