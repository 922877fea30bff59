/**
 * the coverage of a review
 * ├── shows no ballot before the first, and the truth after some, without a reload
 * ├── names the seats to remind, and hands them out as CSV
 * ├── counts reviews by proposal as the draw has them
 * └── is sound, and shows no score
 */
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { concat, hexToBytes } from 'viem'
import { castBallots } from '../../../chain/castBallots.ts'
import {
  openReview,
  type ReviewStage,
} from '../../relayer/support/openReview.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop } from '../support/browsing.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { expectSound } from '../support/expectSound.ts'

const casters = [1, 4, 5, 9]

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
    stage = await openReview({ communities: 6, seats: 2 })
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
      .getByText('기록 4 / 명부 12 (33.3%)')
      .waitFor({ timeout: 40_000 })

    const row = (community: number) =>
      page.locator(`[data-community="${community}"] td`).allTextContents()
    expect(await row(1)).to.deep.equal(['2', '1', '2'])
    expect(await row(2)).to.deep.equal(['2', '1', '1'])
    expect(await row(3)).to.deep.equal(['2', '1', '2'])
    expect(await row(4)).to.deep.equal(['2', '0', '1, 2'])

    await page.getByText('적은 것부터 표로 보기').click()
    for (let proposal = 1; proposal <= 6; proposal++) {
      const reviews = casters.filter((one) =>
        stage.lists(one).includes(proposal),
      )
      const cell = page.locator(`[data-proposal="${proposal}"] td`)
      const text = (await cell.textContent()) ?? ''
      expect(parseInt(text, 10), `proposal ${proposal}`).to.equal(
        reviews.length,
      )
    }

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '안 보낸 자리 CSV' }).click(),
    ])
    const table = await readFile(await file.path(), 'utf8')
    const lines = table.replace('\uFEFF', '').trim().split('\n')
    expect(lines).to.deep.equal([
      'community,seat,reviewer',
      ...['1,2,2', '2,1,3', '3,2,6', '4,1,7', '4,2,8', '5,2,10'],
      ...['6,1,11', '6,2,12'],
    ])
    await expectSound(page)
    await context.close()
  })
})
