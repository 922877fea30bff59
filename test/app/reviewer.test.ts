/**
 * the path of a reviewer, on a phone, with the real chain and the real relayer
 * ├── scores, loads the page again, and finds the scores
 * ├── sends by a double tap: one ballot; received, then recorded; a reference
 * ├── changes it: the later version counts, in two tabs the reader chooses
 * ├── by keyboard alone: from the list to what was recorded
 * ├── two reviewers on one phone: each has own scores; one is deleted
 * ├── with a wallet: refuses, is on another chain, approves
 * ├── without a network: reads, scores, and sends once it is back
 * ├── with the relayer gone: says so, hands out the sealed file, which anyone sends
 * ├── closes while sending: nothing is lost
 * └── after the ranking: finds the ballot by its reference, the results, the recount
 */
import { expect } from 'chai'
import { readFile, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { createClient, http } from 'viem'
import { readRound } from '../../chain/readRound.ts'
import type { HeldKey } from '../../app/src/keys/heldKeys.ts'
import { runCommand } from '../cli/support/runCommand.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { desktop, type Device, phone, visit } from './support/browsing.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import { expectSound } from './support/expectSound.ts'
import { focusByTab, pressByTab } from './support/byKeyboard.ts'
import { demoKey } from './support/pages.ts'
import { addWallet } from './support/testWallet.ts'

/** Of the sample, who have not cast: see cli/sample/planSample.ts. */
const free = {
  first: 3,
  keyboard: 5,
  other: 6,
  wallet: 9,
  offline: 11,
  file: 12,
}
const slow = { timeout: 60_000 }

describe('the path of a reviewer in the dApp', function () {
  this.timeout(240_000)
  let app: SampleApp
  let browser: Browser
  let reference: string

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no reviewer goes any path !!!')
      this.skip()
    }
    app = await openSampleApp()
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
  })

  const address = (rest = '') => `${app.url}#/r/${app.sample.round}${rest}`
  const lastVersion = async (reviewer: number) => {
    const client = createClient({ transport: http(app.sample.url) })
    const { round } = app.sample
    const args = [BigInt(reviewer)] as const
    const call = { round, functionName: 'lastVersion', args } as const
    return readRound(client, call)
  }

  async function open(reviewer: number, rest: string, device: Device = phone) {
    const keys = [demoKey(app.sample, reviewer)]
    const visited = await visit(browser, address(rest), { ...device, keys })
    visited.page.setDefaultTimeout(30_000)
    return visited
  }

  it('finds scores again after the page was loaded anew', async () => {
    const { context, page } = await open(free.first, '/review/1')
    await choose(page, 0, 4)
    await choose(page, 1, 3)
    await page.reload()
    expect(await chosen(page, 0)).to.equal('4')
    expect(await chosen(page, 1)).to.equal('3')
    await context.close()
  })

  it('sends one ballot by a double tap, received and then recorded', async () => {
    const { context, outside, page } = await open(free.first, '/review/1')
    await scoreAll(page, [4, 3, 2, 5])
    await expectSound(page)
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).dblclick()
    await recorded(page)
    reference = await page.locator('.done .reference').innerText()
    await expectSound(page)
    expect(reference).to.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
    expect(await lastVersion(free.first)).to.equal(1)
    expect(outside).to.deep.equal([])
    await context.close()
  })

  it('changes it; of two tabs the reader chooses', async () => {
    const { context, page } = await open(free.first, '/review/1')
    const other = await context.newPage()
    await other.goto(address('/review/1'))
    await choose(other, 0, 1)
    await page.getByText('다른 창에서 고쳤습니다').waitFor()
    await page.getByRole('button', { name: '다른 창의 점수 쓰기' }).click()
    expect(await chosen(page, 0)).to.equal('1')
    await scoreAll(page, [1, 3, 2, 5])
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await page.getByText('2번째 심사표').first().waitFor(slow)
    await recorded(page)
    expect(await lastVersion(free.first)).to.equal(2)
    await context.close()
  })

  it('goes all the way by keyboard', async () => {
    const { context, page } = await open(free.keyboard, '/review')
    await pressByTab(page, /시작하기$/)
    for (const last of [false, true]) {
      await page.getByRole('radio').first().waitFor()
      for (const group of [0, 1]) {
        await focusByTab(page, `fieldset >> nth=${group} >> input >> nth=0`)
        await page.keyboard.press('Space')
        await page.keyboard.press('ArrowRight')
        expect(await chosen(page, group)).to.equal('2')
      }
      await pressByTab(page, last ? /보내기 전에|확인|다음/ : /다음 제안/)
    }
    await page.waitForURL(/\/send$/)
    await pressByTab(page, /열쇠로 보내기$/)
    await recorded(page)
    expect(await lastVersion(free.keyboard)).to.equal(1)
    await context.close()
  })

  it('keeps two reviewers of one phone apart, and forgets one', async () => {
    const keys = [free.other, free.first].map((one) => demoKey(app.sample, one))
    const { context, page } = await visit(browser, address('/review/1'), {
      ...{ ...phone, keys },
    })
    await choose(page, 0, 5)
    await page.goto(address('/review'))
    await page
      .getByRole('button', { name: /다른 심사자|심사자 3번/ })
      .first()
      .click()
    await page.getByText('심사자 3번').first().waitFor()
    const draft = (reviewer: number) =>
      page.evaluate(
        (part) =>
          Object.keys(localStorage).filter((name) => name.includes(part)),
        `${reviewer}`,
      )
    expect(await draft(free.other)).not.to.be.empty
    await page.getByRole('button', { name: '이 기기에서 지우기' }).click()
    await page.getByRole('button', { name: '지우기', exact: true }).click()
    await page.getByText('심사자 6번').first().waitFor()
    const kept = await page.evaluate(() => localStorage.getItem('dure.keys'))
    expect(
      (JSON.parse(kept ?? '[]') as HeldKey[]).map((one) => one.reviewer),
    ).to.deep.equal([free.other])
    await context.close()
  })

  it('sends by a wallet that first refuses and is on another chain', async () => {
    const { key, secret } = demoKey(app.sample, free.wallet) as HeldKey & {
      kind: 'demo'
    }
    const held: HeldKey = {
      ...{ kind: 'wallet', chainId: 31_337, key },
      ...{ round: app.sample.round, reviewer: free.wallet },
    }
    const { context, page } = await visit(browser, 'about:blank', {
      ...{ ...phone, keys: [held] },
    })
    const wallet = await addWallet(context, {
      ...{ node: app.sample.url, secret, chainId: 1 },
    })
    await page.goto(address('/review/1'))
    await scoreAll(page, [3, 3, 3, 3])
    const send = page.getByRole('button', { name: /지갑으로 보내기$/ })
    await send.click()
    await page.getByText('지갑의 네트워크가 다릅니다').waitFor()
    await page.getByRole('button', { name: '네트워크 바꾸기' }).click()
    await page.waitForURL(/\/sent$/).catch(() => send.click())
    await recorded(page)
    expect(wallet.asked).to.include('wallet_switchEthereumChain')
    wallet.mood = 'refuses'
    await page.goto(address('/review/1'))
    await scoreAll(page, [5, 3, 3, 3])
    await send.click()
    await page.getByText('취소했습니다. 보낸 것은 없습니다.').waitFor()
    expect(await lastVersion(free.wallet)).to.equal(1)
    wallet.mood = 'approves'
    await send.click()
    await page.getByText('2번째 심사표').first().waitFor(slow)
    await context.close()
  })

  it('reads and scores without a network, and sends when it is back', async () => {
    const { context, page } = await open(free.offline, '/review')
    await page.getByRole('link', { name: /시작하기/ }).click()
    await page.getByRole('radio').first().waitFor()
    await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
    // Under the worker, so that all of it is kept.
    await page.reload()
    await page.getByRole('radio').first().waitFor()
    await page.waitForTimeout(6_000)
    await context.setOffline(true)
    await page.reload()
    await page.getByText('연결이 끊겼습니다').waitFor()
    await choose(page, 0, 4)
    await context.setOffline(false)
    await page.reload()
    expect(await chosen(page, 0)).to.equal('4')
    await scoreAll(page, [4, 4, 4, 4])
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await recorded(page)
    await context.close()
  })

  it('loses nothing when the page is closed while it sends', async () => {
    const { context, page } = await open(free.other, '/review/1')
    await scoreAll(page, [5, 4, 3, 2])
    await page.route('**/ballots', async (route) => {
      await route.fetch()
      await page.close()
    })
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await page.waitForEvent('close')
    const again = await context.newPage()
    again.setDefaultTimeout(30_000)
    await again.goto(address('/review/sent'))
    await recorded(again)
    expect(await lastVersion(free.other)).to.equal(1)
    await context.close()
  })

  it('hands out the sealed file where the relayer is gone', async () => {
    await app.relayer.stop()
    const { context, page } = await open(free.file, '/review/1')
    await scoreAll(page, [2, 2, 2, 2])
    await page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await page
      .getByRole('heading', { name: '아직 보내지 못했습니다' })
      .waitFor(slow)
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: '봉인한 파일 저장' }).click()
    const download = await waiting
    const file = await download.path()
    const text = await readFile(file, 'utf8')
    expect(JSON.parse(text)).to.have.property('format', 'dure-sealed-ballot')
    expect(text).not.to.include('values')
    // Saved is not sent: nobody has it yet.
    await page.getByText('봉인한 파일로 내보냈습니다.').waitFor()
    await page
      .getByRole('heading', { name: '아직 보내지 못했습니다' })
      .waitFor()
    await page.getByRole('button', { name: '다시 보내기' }).waitFor()
    await expectSound(page)
    const named = `${file}.json`
    await writeFile(named, text)
    const { people, round, url } = app.sample
    const sent = await runCommand(
      [
        ...['cast', '--send', named, '--rpc', url, '--round', round],
        ...['--key', 'env:SENDER', '--yes'],
      ],
      { env: { SENDER: people.reviewers[0]?.privateKey ?? '' } },
    )
    expect(sent.error).to.equal(undefined)
    await recorded(page)
    expect(await lastVersion(free.file)).to.equal(1)
    // No relayer gave a receipt: what is saved as one finds the ballot all the same.
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '접수증 저장' }).click()
    const receipt = await (await saved).path()
    await page.goto(address('/check'))
    await page.getByText('접수증 파일이나 QR로 찾기').click()
    await page.locator('input[type="file"]').first().setInputFiles(receipt)
    const found = `심사자 ${free.file}번의 심사표`
    await page.getByRole('heading', { name: found }).waitFor()
    await expectSound(page)
    await context.close()
  })

  it('finds the ballot, the results and a sound recount after the ranking', async () => {
    await app.passTo('ranked')
    const { context, outside, page } = await visit(
      browser,
      address(`/check?ref=${reference}`),
      { ...desktop, display: { language: 'en' } },
    )
    page.setDefaultTimeout(60_000)
    await page
      .getByText(/Replaced/)
      .first()
      .waitFor()
    await page.goto(address('/results'))
    await page
      .getByText(/Recommended, not confirmed|not confirmed/i)
      .first()
      .waitFor()
    await page.goto(address('/recount'))
    await page.getByRole('button', { name: 'Recount' }).click()
    await page.getByText('Nothing differs').first().waitFor()
    expect(outside).to.deep.equal([])
    await context.close()
  })
})

/** As a finger does: on the label, since the button itself is drawn over. */
async function choose(page: Page, group: number, score: number): Promise<void> {
  const fieldset = page.locator('fieldset').nth(group)
  await fieldset
    .locator('label')
    .nth(score - 1)
    .click()
  await fieldset
    .locator(`input:checked[value="${score}"]`)
    .waitFor({ state: 'attached' })
}

async function chosen(page: Page, group: number): Promise<string> {
  const checked = page.locator('fieldset').nth(group).locator('input:checked')
  return checked.inputValue()
}

/** Two proposals of two criteria each, up to the page before sending. */
async function scoreAll(page: Page, scores: readonly number[]): Promise<void> {
  for (const place of [0, 1]) {
    await page.waitForURL(new RegExp(`/review/${place + 1}$`))
    await page.getByRole('radio').first().waitFor()
    for (const criterion of [0, 1])
      await choose(page, criterion, scores[2 * place + criterion] ?? 1)
    await page.locator('main .button--main').click()
  }
  await page.waitForURL(/\/send$/)
}

async function recorded(page: Page): Promise<void> {
  try {
    await page.getByRole('heading', { name: /기록됨/ }).waitFor(slow)
  } catch (cause) {
    const shown = await page.locator('main').innerText()
    throw new Error(`Not recorded; the page says: ${shown}`, { cause })
  }
}
