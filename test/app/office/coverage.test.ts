/**
 * the coverage of a review
 * ├── shows no ballot before the first, and the truth after some, without a reload
 * ├── names the seats to remind, and hands them out as CSV
 * ├── counts by half and by category who has cast
 * ├── counts reviews by proposal as the contract has the lists, and those with too few
 * └── is sound, and shows no score
 */
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { concat, hexToBytes } from 'viem'
import { castBallots } from '../../../chain/castBallots.ts'
import { readRound } from '../../../chain/readRound.ts'
import { placeOf, seatOf } from '../../../protocol/draw.ts'
import {
  openReview,
  type ReviewStage,
} from '../../relayer/support/openReview.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop } from '../support/browsing.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { expectSound } from '../support/expectSound.ts'

/** Reviews that a proposal needs. */
const least = 3
const casters = [1, 4, 5, 8, 9]

describe('the coverage of a review', function () {
  this.timeout(200_000)
  let stage: ReviewStage
  let office: Office
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no page is looked at !!!')
      this.skip()
    }
    const sizes = { communities: 6, seats: 2, categories: 2 }
    stage = await openReview(sizes, { minReviews: least })
    office = await openOffice(stage)
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  it('shows what is on the chain, and no score', async () => {
    const path = `/r/${stage.round}/office/coverage`
    const entered = await office.enter(browser, 'registrar', path, desktop)
    const { context, page } = entered
    await page.getByText('기록 0 / 명부 12 (0%)').waitFor()
    const ballots = await Promise.all(
      casters.map((one) => stage.makeBallot(one)),
    )
    const batch = hexToBytes(concat(ballots))
    await castBallots(stage.actors.relayer, { round: stage.round, batch })
    await page
      .getByText('기록 5 / 명부 12 (41.7%)')
      .waitFor({ timeout: 40_000 })

    const row = (community: number) =>
      page.locator(`[data-community="${community}"] td`).allTextContents()
    expect(await row(1)).to.deep.equal(['2', '1', '2'])
    expect(await row(2)).to.deep.equal(['2', '1', '1'])
    expect(await row(3)).to.deep.equal(['2', '1', '2'])
    expect(await row(4)).to.deep.equal(['2', '1', '1'])

    await page.getByLabel('남은 자리가 있는 곳만').check()
    await page.locator('[data-community="1"]').waitFor()
    expect(await page.locator('[data-community]').count()).to.equal(6)
    const groups = page.getByRole('table', { name: '조와 분야마다' })
    const rows = await groups.locator('tbody tr').allInnerTexts()
    expect(rows.map((one) => one.split('\t'))).to.deep.equal([
      lineOf('가 조', (community) => placeOf(stage.draw, community).half === 0),
      lineOf('나 조', (community) => placeOf(stage.draw, community).half === 1),
      lineOf('분야 1', (community) => community % 2 === 1),
      lineOf('분야 2', (community) => community % 2 === 0),
    ])

    const reviews = await reviewsOnChain()
    const below = reviews.filter((count) => count < least)
    expect(below.length).to.be.within(1, 5)
    const sorted = reviews.toSorted((one, other) => one - other)
    const median = (sorted[2]! + sorted[3]!) / 2
    await page
      .getByText(
        `최소 ${sorted[0]} · 중간값 ${median} · 기준 ${least} 미만 ${below.length}개`,
      )
      .waitFor()
    await page.getByText('적은 것부터 표로 보기').click()
    for (const [index, count] of reviews.entries()) {
      const cell = page.locator(`[data-proposal="${index + 1}"] td`)
      expect(await cell.innerText(), `proposal ${index + 1}`).to.equal(
        count < least ? `${count} 모자람` : String(count),
      )
    }
    // Of scores it says one thing: that there are none here.
    const said = await page.locator('main').innerText()
    expect(said.match(/점수/g)).to.have.length(1)
    await page.getByText('점수는 여기서도 보이지 않습니다.').waitFor()

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '안 보낸 자리 CSV' }).click(),
    ])
    const table = await readFile(await file.path(), 'utf8')
    const lines = table.replace('\uFEFF', '').trim().split('\n')
    expect(lines).to.deep.equal([
      'community,seat,reviewer',
      ...['1,2,2', '2,1,3', '3,2,6', '4,1,7', '5,2,10'],
      ...['6,1,11', '6,2,12'],
    ])
    await expectSound(page)
    await context.close()
  })

  /** As the contract gives the lists of who has cast on it. */
  async function reviewsOnChain(): Promise<number[]> {
    const { chain, round } = stage
    const reviews = new Array<number>(6).fill(0)
    for (const caster of casters) {
      const args = [BigInt(caster)] as const
      const call = { round, functionName: 'listOf', args } as const
      for (const proposal of await readRound(chain.reader, call))
        if (proposal > 0) reviews[proposal - 1]! += 1
    }
    return reviews
  }

  /** Name, seats, ballots and their part, of some communities. */
  function lineOf(name: string, isOne: (community: number) => boolean) {
    const own = Array.from({ length: 12 }, (_, index) => index + 1).filter(
      (reviewer) => isOne(seatOf(stage.draw, reviewer).community),
    )
    const cast = own.filter((reviewer) => casters.includes(reviewer)).length
    const part = Math.round((cast / own.length) * 1_000) / 10
    return [name, String(own.length), String(cast), `${part}%`]
  }
})
