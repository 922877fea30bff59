/**
 * a ballot by every kind of rules, from the page to the chain
 * ├── points to distribute: what is left is shown, more is not taken
 * ├── likes: chosen or not, no more than the rules allow
 * ├── scores up to 100: a number field, whose wrong numbers are not taken
 * └── every proposal to be scored, in a list of 40
 *     └── all of them are sound: axe, sizes, targets, focus
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { bytesToHex } from 'viem'
import type { HeldKey } from '../../app/src/keys/heldKeys.ts'
import { readRound } from '../../chain/readRound.ts'
import { accountOf, deriveSecret } from '../../cli/rehearse/accountKey.ts'
import type { Rules } from '../../protocol/rules.ts'
import { openReview, type ReviewStage } from '../relayer/support/openReview.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { phone, untilShown, visit } from './support/browsing.ts'
import { expectSound } from './support/expectSound.ts'
import { openOffice, type Office } from './support/openOffice.ts'

const reviewer = 2
const slow = { timeout: 60_000 }
/** Three of them are drawn unless told. */
const sum = { points: 'Score', order: 'Sum', weights: [1] } as const

describe('a ballot in the dApp', function () {
  this.timeout(240_000)
  let browser: Browser
  let stage: ReviewStage
  let office: Office
  let page: Page

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no kind of rules is tried !!!')
      this.skip()
    }
    browser = await launchChromium()
  })
  after(async () => {
    if (hasChromium) await browser.close()
  })

  function withRules(
    name: string,
    rules: Partial<Rules>,
    communities: number,
    tests: () => void,
  ) {
    describe(name, () => {
      before(async () => {
        stage = await openReview({ communities, seats: 2 }, rules)
        office = await openOffice(stage)
        const at = `${office.url}#/r/${stage.round}/review/1`
        const keys = [keyOfSeat(stage)]
        ;({ page } = await visit(browser, at, { ...phone, keys }))
        page.setDefaultTimeout(30_000)
      })
      after(async () => {
        await page.context().close()
        await office.close()
        await stage.close()
      })
      tests()
    })
  }

  const next = () => page.locator('main .button--main').click()
  const arrive = (place: number) =>
    page.waitForURL(new RegExp(`/review/${place}$`))
  const choose = (score: number) =>
    page.locator(`label:has(input[value="${score}"])`).click()

  withRules(
    'of points to distribute',
    { ...sum, maxScore: 5, pointsPerBallot: 7 },
    6,
    () => {
      it('shows what is left, and takes no more', async () => {
        await choose(5)
        await page.getByText('남은 점수 2점').waitFor()
        await next()
        await arrive(2)
        await page.getByText('남은 점수 2점').waitFor()
        await choose(4)
        await page
          .getByRole('alert')
          .getByText('남은 점수보다 많습니다')
          .waitFor()
        expect(await page.locator('input:checked').count()).to.equal(0)
        await choose(2)
        await page.getByText('남은 점수 0점').waitFor()
        await expectSound(page)
      })
      it('is recorded as it was given', async () => {
        await sendFrom(2, 3)
        expect(await kept()).to.deep.equal([5, 2, 0])
      })
    },
  )

  withRules('of likes', { ...sum, maxScore: 1, pointsPerBallot: 2 }, 6, () => {
    it('takes as many as the rules allow', async () => {
      for (const place of [1, 2]) {
        await arrive(place)
        await page.getByRole('checkbox').check()
        await page.getByText(`2개 중 ${place}개를 골랐습니다`).waitFor()
        await expectSound(page)
        await next()
      }
      await arrive(3)
      await page.getByText('이 제안을 고릅니다').click()
      await page.getByRole('alert').getByText('더 고를 수 없습니다').waitFor()
      expect(await page.getByRole('checkbox').isChecked()).to.be.false
    })
    it('is recorded as it was given', async () => {
      await sendFrom(3, 3)
      expect(await kept()).to.deep.equal([1, 1, 0])
    })
  })

  withRules(
    'of scores up to 100',
    { points: 'Score', weights: [1], maxScore: 100, pointsPerBallot: 0 },
    6,
    () => {
      it('takes whole numbers in their range', async () => {
        const field = page.getByRole('textbox')
        for (const wrong of ['0', '101', '7.5', 'x']) {
          await field.fill(wrong)
          await page.getByText('1부터 100까지의 정수를 적어 주세요').waitFor()
        }
        await field.fill('87')
        await page
          .getByText('정수를 적어 주세요')
          .waitFor({ state: 'detached' })
        await expectSound(page)
        await page.reload()
        await untilShown(page)
        expect(await page.getByRole('textbox').inputValue()).to.equal('87')
      })
      it('is recorded as it was given', async () => {
        await sendFrom(1, 3)
        expect(await kept()).to.deep.equal([87, 0, 0])
      })
    },
  )

  withRules(
    'of every proposal',
    { points: 'Score', weights: [1], maxScore: 3, listLength: 0 },
    40,
    () => {
      it('goes through a long list, and back to where it was', async () => {
        await choose(3)
        await next()
        await arrive(2)
        await choose(2)
        await expectSound(page)
        await page.goto(`${office.url}#/r/${stage.round}/review`)
        await untilShown(page)
        expect(await page.locator('main li').count()).to.equal(30)
        await page.getByRole('button', { name: '더 보기' }).click()
        expect(await page.locator('main li').count()).to.equal(39)
        await expectSound(page)
        await page.getByRole('link', { name: /이어서/ }).click()
        await arrive(3)
      })
      it('is recorded with no opinion of the others', async () => {
        await page.goto(`${office.url}#/r/${stage.round}/review/send`)
        await untilShown(page)
        await expectSound(page)
        await send()
        const [first, second, ...others] = await kept()
        expect([first, second]).to.deep.equal([3, 2])
        expect(others.length).to.be.at.least(37)
        expect(others.every((value) => value === 0)).to.be.true
      })
    },
  )

  /** The other places stay without an opinion. */
  async function sendFrom(place: number, last: number): Promise<void> {
    for (let at = place; at <= last; at += 1) {
      await arrive(at)
      await next()
    }
    await page.waitForURL(/\/send$/)
    await send()
  }

  async function send(): Promise<void> {
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await page.getByRole('heading', { name: /기록됨/ }).waitFor(slow)
    const args = [BigInt(reviewer)] as const
    const call = { functionName: 'lastVersion', args } as const
    const { round } = stage
    expect(await readRound(stage.chain.reader, { round, ...call })).to.equal(1)
  }

  /** What the device kept of the ballot that the chain has sealed. */
  async function kept(): Promise<number[]> {
    const text = await page.evaluate(() => localStorage.getItem('dure.ballots'))
    const ballots = JSON.parse(text ?? '[]') as { values: number[] }[]
    expect(ballots.length).to.equal(1)
    return ballots[0]?.values ?? []
  }
})

/** As the device keeps it: see app/src/keys/heldKeys.ts. */
function keyOfSeat({ round }: ReviewStage): HeldKey {
  const secret = deriveSecret('relayer', 'reviewer', reviewer)
  const key = bytesToHex(accountOf(secret))
  const seat = { chainId: 31_337, round, reviewer, key }
  return { kind: 'demo', ...seat, secret: bytesToHex(secret) }
}
