/**
 * tickets in the dApp
 * ├── a re-issued ticket → the old one says so; the new one enrols
 * ├── inside the browser of another app → a way out that keeps the ticket
 * ├── with a wallet that refuses, then is on another chain, then approves
 * ├── a spent ticket on another phone → where to find the key, whom to call
 * └── a mistyped one → may be typed again, and is found
 */
import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { privateKeyToAccount } from 'viem/accounts'
import { keyOf } from '../cli/support/commandChain.ts'
import { ask, signIn } from '../relayer/support/asker.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../relayer/support/openEnrolment.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { phone } from './support/browsing.ts'
import { openOffice, type Office } from './support/openOffice.ts'
import { expectSound } from './support/expectSound.ts'

const reviewer = 3
const kakaoTalk =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile KAKAOTALK 10.4.0'

describe('a ticket in the dApp', function () {
  this.timeout(240_000)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser
  let token: string
  let old: string
  let ticket: string

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no ticket is opened !!!')
      this.skip()
    }
    stage = await openEnrolment()
    office = await openOffice(stage)
    token = await signIn(office.relayer.url, official('registrar'))
    old = await issue('/tickets', {})
    const reason = 'lost'
    ticket = await issue('/reissues', { reviewers: [reviewer], reason })
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  async function issue(path: string, more: object): Promise<string> {
    const json = { form: 'json', ...more }
    const asked = { method: 'POST', json, token }
    const at = `/rounds/${stage.round}${path}`
    const { body } = await ask(office.relayer.url, at, asked)
    const tickets = body['tickets'] as { reviewer: number; ticket: string }[]
    return tickets.find((one) => one.reviewer === reviewer)?.ticket ?? ''
  }
  /** By the table that becomes the roll. */
  async function isEnrolled(): Promise<boolean> {
    const at = `/rounds/${stage.round}/roll.csv`
    const { status, text } = await ask(office.relayer.url, at, { token })
    expect(status).to.equal(200)
    const { address } = privateKeyToAccount(keyOf('a villager'))
    return text.toLowerCase().includes(address.toLowerCase())
  }

  async function open(code: string, userAgent?: string) {
    const device = userAgent === undefined ? phone : { ...phone, userAgent }
    const path = `/t/${code}`
    const visited = await office.enter(browser, 'a villager', path, device)
    visited.page.setDefaultTimeout(30_000)
    const title = (name: string) =>
      visited.page.getByRole('heading', { level: 1, name }).waitFor()
    return { ...visited, title }
  }

  it('says that a ticket was replaced by another', async () => {
    const { context, page, title } = await open(old)
    await title('새 참여권으로 바뀌었습니다')
    await expectSound(page)
    await context.close()
  })

  it('leads out of the browser of another app', async () => {
    const { context, page, title } = await open(ticket, kakaoTalk)
    await title('이 앱 안에서는 등록할 수 없습니다')
    const link = page.getByRole('link', { name: '브라우저에서 열기' })
    const out = decodeURIComponent((await link.getAttribute('href')) ?? '')
    expect(out).to.include('kakaotalk://web/openExternal')
    expect(out).to.include(`#/t/${ticket}`)
    await expectSound(page)
    await context.close()
  })

  it('enrols by a wallet that first refuses and is elsewhere', async () => {
    const { context, page, title, wallet } = await open(ticket)
    const enrol = page.getByRole('button', { name: /이 지갑으로 등록/ })
    await page.getByText('지갑으로 등록하기').first().click()
    wallet.mood = 'refuses'
    await enrol.click()
    await page.getByText('취소했습니다').waitFor()
    expect(await isEnrolled()).to.be.false
    wallet.mood = 'approves'
    wallet.chainId = 1
    await enrol.click()
    await page.getByText('지갑의 네트워크가 다릅니다').waitFor()
    await expectSound(page)
    expect(await isEnrolled()).to.be.false
    await page.getByRole('button', { name: /바꾸기/ }).click()
    await title('등록했습니다')
    expect(await isEnrolled()).to.be.true
    await context.close()
  })

  it('says on another phone that the ticket is spent', async () => {
    const { context, page, title } = await open(ticket)
    await title('이미 쓴 참여권입니다')
    await page.getByRole('link', { name: '내 열쇠 찾기' }).waitFor()
    await expectSound(page)
    await context.close()
  })

  it('lets a mistyped code be typed again', async () => {
    const { context, page, title } = await open(`${ticket.slice(0, -1)}0`)
    await title('참여권을 알아볼 수 없습니다')
    await page.getByRole('textbox').fill(` ${ticket.toLowerCase()} `)
    await page.keyboard.press('Enter')
    await title('이미 쓴 참여권입니다')
    await context.close()
  })
})
