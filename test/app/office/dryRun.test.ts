// the dry run of the wizard
// ├── at several turnouts → accuracy above that of chance, ties, reviews per proposal as the draw has them
// ├── the cost rises with the price of gas, the price of ether, the reviewers and the proposals
// ├── what cannot run says why, and runs nothing
// └── in English the same, with nothing left untranslated
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { builtApp } from '../../../scripts/serveApp.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { desktop, type Device } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { koreanOf } from '../support/koreanOf.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { openWizardStage, type WizardStage } from './wizardStage.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const english: Device = { ...desktop, display: { language: 'en' } }

type Cost = { gas: number; ether: number; won: number }

describe('the dry run of the wizard', function () {
  this.timeout(180_000)
  inOrder(this)
  let stage: WizardStage
  let office: Office
  let browser: Browser
  let page: Page

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openWizardStage()
    office = await openOffice(stage)
    browser = await launchChromium()
    ;({ page } = await office.enter(browser, 'admin', '/new', desktop))
    await page.getByRole('button', { name: '새 초안 시작하기' }).click()
    await go('선정')
    await fill('추천할 제안 수', 10)
    await setSize(10, 40)
  })
  after(async () => {
    if (!isBuilt) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const go = (step: string) =>
    page.getByRole('navigation').getByRole('link', { name: step }).click()
  const fill = (label: string, value: number | string) =>
    page.getByLabel(label).fill(String(value))
  async function setSize(reviewers: number, proposals: number): Promise<void> {
    await go('기본')
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await fill('공동체마다 심사자 몇 명', reviewers)
    await fill('예상하는 제안 수', proposals)
    await go('모의 실행')
    await page.getByRole('heading', { name: '7/8 모의 실행' }).waitFor()
  }
  async function readCost(): Promise<Record<string, Cost>> {
    const rows = page.getByRole('region', { name: '비용' }).locator('tbody tr')
    const lines = await rows.allInnerTexts()
    return Object.fromEntries(
      lines.map((line) => {
        const [what = '', ...cells] = line.split('\t')
        const [gas = NaN, ether = NaN, won = NaN] = cells.map(toNumber)
        return [what, { gas, ether, won }] as const
      }),
    )
  }

  it('tells what each turnout finds, which is more than chance does', async () => {
    await fill('몇 번 되풀이해', 5)
    await page.getByRole('button', { name: '모의 실행 하기' }).click()
    const found = page.getByRole('region', { name: '모의 실행 결과' })
    await found.waitFor()
    const lines = await found.locator('tbody tr').allInnerTexts()
    const rows = lines.map((line) => line.split('\t'))
    expect(rows.map(([turnout]) => turnout)).to.deep.equal([
      ...['30%', '50%', '70%', '100%'],
    ])
    // 40 communities of 10, on lists of 10 in the other half.
    expect(rows.map(([, ballots]) => toNumber(ballots))).to.deep.equal([
      ...[120, 200, 280, 400],
    ])
    const accuracies = rows.map(([, , accuracy]) => toNumber(accuracy) / 100)
    for (const accuracy of accuracies) expect(accuracy).to.be.within(0.01, 1)
    const told = await page.getByText(/아무렇게나 뽑으면/).innerText()
    const byChance = toNumber(/([\d.]+)%/.exec(told)?.[1]) / 100
    expect(byChance).to.be.within(0.01, 0.9)
    for (const accuracy of accuracies)
      expect(accuracy).to.be.greaterThan(byChance)
    for (const [, , , ties] of rows) expect(toNumber(ties)).to.be.within(0, 40)
    const reviews = rows.map(([, , , , text = '']) =>
      text.split(' · ').map(toNumber),
    )
    for (const [least = NaN, median = NaN, most = NaN] of reviews) {
      expect(least).to.be.at.most(median)
      expect(median).to.be.at.most(most)
    }
    // Everybody: each proposal as often as the other.
    expect(reviews[3]).to.deep.equal([100, 100, 100])
    expect(reviews[0]![1]).to.be.within(20, 40)
    const meter = found.getByRole('meter').last()
    expectNear(Number(await meter.getAttribute('value')), accuracies[3]!, 0.005)
    await expectSound(page)
  })

  it('costs what gas and ether cost', async () => {
    await fill('가스 값', '1')
    await fill('1 ETH의 값', '5000000')
    const before = await readCost()
    expect(Object.keys(before)).to.have.length(6)
    for (const { ether, gas, won } of Object.values(before)) {
      expect(gas).to.be.greaterThan(0)
      expectNear(ether, gas * 1e-9, 0.00001)
      expectNear(won, ether * 5_000_000, 30)
    }
    await fill('가스 값', '20')
    const dear = await readCost()
    await fill('1 ETH의 값', '10000000')
    const dearer = await readCost()
    for (const [what, { ether, gas, won }] of Object.entries(before)) {
      expect(dear[what]!.gas).to.equal(gas)
      expectNear(dear[what]!.ether, 20 * ether, 0.0002)
      expectNear(dear[what]!.won, 20 * won, 1_000)
      expect(dearer[what]!.ether).to.equal(dear[what]!.ether)
      expectNear(dearer[what]!.won, 2 * dear[what]!.won, 2)
    }
  })

  it('costs more gas with more reviewers and proposals', async () => {
    const before = await readCost()
    await setSize(20, 40)
    const reviewers = await readCost()
    for (const what of ['심사표 기록', '개표', '명부 공개'])
      expect(reviewers[what]!.gas, what).to.equal(2 * before[what]!.gas)
    expect(reviewers['제안 접수']).to.deep.equal(before['제안 접수'])
    await setSize(20, 80)
    const proposals = await readCost()
    for (const what of ['심사표 기록', '제안 접수', '개표', '명부 공개'])
      expect(proposals[what]!.gas, what).to.equal(2 * reviewers[what]!.gas)
    const all = '중계자가 준비할 것'
    expect(proposals[all]!.gas).to.be.greaterThan(reviewers[all]!.gas)
    expect(reviewers[all]!.gas).to.be.greaterThan(before[all]!.gas)
  })

  it('says why it cannot run', async () => {
    await setSize(20, 1)
    await page.getByText(/예상하는 제안 수가 \d+개에서/).waitFor()
    const press = page.getByRole('button', { name: '모의 실행 하기' })
    await press.click({ force: true })
    expect(await page.getByText('모의 실행 중…').count()).to.equal(0)
    const found = page.getByRole('region', { name: '모의 실행 결과' })
    expect(await found.count()).to.equal(0)
  })

  it('tells it all in English', async () => {
    const other = await office.enter(browser, 'admin', '/new', english)
    await other.page.getByRole('button', { name: 'Begin a new draft' }).click()
    const steps = other.page.getByRole('navigation')
    await steps.getByRole('link', { name: 'Dry run' }).click()
    await other.page.getByRole('button', { name: 'Start the dry run' }).click()
    const found = other.page.getByRole('region', {
      name: 'Results of the dry run',
    })
    await found.waitFor()
    expect(await koreanOf(other.page)).to.deep.equal([])
    await expectSound(other.page)
    await steps.getByRole('link', { name: 'Check' }).click()
    await other.page.getByRole('heading', { name: /^8\/8/ }).waitFor()
    expect(await koreanOf(other.page)).to.deep.equal([])
    await expectSound(other.page)
    await other.context.close()
  })
})

function toNumber(text = ''): number {
  return Number(text.replaceAll(/[^\d.]/g, ''))
}

function expectNear(actual: number, expected: number, by: number): void {
  expect(actual).to.be.within(expected - by, expected + by)
}
