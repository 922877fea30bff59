/**
 * a relayer that promised and did not cast, seen from the dApp
 * ├── until the time of the promise → received, and by when it will be recorded
 * ├── after it → says so, offers other ways
 * ├── the receipt against the relayer → stands on the chain under its address
 * ├── once more → it stands there already
 * └── by the own wallet → the ballot is recorded all the same
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { bytesToHex } from 'viem'
import type { HeldKey } from '../../app/src/keys/heldKeys.ts'
import { getRelayerRecord } from '../../chain/getRelayerRecord.ts'
import { readRound } from '../../chain/readRound.ts'
import { accountOf, deriveSecret } from '../../cli/rehearse/accountKey.ts'
import { openReview, type ReviewStage } from '../relayer/support/openReview.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { phone } from './support/browsing.ts'
import { openOffice, type Office } from './support/openOffice.ts'
import { expectSound } from './support/expectSound.ts'

const reviewer = 2
/** Seconds. */
const promise = 60
/** It takes ballots, and would cast the next day. */
const slow = {
  DURE_PAGE_SECONDS: '80000',
  DURE_PROMISE_SECONDS: String(promise),
}

describe('a broken promise in the dApp', function () {
  this.timeout(240_000)
  let stage: ReviewStage
  let office: Office
  let browser: Browser
  let page: Page

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no promise is broken !!!')
      this.skip()
    }
    stage = await openReview({ communities: 6, seats: 2 })
    office = await openOffice(stage, slow)
    browser = await launchChromium()
    const keys = [keyOfSeat(stage)]
    const path = `/r/${stage.round}/review/send`
    const device = { ...phone, keys }
    ;({ page } = await office.enter(browser, 'relay', path, device))
    page.setDefaultTimeout(30_000)
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const title = (name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 60_000 })
  const record = () => {
    const { account } = office.relayer.services
    const asked = { receipts: stage.chain.receipts, relayer: account.address }
    return getRelayerRecord(stage.chain.reader, asked)
  }
  const lastVersion = () => {
    const args = [BigInt(reviewer)] as const
    const call = { functionName: 'lastVersion', args } as const
    return readRound(stage.chain.reader, { round: stage.round, ...call })
  }

  it('says by when a ballot will be recorded', async () => {
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await title(/접수됨/)
    await page.getByText(/늦어도 .*까지 기록됩니다/).waitFor()
    await expectSound(page)
    expect(await lastVersion()).to.equal(0)
  })

  it('says that the time is over', async () => {
    // Before its due time comes: it would cast then.
    await office.relayer.stop()
    const now = Math.floor(Date.now() / 1000)
    await stage.chain.advanceTo(now + 2 * promise)
    await title('약속한 시각이 지났습니다')
    await page.getByRole('heading', { name: '어긴 약속 알리기' }).waitFor()
    await expectSound(page)
    expect((await record()).brokenPromises).to.equal(0)
  })

  it('has the promise stand against the relayer', async () => {
    const report = page.getByRole('button', { name: /이 지갑으로 알리기/ })
    await report.click()
    await page.getByText('공개 장부에 남겼습니다').waitFor()
    expect((await record()).brokenPromises).to.equal(1)
  })

  it('says that it stands there already', async () => {
    await page.reload()
    await page.getByRole('button', { name: /이 지갑으로 알리기/ }).click()
    await page.getByText('이미 공개 장부에 있습니다').waitFor()
    expect((await record()).brokenPromises).to.equal(1)
  })

  it('is recorded by the own wallet all the same', async () => {
    await page.getByRole('button', { name: /이 지갑으로 보내기/ }).click()
    await title(/기록됨/)
    expect(await lastVersion()).to.equal(1)
  })
})

/** As the device keeps it: see app/src/keys/heldKeys.ts. */
function keyOfSeat({ round }: ReviewStage): HeldKey {
  const secret = deriveSecret('relayer', 'reviewer', reviewer)
  const key = bytesToHex(accountOf(secret))
  const seat = { chainId: 31_337, round, reviewer, key }
  return { kind: 'demo', ...seat, secret: bytesToHex(secret) }
}
