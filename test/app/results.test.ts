/**
 * the results of a round, as anyone reads them
 * ├── once ranked → each half in the order of the chain, with its sums, and a line under the recommended
 * ├── a proposal's scores → a chart for each criterion, the same in a table, which make up its sum
 * ├── the turnout → each number with what it is a part of
 * ├── a title that was changed on its way → not shown, and said
 * ├── saved as CSV, JSON and .pb → the same proposals, sums and counted ballots
 * └── the record on paper, once confirmed
 *     └── round, ranking and decision, without buttons and menus, on pages
 */
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { createClient, http } from 'viem'
import { getRoundLogs } from '../../chain/getRoundLogs.ts'
import {
  getTallies,
  type GetTalliesReturnType,
} from '../../chain/getTallies.ts'
import { fromBitField } from '../../protocol/bitField.ts'
import { parseNumbers } from '../../protocol/packedNumbers.ts'
import { parsePabulib } from '../../protocol/pabulib/parsePabulib.ts'
import type { ProposalResult } from '../../verifier/exporting/results.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { desktop, type Device, visit } from './support/browsing.ts'
import { changeDocument } from './support/changeDocument.ts'
import { expectSound } from './support/expectSound.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'

describe('the results in the dApp', function () {
  this.timeout(180_000)
  let app: SampleApp
  let browser: Browser
  let orders: number[][]
  let recommended: Set<number>
  let tallies: GetTalliesReturnType

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so nobody reads the results !!!')
      this.skip()
    }
    app = await openSampleApp()
    await app.passTo('ranked')
    browser = await launchChromium()
    const { plan, round, url } = app.sample
    const client = createClient({ transport: http(url) })
    const wanted = { round, eventNames: ['Ranked'] as const }
    const [ranked] = await getRoundLogs(client, wanted)
    if (!ranked) throw new Error('The round is not ranked.')
    const { first, recommended: field, second } = ranked.args
    orders = [first, second].map((order) => [...parseNumbers(order)])
    recommended = new Set(fromBitField(field))
    const proposals = plan.proposals.length
    tallies = await getTallies(client, { round, proposals })
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
  })

  async function open(rest = '', device: Device = desktop) {
    const visited = await visit(browser, 'about:blank', device)
    const { page } = visited
    page.setDefaultTimeout(30_000)
    const go = () =>
      page.goto(`${app.url}#/r/${app.sample.round}/results${rest}`)
    return { ...visited, go }
  }
  const link = (page: Page, number: number) =>
    page.getByRole('link', { name: `${number}번 ${titleOf(number)}` })
  const titleOf = (number: number) =>
    app.sample.plan.proposals[number - 1]?.title.ko ?? '?'

  it('rank each half as the chain does, with a line under the recommended', async () => {
    const { context, go, outside, page } = await open()
    await go()
    const all = app.sample.plan.proposals.length
    const headline = `${all}개 중 ${recommended.size}개 추천 · 위원회 확정 전`
    await page.getByText(headline).waitFor()
    for (const [half, order] of orders.entries()) {
      const count = order.filter((one) => recommended.has(one)).length
      const heading = `${'가나'[half] ?? ''} 조: ${order.length}개 중 ${count}개 추천`
      await page.getByRole('heading', { name: heading }).waitFor()
      for (const number of order) await link(page, number).waitFor()
      const rows = await rankingRows(page)
      const last = order.findLastIndex((one) => recommended.has(one))
      expect(rows[last + 1]).to.deep.equal(['여기까지 추천'])
      rows.splice(last + 1, 1)
      expect(rows.map(([rank]) => Number(rank))).to.deep.equal(
        order.map((_, index) => index + 1),
      )
      for (const [index, number] of order.entries()) {
        const [, name, , sum, reviews, , state] = rows[index] ?? []
        const { count, points } = tallies[number - 1] ?? {}
        expect(name).to.equal(`${number}번 ${titleOf(number)}`)
        expect([sum, reviews]).to.deep.equal([`${points}`, `${count}`])
        if (recommended.has(number)) expect(state).to.match(/^추천/)
        else expect(state).to.not.match(/^추천/)
      }
      if (half === 0)
        await page.getByRole('link', { name: '나 조 순위 보기' }).click()
    }
    expect(outside).to.deep.equal([])
    await context.close()
  })

  it('show who gave which score, as charts and as tables', async () => {
    const { context, go, page } = await open()
    await go()
    const [number = 0] = orders[0] ?? []
    const name = `${number}번 제안의 점수 분포`
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { name }).waitFor()
    const part = page.locator('section', { hasText: name }).first()
    await part.getByText(titleOf(number)).waitFor()
    let points = 0
    for (const [k, weight] of app.sample.rules.weights.entries()) {
      const criterion = app.sample.plan.document.criteria[k]?.name.ko ?? '?'
      const table = part.getByRole('table', { name: criterion })
      await table.waitFor()
      const cells = await table
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((one) => one.textContent)),
        )
      const mean = cells.pop()
      const told = cells.map(([value, count]) => `${value}: ${count}`)
      const chart = part.getByRole('img', { name: `${criterion}. ` })
      expect(await chart.getAttribute('aria-label')).to.equal(
        `${criterion}. ${told.join(', ')}`,
      )
      expect(await widthsOf(chart)).to.deep.equal(
        sharesOf(cells.map(([, count]) => Number(count))),
      )
      const counts = cells.map(([, count]) => Number(count))
      const sum = counts.reduce((all, count, value) => all + count * value, 0)
      const given = counts.slice(1).reduce((all, count) => all + count, 0)
      expect(BigInt(given)).to.equal(tallies[number - 1]?.count)
      expect(mean?.[1]).to.equal(decimal(sum / given))
      points += weight * sum
    }
    expect(BigInt(points)).to.equal(tallies[number - 1]?.points)
    await context.close()
  })

  it('tell the turnout with what each number is a part of', async () => {
    const { context, go, page } = await open()
    await go()
    const table = page.getByRole('table', { name: '참여' })
    await table.waitFor()
    const rows = await table.getByRole('row').allInnerTexts()
    const numbers = rows.slice(1).map((row) => Number(row.split('\t')[1]))
    const [seats = 0, enrolled = 0, recorded = 0, ...rest] = numbers
    const { arrivals, proposals, rules } = app.sample.plan
    expect(seats).to.equal(proposals.length * rules.seatsPerCommunity)
    expect(recorded).to.equal(arrivals.length)
    expect(rest.reduce((sum, one) => sum + one, 0)).to.equal(recorded)
    const parts = rows.slice(2).map((row) => row.split('\t')[2])
    const shares = [
      ...[`명부의 ${percent(enrolled / seats)}`],
      ...[`등록의 ${percent(recorded / enrolled)}`],
      ...rest.map((one) => `기록의 ${percent(one / recorded)}`),
    ]
    expect(parts).to.deep.equal(shares)
    const chart = page.getByRole('img', { name: /^참여 막대그래프/ })
    const counted = `명부 ${seats}, 등록 ${enrolled}, 기록 ${recorded}, 집계 ${rest[0]}`
    expect(await chart.getAttribute('aria-label')).to.include(counted)
    await context.close()
  })

  it('say of a title that was changed on its way that it is another', async () => {
    const { context, go, page } = await open()
    const [number = 0] = orders[0] ?? []
    const { digest } = app.sample.plan.proposals[number - 1] ?? {}
    const title = titleOf(number)
    await changeDocument(context, digest ?? '0x', title, '바꾼 제목')
    await go()
    const row = page
      .getByRole('row')
      .filter({ hasText: `${number}번` })
      .first()
    await row.getByText('등록된 글과 달라 보여 드리지 않습니다.').waitFor()
    await page
      .getByRole('link', { name: `${number}번 제안의 점수 분포` })
      .click()
    const part = page.locator('section', { hasText: '점수 분포' }).first()
    await part.getByText('등록된 글과 달라 보여 드리지 않습니다.').waitFor()
    const content = await page.content()
    for (const words of ['바꾼 제목', title])
      expect(content).to.not.include(words)
    await expectSound(page)
    await context.close()
  })

  it('are saved as files that say the same', async () => {
    const { context, go, outside, page } = await open()
    await go()
    const sums = tallies.map(({ points }) => Number(points))
    const csv = Papa.parse<Record<string, string>>(
      await saved(page, 'CSV 표', 'csv'),
      { header: true, skipEmptyLines: true },
    )
    expect(csv.errors).to.deep.equal([])
    expect(csv.data.map(({ points }) => Number(points))).to.deep.equal(sums)
    expect(csv.data.map(({ number }) => Number(number))).to.deep.equal(
      sums.map((_, index) => index + 1),
    )
    const json = JSON.parse(await saved(page, 'JSON', 'json')) as {
      round: string
      proposals: ProposalResult[]
    }
    expect(json.round.toLowerCase()).to.equal(app.sample.round.toLowerCase())
    expect(json.proposals.map(({ points }) => points)).to.deep.equal(sums)
    const winners = json.proposals.filter((one) => one.isRecommended)
    expect(winners.map(({ number }) => number)).to.have.members([
      ...recommended,
    ])
    const pb = await saved(page, '.pb (Pabulib)', 'pb')
    expect(pb.match(/^(META|PROJECTS|VOTES)$/gm)).to.have.length(3)
    const { ballots, projects } = parsePabulib(pb)
    expect(projects).to.have.length(sums.length)
    expect(ballots).to.have.length(app.sample.plan.arrivals.length)
    expect(outside).to.deep.equal([])
    await context.close()
  })

  it('are a record on paper, once confirmed', async () => {
    await app.passTo('confirmed')
    const { context, go, page } = await open('?view=record')
    await go()
    await page.getByText(/위원회가 순위대로 확정했습니다/).waitFor()
    const buttons = page.getByRole('button', { name: '인쇄하기' })
    await buttons.waitFor()
    await page.emulateMedia({ media: 'print' })
    for (const role of ['button', 'navigation', 'banner'] as const)
      expect(await page.getByRole(role).count(), role).to.equal(0)
    const { document, proposals } = app.sample.plan
    const paper = page.getByRole('main')
    for (const words of [document.name.ko, app.sample.round])
      await paper.getByText(words).filter({ visible: true }).first().waitFor()
    await page.getByRole('img', { name: '다시 세기 화면의 주소' }).waitFor()
    for (const { title } of proposals) await page.getByText(title.ko).waitFor()
    expect((await rankingRows(page)).length).to.be.above(proposals.length)
    await page.getByRole('heading', { name: '위원회 결정' }).waitFor()
    const pdf = (await page.pdf()).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).to.be.above(1)
    await context.close()
  })
})

/** What stands in each cell of the rankings that are shown. */
async function rankingRows(page: Page): Promise<string[][]> {
  const rows = page.locator('table.ranking tbody tr')
  await rows.filter({ hasNotText: '…' }).first().waitFor()
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  )
}

/** The bars of a chart, as long as they are drawn. */
function widthsOf(chart: ReturnType<Page['getByRole']>): Promise<number[]> {
  return chart
    .locator('rect')
    .evaluateAll((bars) =>
      bars.map((bar) =>
        Math.round(parseFloat(bar.getAttribute('width') ?? '')),
      ),
    )
}

/** In percent of the highest. */
function sharesOf(counts: readonly number[]): number[] {
  const most = Math.max(...counts, 1)
  return counts.map((count) => Math.round((100 * count) / most))
}

function decimal(value: number): string {
  const style = { maximumFractionDigits: 2 }
  return new Intl.NumberFormat('ko-KR', style).format(value)
}

function percent(share: number): string {
  const style = { style: 'percent', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat('ko-KR', style).format(share)
}

async function saved(page: Page, name: string, ending: string) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  const download = await waiting
  expect(download.suggestedFilename()).to.match(
    new RegExp(`^dure-.*\\.${ending}$`),
  )
  return readFile(await download.path(), 'utf8')
}
