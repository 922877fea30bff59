// the screener's and the admin's pages in the dApp
// ├── a refusal without a reason → said, and nothing is recorded
// ├── a wallet that refuses → nothing is recorded, the decisions are there
// ├── a proposal replaced while it is screened → its decision is dropped, the others are recorded, their reasons published
// ├── the applicant → sees the refusal with its reason, and may hand it in anew
// ├── two windows at once → the one that comes later is told, and records nothing over it
// ├── a reload between sending and recording → one call, not two
// ├── a name of 80 letters without a space, with an emoji, markup and letters turned around → as it was typed, and it fits
// ├── in English: a reason that is missing, a wallet that refuses → nothing left untranslated
// ├── by keyboard alone → opened, read, refused with a reason, recorded
// ├── somebody else's wallet → told who may
// └── after the registration the admin fixes the roster → numbers on the chain
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { getProposal } from '../../../chain/getProposals.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { readRound } from '../../../chain/readRound.ts'
import { toCid } from '../../../protocol/cid.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  applicant,
  documentOf,
  openRegistration,
  type RegistrationStage,
  signProposal,
  toBase64,
} from '../../relayer/support/openRegistration.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import {
  desktop,
  overflowOf,
  phone,
  untilShown,
  visit,
} from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { koreanOf } from '../support/koreanOf.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { tabTo } from '../support/tabTo.ts'
import type { TestWallet } from '../support/testWallet.ts'

const names = ['하나', '둘', '셋', '넷', '다섯']
/** The mark behind the first word turns all around that follows it. */
const typed = `뒤집힌 이름 <b>굵게</b>👩‍🌾${'가나다라마바사아자차'.repeat(6)}`
const hostile = typed.replace('이름', '이름\u202E')

describe('the screener’s page', function () {
  this.timeout(180_000)
  let stage: RegistrationStage
  let office: Office
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let wallet: TestWallet

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openRegistration()
    office = await openOffice(stage)
    for (const name of names) await register(name, `제안 ${name}`, 1)
    browser = await launchChromium()
    ;({ context, page, wallet } = await office.enter(
      browser,
      'screener',
      `/r/${stage.open.round}/office/screening`,
      desktop,
    ))
    await page.getByText('대기 5건').waitFor()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const round = () => stage.open.round
  const standing = (name: string) =>
    getProposal(stage.chain.reader, {
      round: round(),
      key: applicant(name).address,
    })
  const screened = () =>
    getRoundLogs(stage.chain.reader, {
      round: round(),
      eventNames: ['ProposalScreened'],
    })
  const record = (on = page) =>
    on.getByRole('button', { name: /결정 \d+건 기록하기/ })

  async function decide(
    name: string,
    decision: '적격' | '부적격',
    on = page,
  ): Promise<void> {
    await on
      .getByRole('button', { name: new RegExp(`제안 ${name}( |$)`) })
      .click()
    await on
      .getByRole('heading', { name: `제안 ${name}`, exact: true })
      .waitFor()
    await on.getByRole('radio', { name: decision, exact: true }).check()
  }

  it('does not record a refusal without a reason', async () => {
    await expectSound(page)
    await decide('하나', '적격')
    await decide('둘', '부적격')
    await page.getByText('부적격은 이유를 적어야').waitFor()
    expect(await record().getAttribute('aria-disabled')).to.equal('true')
    // Pressed all the same.
    await record().click({ force: true })
    await page.getByText('부적격 이유가 비어 있습니다:').waitFor()
    expect(wallet.asked).to.not.include('eth_sendTransaction')
    expect(await screened()).to.have.length(0)
  })

  it('records nothing where the wallet refuses', async () => {
    await page.getByLabel('이유 (부적격은 필수)').fill('비용의 합이 다릅니다.')
    wallet.mood = 'refuses'
    await record().click()
    await page.getByText('취소했습니다. 보낸 것은 없습니다.').waitFor()
    wallet.mood = 'approves'
    expect(await screened()).to.have.length(0)
    await page.reload()
    await page.getByRole('button', { name: '결정 2건 기록하기' }).waitFor()
  })

  it('drops the decision on a proposal that was replaced meanwhile', async () => {
    await decide('셋', '적격')
    await page.getByRole('button', { name: '결정 3건 기록하기' }).waitFor()
    await register('셋', '제안 셋 고침', 2)
    await record().click()
    await page.getByText('새 판이 있습니다. 읽으신 것은 1번째 판').waitFor()
    await untilAsync(async () => (await screened()).length === 2)
    expect((await standing('하나')).state).to.equal('accepted')
    expect((await standing('둘')).state).to.equal('refused')
    const third = await standing('셋')
    expect(third).to.deep.include({ state: 'pending', version: 2 })
    await expectSound(page)
    for (const { args } of await screened()) {
      const url = `${office.relayer.url}/documents/${toCid(args.reason)}`
      await untilAsync(async () => (await fetch(url)).ok)
    }
    await page.getByRole('button', { name: '알겠습니다' }).click()
    await page.getByRole('button', { name: /제안 셋 고침/ }).click()
    await page
      .getByRole('heading', { name: '제안 셋 고침', exact: true })
      .waitFor()
  })

  it('shows the applicant a refusal with its reason', async () => {
    const at = `/r/${round()}/apply/mine`
    const own = await office.enter(browser, '둘', at, phone)
    await own.page.getByText('이 기기에서 낸 제안이 아직 없습니다.').waitFor()
    await own.page.getByText('다른 기기에서 낸 제안 찾기').click()
    await own.page.getByRole('button', { name: /지갑으로 찾기/ }).click()
    await own.page.getByRole('button', { name: /Test Wallet/ }).click()
    await own.page.getByRole('heading', { name: '제안 둘' }).waitFor()
    const screening = own.page.getByRole('region', { name: '자격 확인과 이유' })
    await screening.getByText('부적격', { exact: true }).waitFor()
    await screening.getByText('비용의 합이 다릅니다.').waitFor()
    await own.page.getByRole('button', { name: '고쳐서 다시 내기' }).waitFor()
    await expectSound(own.page)
    await own.context.close()
  })

  it('tells a second window that it was decided before', async () => {
    const other = await office.enter(
      browser,
      'screener',
      `/r/${round()}/office/screening`,
      desktop,
    )
    await decide('넷', '부적격', other.page)
    await other.page.getByLabel('이유 (부적격은 필수)').fill('다른 까닭')
    await decide('넷', '적격')
    await record().click()
    await untilAsync(async () => (await standing('넷')).state === 'accepted')
    await record(other.page).click()
    await other.page.getByText('다른 화면에서 먼저 결정했습니다.').waitFor()
    expect(other.wallet.asked).to.not.include('eth_sendTransaction')
    expect((await standing('넷')).state).to.equal('accepted')
    await other.context.close()
  })

  it('sends one call for a batch that a reload interrupts', async () => {
    await decide('셋 고침', '적격')
    await decide('다섯', '적격')
    await page.getByRole('button', { name: '결정 2건 기록하기' }).waitFor()
    const count = (await screened()).length
    const sent = () =>
      wallet.asked.filter((one) => one === 'eth_sendTransaction').length
    const before = sent()
    // The page hears nothing of what it has sent.
    await context.route(`${stage.url}/**`, (route) =>
      /eth_getTransactionReceipt/.test(route.request().postData() ?? '')
        ? route.abort()
        : route.continue(),
    )
    await record().click()
    await untilAsync(() => Promise.resolve(sent() === before + 1))
    await page.reload()
    await context.unroute(`${stage.url}/**`)
    const again = page.getByRole('button', { name: '결정 2건 기록하기' })
    await Promise.race([
      again.click({ timeout: 5_000 }).catch(() => undefined),
      page.getByText('대기 0건').waitFor(),
    ])
    await page.getByText('대기 0건').waitFor()
    await page.getByText('기록할 결정 0건').waitFor()
    expect(await screened()).to.have.length(count + 2)
    expect(sent()).to.equal(before + 1)
  })

  it('shows names and reasons whatever letters are in them', async () => {
    await register('여섯', hostile, 1)
    await page.reload()
    const row = page.getByRole('button', { name: /뒤집힌 이름/ })
    await row.click()
    await page.getByRole('heading', { name: /^뒤집힌 이름/ }).waitFor()
    await page.getByRole('radio', { name: '부적격', exact: true }).check()
    await page.getByLabel('이유 (부적격은 필수)').fill(hostile)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectPlain(page)
    await record().click()
    await untilAsync(async () => (await standing('여섯')).state === 'refused')
    const { key } = await standing('여섯')
    const other = await visit(browser, 'about:blank', { width: 320 })
    for (const place of ['p', `p/${key}`, 'office/screening']) {
      await other.page.goto('about:blank')
      await other.page.goto(`${office.url}#/r/${round()}/${place}`)
      if (place === 'office/screening')
        await other.page.getByLabel(/확인한 것도 보기/).check()
      await expectPlain(other.page)
    }
    await other.context.close()
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('says in English what is missing, and that the wallet refused', async () => {
    await register('일곱', '제안 일곱', 1)
    const at = `/r/${round()}/office/screening`
    const english = { ...desktop, display: { language: 'en' } } as const
    const other = await office.enter(browser, 'screener', at, english)
    await other.page.getByRole('button', { name: /제안 일곱/ }).click()
    await other.page.getByRole('radio', { name: 'Refused' }).check()
    await other.page
      .getByText('A refusal can only be recorded with a reason.')
      .waitFor()
    await other.page.getByText('The reason of a refusal is empty:').waitFor()
    expect(await koreanOf(other.page)).to.deep.equal([])
    await expectSound(other.page)
    const reason = other.page.getByLabel('Reason (required for a refusal)')
    await reason.fill('The dates are missing.')
    other.wallet.mood = 'refuses'
    await other.page.getByRole('button', { name: 'Record 1 decision' }).click()
    await other.page.getByText('Cancelled. Nothing was sent.').waitFor()
    expect((await standing('일곱')).state).to.equal('pending')
    expect(await koreanOf(other.page)).to.deep.equal([])
    await expectSound(other.page)
    await other.context.close()
  })

  it('is worked by keyboard alone', async () => {
    await page.reload()
    const { keyboard } = page
    await tabTo(page, page.getByRole('button', { name: /제안 일곱/ }))
    await keyboard.press('Enter')
    const title = page.getByRole('heading', { name: '제안 일곱', exact: true })
    await title.waitFor()
    const accept = page.getByRole('radio', { name: '적격', exact: true })
    await tabTo(page, accept)
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    const refuse = page.getByRole('radio', { name: '부적격', exact: true })
    expect(await refuse.isChecked()).to.equal(true)
    await page.getByText('부적격은 이유를 적어야').waitFor()
    await tabTo(page, page.getByLabel('이유 (부적격은 필수)'))
    await keyboard.type('사업 기간이 없습니다.')
    await tabTo(page, page.getByRole('button', { name: '결정 1건 기록하기' }))
    await keyboard.press('Enter')
    await untilAsync(async () => (await standing('일곱')).state === 'refused')
    await page.getByText('대기 0건').waitFor()
  })

  it('says who may, to somebody else', async () => {
    const at = `/r/${round()}/office/screening`
    const other = await office.enter(browser, 'registrar', at, desktop)
    await other.page.getByText('이 지갑은 담당이 아니어서').waitFor()
    await other.context.close()
  })

  it('fixes the roster after the registration', async () => {
    const call = { round: round(), functionName: 'rules', args: [] } as const
    const { times } = await readRound(stage.chain.reader, call)
    const at = `/r/${round()}/office/roster`
    const admin = await office.enter(browser, 'admin', at, desktop)
    await admin.page.getByText('아직 모집 중입니다.').waitFor()
    await stage.chain.advanceTo(times.registerUntil + 1)
    await admin.page.reload()
    const fix = admin.page.getByRole('button', { name: '명단 확정하기' })
    await fix.waitFor()
    await expectSound(admin.page)
    await fix.click()
    await admin.page.getByText('제안 4개가 번호를 받았습니다.').waitFor()
    expect(await standing('하나')).to.deep.include({ number: 1 })
    expect(await standing('셋')).to.deep.include({ number: 2 })
    expect(await standing('둘')).to.deep.include({ number: 0 })
    await expectSound(admin.page)
    await page.reload()
    await page.getByText('자격 확인이 끝났습니다.').waitFor()
    await admin.context.close()
  })

  /** By its own key, over the relayer, so that its text is there. */
  async function register(
    name: string,
    title: string,
    version: number,
  ): Promise<void> {
    const account = applicant(name)
    const more = { title: { ko: title }, community: { ko: `${name} 마을` } }
    const document = documentOf(`${title}의 글`, more)
    const act = await signProposal(account, stage.open, document, { version })
    const answer = await fetch(
      `${office.relayer.url}/rounds/${round()}/proposals`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ act, document: toBase64(document) }),
      },
    )
    expect(answer.status).to.equal(202)
    await untilAsync(async () => (await standing(name)).version === version)
  }
})

/** Letter for letter, as text, and no wider than the window. */
async function expectPlain(page: Page): Promise<void> {
  await untilShown(page)
  await page.getByText(typed).first().waitFor()
  expect(await page.locator('main b').count()).to.equal(0)
  expect(await page.locator('main').innerText()).to.not.match(/[\u202A-\u202E]/)
  expect(await overflowOf(page)).to.deep.equal([])
}
