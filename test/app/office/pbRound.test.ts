// a participatory budget as a round, from its .pb file to the result
// ├── the wizard's round has the rules that follow from the file
// ├── opened and ranked at the page → each project has the points and votes of the file
// ├── confirmed at the page → selected is what the file says is selected, and nothing else
// └── the .pb and the CSV of the page → the file's outcome, ballot by ballot
//
// The election is made up. DURE_PABULIB=election.pb takes a real one instead.
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import type { Address } from 'viem'
import { getBallotCounts } from '../../../chain/getBallotCounts.ts'
import { getRules } from '../../../chain/getRules.ts'
import type { PabulibFile } from '../../../protocol/pabulib/pabulibFile.ts'
import { electionRules } from '../../../protocol/pabulib/electionRules.ts'
import {
  countBallots,
  type OfficialOutcome,
  officialOutcome,
} from '../../../protocol/pabulib/officialOutcome.ts'
import { parsePabulib } from '../../../protocol/pabulib/parsePabulib.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import { makeElection } from '../../cli/elections.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../../cli/support/commandChain.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { desktop } from '../support/browsing.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { type HeldElection, holdElection } from './holdElection.ts'
import { addressOf, savedBy } from './wizardStage.ts'

const officials = {
  admin: '관리자',
  registrar: '명부 담당',
  screener: '자격 확인 담당',
  committee: '위원회',
}
const trustees = ['trustee 1', 'trustee 2', 'trustee 3']
/** Milliseconds for the opening of a thousand ballots. */
const patience = 300_000
const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))

describe('a participatory budget as a round', function () {
  this.timeout(600_000)
  // Each step stands on the one before.
  inOrder(this)
  let file: PabulibFile
  let official: OfficialOutcome
  let text: string
  let served: CommandChain
  let office: Office
  let browser: Browser
  let round: Address
  let held: HeldElection

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    const real = process.env.DURE_PABULIB
    text = real ? await readFile(real, 'utf8') : makeElection()
    file = parsePabulib(text)
    official = officialOutcome(file)
    served = await startCommandChain([
      ...[...Object.keys(officials), 'relay', ...trustees],
      ...['relayer', 'other relayer'],
    ])
    office = await openOffice(served)
    browser = await launchChromium()
  })
  after(async () => {
    if (!isBuilt) return
    await browser.close()
    await office.close()
    await served.chain.close()
  })

  it('is made by the wizard with the rules of the file', async () => {
    const { context, page } = await office.enter(browser, 'admin', '/new')
    await page.getByLabel('.pb 파일').setInputFiles({
      ...{ name: 'election.pb', mimeType: 'text/plain' },
      buffer: Buffer.from(text),
    })
    await page.getByRole('button', { name: '이 값으로 시작하기' }).click()
    await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
    await page.getByRole('link', { name: '담당', exact: true }).click()
    await page.getByRole('heading', { name: '6/8 담당' }).waitFor()
    await nameHolders(page)
    await page.getByRole('link', { name: '확인', exact: true }).click()
    await page.getByRole('heading', { name: '8/8 확인' }).waitFor()
    await page.getByRole('button', { name: '회차 만들기' }).click()
    await page.getByText('회차 문서를 중계자에 올렸습니다.').waitFor()
    const link = page.getByRole('link', { name: '회차로 가기' })
    const [, found = ''] =
      /r\/(0x[0-9a-f]{40})/i.exec((await link.getAttribute('href')) ?? '') ?? []
    round = found as Address
    const rules = await getRules(served.chain.reader, { round })
    expect(rules).to.deep.include(electionRules(file).rules)
    await context.close()
  })

  it('is opened and ranked at the page as the file has it', async () => {
    held = await holdElection(served, round, file)
    const { context, page } = await enter('relay', 'finish')
    await page.getByRole('button', { name: '심사표 열기' }).click()
    const { reader } = served.chain
    const isOpened = async () =>
      (await getBallotCounts(reader, { round })).settled === file.ballots.length
    await untilAsync(isOpened, patience)
    await held.clock.advanceTo(held.times.openUntil + 60)
    await page.getByRole('button', { name: '순위 매기기' }).click()
    await page.getByRole('link', { name: '결과 보기' }).waitFor()
    await context.close()
    await expectOfficial('추천')
  })

  it('is confirmed at the page as the file has it', async () => {
    const { answerPeriod, objectionPeriod } = held.times
    const end = (await served.time()) + objectionPeriod + answerPeriod
    await held.clock.advanceTo(end + 60)
    const { context, page } = await enter('committee', 'office/decision')
    await page.getByLabel('위원회 기록 (필수)').fill('순위대로.')
    await page.getByRole('button', { name: '확정하기' }).click()
    await page.getByText('결과를 확정했습니다 ✓').waitFor()
    await context.close()
    await expectOfficial('선정')
  })

  it('leaves the results page as the file came in', async () => {
    const { context, page } = await enter('relay', 'results')
    const made = parsePabulib(await savedBy(page, '.pb (Pabulib)'))
    const csv = await savedBy(page, 'CSV 표')
    await context.close()

    expect(made.budget).to.equal(file.budget)
    expect(made.projects.map(({ cost }) => cost)).to.deep.equal(
      file.projects.map(({ cost }) => cost),
    )
    expect(officialOutcome(made)).to.deep.equal({
      ...official,
      sources: { votes: 'file', score: 'file', selected: 'file' },
    })
    expect(countBallots(made)).to.deep.equal(countBallots(file))
    expect(choicesOf(made)).to.deep.equal(choicesOf(file))

    const { data } = Papa.parse<Record<string, string>>(csv.trim(), {
      header: true,
    })
    const byNumber = data.sort((a, b) => Number(a.number) - Number(b.number))
    expect(byNumber.map(({ points }) => Number(points))).to.deep.equal(
      official.score,
    )
    expect(byNumber.map(({ count }) => Number(count))).to.deep.equal(
      official.votes,
    )
    expect(
      byNumber.map(({ isSelected }) => isSelected === 'true'),
    ).to.deep.equal(official.selected)
  })

  async function nameHolders(page: Page): Promise<void> {
    for (const [name, label] of Object.entries(officials))
      await page.getByLabel(label, { exact: true }).fill(addressOf(name))
    for (const [index, name] of trustees.entries())
      await page.getByLabel(`열쇠지기 ${index + 1} 주소`).fill(addressOf(name))
  }

  async function enter(name: string, where: string) {
    const at = `/r/${round}/${where}`
    const visited = await office.enter(browser, name, at, desktop)
    visited.page.setDefaultTimeout(30_000)
    return visited
  }

  /** Each project of the file, as the page of results shows it. */
  async function expectOfficial(taken: '추천' | '선정'): Promise<void> {
    const { context, page } = await enter('relay', 'results?size=50')
    const rows = page.locator('table.ranking tbody tr:not(.cut)')
    await rows.locator('.state').first().waitFor()
    // The sums are read a while after the order.
    const sums = rows.locator('[data-label="점수 합"]')
    await sums.filter({ hasText: '…' }).first().waitFor({ state: 'detached' })
    const shown = await rows.evaluateAll((all) =>
      all.map((row) => {
        const said = (place: string) =>
          row.querySelector(place)?.textContent ?? ''
        const [, number] =
          /\/p\/(\d+)/.exec(row.querySelector('a')?.href ?? '') ?? []
        return {
          number: Number(number),
          points: Number(said('[data-label="점수 합"]').replace(',', '')),
          reviews: Number(said('[data-label="심사"]').replace(',', '')),
          state: said('.state'),
        }
      }),
    )
    await context.close()
    const inFile = shown.sort((a, b) => a.number - b.number)
    expect(
      inFile.map(({ state, ...row }) => ({
        ...row,
        isTaken: state === taken,
      })),
    ).to.deep.equal(
      file.projects.map((_, place) => ({
        number: place + 1,
        points: official.score[place],
        reviews: official.votes[place],
        isTaken: official.selected?.[place],
      })),
    )
  }
})

/** What each voter gave, projects by their place: in the round that is their number. */
function choicesOf({ ballots, projects }: PabulibFile): string[] {
  const places = new Map(projects.map(({ id }, index) => [id, index]))
  return ballots
    .map(({ choices }) =>
      choices
        .filter(({ points }) => points > 0)
        .map(({ points, project }) => `${places.get(project)}: ${points}`)
        .sort()
        .join(', '),
    )
    .filter((given) => given !== '')
}
