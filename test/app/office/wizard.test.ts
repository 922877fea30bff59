/**
 * the round wizard
 * ├── given all steps filled in → the round has the rules of the draft, and its document is at the relayer
 * │   ├── a number that is named for a law that fails makes it hold
 * │   ├── each step survives a reload, breaks no rule of axe and fits 320 pixels
 * │   └── a reload right after sending finds the round, and makes no second one
 * ├── given the saved file → another device has the same draft, and `dure round create` takes it
 * ├── given an earlier round → its rules and words, with later times
 * ├── given a Safe → its file, executed, makes the round
 * ├── given a .pb file → budget, proposals, voters; what is not taken is told
 * ├── a dry run can be stopped, a draft deleted
 * ├── by keyboard alone, its first steps are filled in
 * └── given one press → a practice round that the contract takes
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { type Address, type Hex, sha256 } from 'viem'
import { getRound } from '../../../chain/getRound.ts'
import { readRound } from '../../../chain/readRound.ts'
import { assignActors } from '../../../cli/rehearse/stage.ts'
import { toCid } from '../../../protocol/cid.ts'
import { parseRules } from '../../../protocol/rulesFile/parseRules.ts'
import { rulesDigest } from '../../../protocol/rules.ts'
import { sample } from '../../protocol/pabulib/sample.ts'
import { deploySafe, executeBySafe } from '../../relayer/support/safe.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop, phone } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { tabTo } from '../support/tabTo.ts'
import {
  addressOf,
  openWizardStage,
  savedBy,
  type WizardStage,
} from './wizardStage.ts'

const steps = ['일정', '점수', '선정', '추첨', '담당', '모의 실행', '확인']

describe('the round wizard', function () {
  this.timeout(240_000)
  let stage: WizardStage
  let office: Office
  let browser: Browser
  let saved = ''

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no round is made !!!')
      this.skip()
    }
    stage = await openWizardStage()
    office = await openOffice(stage)
    await putDocument(stage.earlier, stage.document)
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  it('makes the round that the draft describes', async () => {
    const narrow = { ...phone, width: 320 }
    const entered = await office.enter(browser, 'admin', '/new', narrow)
    const { context, page, troubles, wallet } = entered
    await expectSound(page)
    await page.getByRole('button', { name: '새 초안 시작하기' }).click()
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await page.getByLabel('한국어').first().fill('봄 심사')
    await page.getByLabel('공동체마다 심사자 몇 명').fill('2')
    await page.getByLabel('예상하는 제안 수').fill('12')
    await page.reload()
    expect(await page.getByLabel('한국어').first().inputValue()).to.equal(
      '봄 심사',
    )
    await expectSound(page)
    await next(page, 2)

    // The end of the opening before the key shares: the earliest is named.
    const end = page.getByLabel('개표 마감')
    await end.fill('2020-01-01T00:00')
    const tooEarly = page.getByText('너무 이릅니다')
    await tooEarly.waitFor()
    await page.getByRole('button', { name: '이 값으로 고치기' }).click()
    await tooEarly.waitFor({ state: 'detached' })
    await expectSound(page)
    await next(page, 3)
    await page.getByLabel('가장 높은 점수').fill('0')
    await page.getByText('1에서 255까지').waitFor()
    await page.getByLabel('가장 높은 점수').fill('7')
    await expectSound(page)
    await next(page, 4)
    await page.getByLabel('추천할 제안 수').fill('4')
    await page.getByLabel('추천받으려면 심사표가 최소 몇 장').fill('2')
    await expectSound(page)
    await next(page, 5)

    // 10 > 6 in a half; with 3 no community meets a proposal twice.
    await page.getByText('길지 않음 (10 > 6)').waitFor()
    await page.getByRole('button', { name: '목록을 3개로' }).click()
    await page.getByText('두 번 만나지 않음 (6 ≤ 6)').waitFor()
    await page.reload()
    await page.getByText('두 번 만나지 않음 (6 ≤ 6)').waitFor()
    await expectSound(page)
    await next(page, 6)
    await page.getByRole('button', { name: '빈 칸을 내 지갑으로' }).click()
    for (const trustee of [1, 2, 3])
      await page
        .getByLabel(`열쇠지기 ${trustee} 주소`)
        .fill(addressOf(`trustee ${trustee}`))
    await expectSound(page)
    await next(page, 7)
    await page.getByRole('button', { name: '모의 실행 하기' }).click()
    const found = page.getByRole('region', { name: '모의 실행 결과' })
    // Everybody: 12 communities of 2, on 2 · 3 lists each.
    await found.getByText('6 · 6 · 6').waitFor()
    await expectSound(page)
    await next(page, 8)
    await expectSound(page)

    saved = await savedBy(page, '초안을 파일로 저장')
    const before = await stage.rounds()
    await page.getByRole('button', { name: '회차 만들기' }).click()
    await page.getByText('회차 문서를 중계자에 올렸습니다.').waitFor()
    await expectSound(page)
    const after = await stage.rounds()
    expect(after.length).to.equal(before.length + 1)
    const round = after.at(-1)!
    const plan = planOf(saved)
    const { rules } = await getRound(stage.chain.reader, { round })
    expect(rulesDigest(rules)).to.equal(rulesDigest(plan.rules))
    expect(rules.listLength).to.equal(3)
    expect(rules.maxScore).to.equal(7)
    expect(await holderOf(round, 0)).to.equal(addressOf('admin'))
    const text = await readDocumentAtRelayer(rules.document)
    expect(JSON.parse(text)).to.deep.include({ name: { ko: '봄 심사' } })

    await page.reload()
    await page.getByRole('heading', { name: '회차를 만들었습니다' }).waitFor()
    const press = page.getByRole('button', { name: '회차 만들기' })
    expect(await press.count()).to.equal(0)
    const sends = wallet.asked.filter((method) => method.startsWith('eth_send'))
    expect(sends).to.have.length(1)
    expect(troubles.filter(isOurs)).to.deep.equal([])
    await context.close()
  })

  it('finds the round after a reload right behind the press', async () => {
    const entered = await office.enter(browser, 'admin', '/new', desktop)
    const { context, page, wallet } = entered
    await page.getByRole('button', { name: '연습 회차 채우기' }).click()
    await page.getByRole('heading', { name: '8/8 확인' }).waitFor()
    const before = await stage.rounds()
    await page.getByRole('button', { name: '회차 만들기' }).click()
    await untilAsked(wallet.asked, 'eth_sendTransaction')
    await page.reload()
    await page.getByRole('heading', { name: '회차를 만들었습니다' }).waitFor()
    expect(await stage.rounds()).to.have.length(before.length + 1)
    await context.close()
  })

  it('does nothing where the wallet refuses, and goes on', async () => {
    const entered = await office.enter(browser, 'admin', '/new', desktop)
    const { context, page, wallet } = entered
    await page.getByRole('button', { name: '연습 회차 채우기' }).click()
    const before = await stage.rounds()
    wallet.mood = 'refuses'
    const press = page.getByRole('button', { name: '회차 만들기' })
    await press.click()
    await page.getByRole('alert').first().waitFor()
    expect(await stage.rounds()).to.have.length(before.length)
    wallet.mood = 'approves'
    await press.click()
    await page.getByText('회차 문서를 중계자에 올렸습니다.').waitFor()
    const rounds = await stage.rounds()
    expect(rounds).to.have.length(before.length + 1)
    const { rules } = await getRound(stage.chain.reader, {
      round: rounds.at(-1)!,
    })
    expect(rules.trustees).to.deep.equal([addressOf('admin')])
    const text = await readDocumentAtRelayer(rules.document)
    expect(text).to.include('[연습]')
    await context.close()
  })

  it('has the same draft on another device by its file', async () => {
    const { context, page } = await office.enter(browser, 'registrar', '/new')
    await page.getByLabel('초안 파일').setInputFiles({
      ...{ name: 'draft.json', mimeType: 'application/json' },
      buffer: Buffer.from(saved),
    })
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await page.getByRole('link', { name: '확인' }).click()
    await page.getByRole('heading', { name: '8/8 확인' }).waitFor()
    expect(await savedBy(page, '초안을 파일로 저장')).to.equal(saved)
    await context.close()
  })

  it('copies an earlier round with later times', async () => {
    const { context, page } = await office.enter(browser, 'admin', '/new')
    await page.getByLabel('회차', { exact: true }).selectOption(stage.earlier)
    await page.getByRole('button', { name: '복사해서 시작하기' }).click()
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    const name = await page.getByLabel('한국어').first().inputValue()
    expect(name).to.include('두레면')
    await page.getByRole('link', { name: '확인' }).click()
    await page.getByRole('heading', { name: '8/8 확인' }).waitFor()
    const { holders, rules } = planOf(await savedBy(page, '초안을 파일로 저장'))
    const { document, times, trustees } = rules
    const { times: before, ...earlier } = stage.rules
    expect(rules).to.deep.equal({ ...earlier, document, times, trustees })
    expect(trustees.map(lower)).to.deep.equal(earlier.trustees.map(lower))
    expect(document).not.to.equal(stage.rules.document)
    expect(times.registerUntil).to.be.greaterThan(stage.chain.now())
    expect(times.close - times.reviewFrom).to.equal(
      before.close - before.reviewFrom,
    )
    expect(holders.admin).to.equal(await holderOf(stage.earlier, 0))
    await context.close()
  })

  it('hands a Safe the call that makes the round', async () => {
    const { admin } = assignActors(stage.chain, 1)
    const safe = await deploySafe(admin, 'owner')
    const { context, page } = await office.enter(browser, 'admin', '/new')
    await page.getByRole('button', { name: '연습 회차 채우기' }).click()
    await page.getByLabel('Safe로 제안').check()
    await page.getByLabel('Safe의 주소').fill(safe.address)
    const file = JSON.parse(await savedBy(page, 'Safe 파일 받기')) as {
      transactions: { to: Address; data: Hex }[]
    }
    const before = await stage.rounds()
    expect(file.transactions).to.have.length(1)
    for (const { data, to } of file.transactions)
      await executeBySafe(admin, safe, { to, data })
    await page.getByRole('heading', { name: '회차를 만들었습니다' }).waitFor()
    await page.getByText('회차 문서를 중계자에 올렸습니다.').waitFor()
    const after = await stage.rounds()
    expect(after).to.have.length(before.length + 1)
    const link = page.getByRole('link', { name: '회차로 가기' })
    expect(await link.getAttribute('href')).to.include(after.at(-1))
    await context.close()
  })

  it('takes a participatory budget, and tells what it does not take', async () => {
    const { context, page } = await office.enter(browser, 'admin', '/new')
    await page.getByLabel('.pb 파일').setInputFiles({
      ...{ name: 'budget.pb', mimeType: 'text/plain' },
      buffer: Buffer.from(sample),
    })
    await page.getByText('예산 1,000').waitFor()
    await page.getByText('표: 새 회차의 심사자가 새로 심사합니다.').waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: '이 값으로 시작하기' }).click()
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await page.getByRole('link', { name: '확인' }).click()
    const text = await savedBy(page, '초안을 파일로 저장')
    const content = JSON.parse(text) as Record<string, unknown>
    expect(content).to.deep.include({
      ...{ budget: '1000', reviewers: 3, listLength: 'all', maxScore: 3 },
      ...{ pointsPerBallot: 4, order: 'Sum', ties: 'Number' },
    })
    expect(content['//wizard']).to.deep.include({
      name: { ko: 'A budget for tests', en: 'A budget for tests' },
      proposals: '3',
    })
    await context.close()
  })

  it('stops a dry run, and deletes a draft', async () => {
    const { context, page } = await office.enter(browser, 'admin', '/new')
    await page.getByRole('button', { name: '새 초안 시작하기' }).click()
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await page.getByRole('link', { name: '모의 실행' }).click()
    await page.getByRole('button', { name: '모의 실행 하기' }).click()
    const progress = page.getByText('모의 실행 중…')
    await progress.waitFor()
    await page.getByRole('button', { name: '멈춤' }).click()
    await progress.waitFor({ state: 'detached' })
    const results = page.getByRole('region', { name: '모의 실행 결과' })
    expect(await results.count()).to.equal(0)
    await page.getByRole('link', { name: '초안 목록' }).click()
    const draft = page.getByRole('link', { name: '이름 없는 초안' })
    await draft.waitFor()
    await page.getByRole('button', { name: '지우기' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '지우기' })
      .click()
    await draft.waitFor({ state: 'detached' })
    const kept = await page.evaluate(() =>
      Object.keys(localStorage).filter((one) => one.includes('roundDraft')),
    )
    expect(kept).to.deep.equal([])
    await context.close()
  })

  it('is filled in by keyboard alone', async () => {
    const { context, page } = await office.enter(browser, 'admin', '/new')
    const { keyboard } = page
    const write = async (label: string, text: string) => {
      await tabTo(page, page.getByLabel(label).first())
      await keyboard.press('Control+A')
      await keyboard.type(text)
    }
    const follow = async (name: string, heading: string) => {
      await tabTo(page, page.getByRole('link', { name }))
      await keyboard.press('Enter')
      await page.getByRole('heading', { name: heading }).waitFor()
    }
    await tabTo(page, page.getByRole('button', { name: '새 초안 시작하기' }))
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await write('한국어', '자판 심사')
    await write('공동체마다 심사자 몇 명', '2')
    await follow('다음: 일정', '2/8 일정')
    await follow('다음: 점수', '3/8 점수')
    await write('가장 높은 점수', '0')
    await page.getByText('1에서 255까지').waitFor()
    await write('가장 높은 점수', '7')
    await page.getByText('1에서 255까지').waitFor({ state: 'detached' })
    await follow('다음: 선정', '4/8 선정')
    await follow('기본', '1/8 기본')
    const name = page.getByLabel('한국어').first()
    expect(await name.inputValue()).to.equal('자판 심사')
    const seats = page.getByLabel('공동체마다 심사자 몇 명')
    expect(await seats.inputValue()).to.equal('2')
    await context.close()
  })

  it('refuses a file that is none of these', async () => {
    const { context, page } = await office.enter(browser, 'admin', '/new')
    const buffer = Buffer.from('{"hello": 1}')
    const mimeType = 'application/json'
    await page
      .getByLabel('초안 파일')
      .setInputFiles({ name: 'x.json', mimeType, buffer })
    await page.getByText('규칙 파일이 아닙니다').waitFor()
    await page
      .getByLabel('.pb 파일')
      .setInputFiles({ name: 'x.pb', mimeType: 'text/plain', buffer })
    await page.getByText('이 파일은 회차로 옮길 수 없습니다.').waitFor()
    await context.close()
  })

  async function putDocument(
    round: Address,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const cid = toCid(sha256(bytes))
    const url = `${office.relayer.url}/documents/${cid}?round=${round}`
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(url, { method: 'PUT', headers, body: bytes })
    expect(answer.status).to.equal(200)
  }

  async function readDocumentAtRelayer(digest: Hex): Promise<string> {
    const url = `${office.relayer.url}/documents/${toCid(digest)}`
    const answer = await fetch(url)
    expect(answer.status).to.equal(200)
    return answer.text()
  }

  function holderOf(round: Address, role: number): Promise<Address> {
    const { reader } = stage.chain
    return readRound(reader, { round, functionName: 'holder', args: [role] })
  }
})

async function next(page: Page, place: number): Promise<void> {
  const name = steps[place - 2] ?? ''
  await page.getByRole('link', { name: `다음: ${name}` }).click()
  await page.getByRole('heading', { name: `${place}/8 ${name}` }).waitFor()
}

/** As `dure round create` reads it. */
function planOf(text: string) {
  const problems: never[] = []
  const value = { path: '', value: JSON.parse(text) as unknown, problems }
  const plan = parseRules(value, { now: 0, documentDigest: undefined })
  expect(problems).to.deep.equal([])
  return plan
}

async function untilAsked(
  asked: readonly string[],
  method: string,
): Promise<void> {
  while (!asked.includes(method))
    await new Promise((resolve) => setTimeout(resolve, 20))
}

function lower(text: string): string {
  return text.toLowerCase()
}

function isOurs(trouble: string): boolean {
  return !trouble.startsWith('Failed to load resource')
}
