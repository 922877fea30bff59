/**
 * a reviewer's scores and receipt, beside the usual path
 * ├── without a key → the list of any reviewer by its number; of no such one: said
 * ├── #/demo → marked as worth nothing; leads to the list of the reviewer who was chosen
 * ├── compares → the own scores as a table, closed by Escape, and the focus is where it was
 * ├── half of a proposal's scores → not sent, said where, and the way there
 * ├── no opinion of a proposal → sent as that
 * ├── its QR code → the link by which it is found, without scores; read by a
 * │   camera and from a picture; a camera that is refused, a picture without one → said
 * ├── its file → finds it on another device: the promise was kept; a changed one → says so
 * └── where no relayer is set → by the own wallet, to the chain
 */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { decodeQR } from 'qr/decode.js'
import { createClient, http } from 'viem'
import type { HeldKey } from '../../app/src/keys/heldKeys.ts'
import { readRound } from '../../chain/readRound.ts'
import { listOf } from '../../protocol/draw.ts'
import { serveApp } from '../../scripts/serveApp.ts'
import { inTemporaryFolder } from '../cli/inTemporaryFolder.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { inOrder } from '../support/inOrder.ts'
import {
  desktop,
  type Device,
  overflowOf,
  phone,
  visit,
} from './support/browsing.ts'
import { expectSound } from './support/expectSound.ts'
import { filmOfCode } from './support/filmOfCode.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import { demoKey } from './support/pages.ts'
import { addWallet } from './support/testWallet.ts'

/** Of the sample, who have not cast: see cli/sample/planSample.ts. */
const free = { demo: 3, own: 5, wallet: 9 }
const slow = { timeout: 60_000 }

describe('scores and receipt in the dApp', function () {
  this.timeout(180_000)
  inOrder(this)
  let app: SampleApp
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let receipt: string
  /** To where the ballot is found. */
  let link: string
  const folder = inTemporaryFolder()

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so nobody gets a receipt !!!')
      this.skip()
    }
    app = await openSampleApp()
    browser = await launchChromium()
    const keys = [demoKey(app.sample, free.own)]
    ;({ context, page } = await open('/review/1', { ...phone, keys }))
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
  })

  const at = (rest: string) => `#/r/${app.sample.round}${rest}`
  async function open(rest: string, device: Device = phone) {
    const visited = await visit(browser, `${app.url}${at(rest)}`, device)
    visited.page.setDefaultTimeout(30_000)
    return visited
  }
  const go = (rest: string) => page.goto(`${app.url}${at(rest)}`)
  const lastVersion = (reviewer: number) => {
    const client = createClient({ transport: http(app.sample.url) })
    const args = [BigInt(reviewer)] as const
    const call = { functionName: 'lastVersion', args } as const
    return readRound(client, { round: app.sample.round, ...call })
  }
  /** As the list of the page shows them. */
  const titlesOf = (reviewer: number) =>
    listOf(app.sample.draw, reviewer).map((number) => {
      const { title } = app.sample.plan.proposals[number - 1] ?? {}
      return `${number}번 ${title?.ko ?? '?'}`
    })
  const isFound = (where: Page) =>
    where
      .getByRole('heading', { name: `심사자 ${free.own}번의 심사표` })
      .waitFor()
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const send = () => button(/열쇠로 보내기$/).click()

  it('show the list of any reviewer by the number alone', async () => {
    const visited = await open('/review')
    const field = visited.page.getByLabel('심사자 번호')
    const look = visited.page.getByRole('button', { name: '목록 보기' })
    await field.fill('999')
    await look.click()
    const bounds = `명부의 번호는 1번부터 ${app.sample.draw.reviewers}번까지입니다.`
    await visited.page.getByText(bounds).waitFor()
    await field.fill('7')
    await look.click()
    await visited.page.getByRole('heading', { name: '심사자 7번' }).waitFor()
    for (const name of titlesOf(7))
      await visited.page.getByRole('link', { name }).waitFor()
    expect(await visited.page.getByRole('radio').count()).to.equal(0)
    await expectSound(visited.page)
    await visited.context.close()
  })

  it('are tried as anybody, marked as worth nothing', async () => {
    const visited = await visit(browser, `${app.url}#/demo`, phone)
    await visited.page.getByText('아무 효력도 없습니다').waitFor()
    const name = new RegExp(`심사자 ${free.demo}번`)
    await visited.page.getByRole('button', { name }).click()
    await visited.page.waitForURL(/\/review$/)
    await visited.page.getByText(`심사자 ${free.demo}번`).first().waitFor()
    for (const title of titlesOf(free.demo))
      await visited.page.getByRole('link', { name: title }).waitFor()
    await visited.page.goto(`${app.url}${at('/review/send')}`)
    const send = visited.page.getByRole('button', { name: '견본 열쇠로' })
    await send.waitFor()
    await visited.context.close()
  })

  it('stand beside each other, and the focus comes back', async () => {
    await choose(page, 0, 4)
    await choose(page, 1, 2)
    await button('비교하기').click()
    const dialog = page.getByRole('dialog', { name: '내가 준 점수' })
    const [first = '', second = ''] = titlesOf(free.own)
    const cells = (name: string) =>
      dialog
        .getByRole('row')
        .filter({ hasText: name })
        .getByRole('cell')
        .allInnerTexts()
    await dialog.getByRole('link', { name: second }).waitFor()
    expect(await cells(first)).to.deep.equal(['4', '2'])
    expect(await cells(second)).to.deep.equal(['아직', '아직'])
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ help, id }) => `${id}: ${help}`)).to.deep.equal([])
    expect(await overflowOf(page)).to.deep.equal([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    const focused = page.locator(':focus')
    expect(await focused.innerText()).to.equal('비교하기')
  })

  it('are not sent while a proposal has half of them', async () => {
    await go('/review/2')
    await choose(page, 0, 5)
    await button('확인하고 보내기').click()
    await page.getByText('여기에도 점수를 주거나').waitFor()
    expect(page.url()).to.match(/\/review\/2$/)
    await go('/review')
    await page.getByText('하는 중', { exact: true }).waitFor()
    await expectSound(page)
    await go('/review/send')
    await send()
    const told = page.getByRole('alert')
    await told.getByText('이대로 보내면 심사표 전체가 무효가 됩니다').waitFor()
    await expectSound(page)
    expect(await lastVersion(free.own)).to.equal(0)
    await told.getByRole('link', { name: '2번째 제안 마저 하기' }).click()
    await page.waitForURL(/\/review\/2$/)
  })

  it('are sent with no opinion of a proposal', async () => {
    await page.getByText('이 제안에는 의견 없음').click()
    await page.locator('fieldset input:checked').first().waitFor({
      state: 'detached',
    })
    await go('/review')
    await page.getByText('의견 없음', { exact: true }).waitFor()
    await go('/review/send')
    await send()
    await page.getByRole('heading', { name: /기록됨/ }).waitFor(slow)
    expect(await lastVersion(free.own)).to.equal(1)
    const kept = await page.evaluate(() => localStorage.getItem('dure.ballots'))
    const [ballot] = JSON.parse(kept ?? '[]') as { values: number[] }[]
    expect(ballot?.values).to.deep.equal([4, 2, 0, 0])
  })

  it('have a QR code that finds the ballot and tells no score', async () => {
    const reference = await page.locator('.done .reference').innerText()
    link = `${app.url}${at('/check')}?ref=${reference}`
    await button('QR').click()
    const code = page.getByRole('img', { name: /^확인 주소의 QR/ })
    const dark = await code.locator('path').getAttribute('d')
    expect(saidBy(dark ?? '')).to.equal(link)
    const picture = await code.screenshot()
    await expectSound(page)
    const visited = await open('/check', desktop)
    await visited.page.getByText('접수증 파일이나 QR로 찾기').click()
    const field = visited.page.getByLabel('접수증 파일이나 QR 그림')
    const choose = (buffer: Buffer) =>
      field.setInputFiles({ buffer, name: 'qr.png', mimeType: 'image/png' })
    await choose(await visited.page.locator('h1').screenshot())
    await visited.page.getByText('그림에서 QR을 찾지 못했습니다').waitFor()
    await expectSound(visited.page)
    await choose(picture)
    await isFound(visited.page)
    await visited.context.close()
  })

  it('have a QR code that a camera reads, once it is allowed', async () => {
    const film = await folder.write('code.y4m', filmOfCode(link))
    const shootIn = async (shell: Browser) => {
      const visited = await visit(shell, `${app.url}${at('/check')}`, phone)
      await visited.page.getByText('접수증 파일이나 QR로 찾기').click()
      const shoot = { name: '카메라로 QR 찍기' }
      await visited.page.getByRole('button', shoot).click()
      return visited
    }
    const refused = await shootIn(browser)
    await refused.page.getByText('브라우저에서 카메라를 허락하거나').waitFor()
    await expectSound(refused.page)
    await refused.context.close()

    const filming = await launchChromium([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
    const { outside, page: shot } = await shootIn(filming)
    await isFound(shot)
    expect(await shot.locator('video').count()).to.equal(0)
    expect(outside).to.deep.equal([])
    await filming.close()
  })

  it('have a file that finds the ballot elsewhere, and whether the promise was kept', async () => {
    const waiting = page.waitForEvent('download')
    await button('접수증 저장').click()
    receipt = await readFile(await (await waiting).path(), 'utf8')
    const visited = await open('/check', desktop)
    await visited.page.getByText('접수증 파일이나 QR로 찾기').click()
    const told = (text: string) => visited.page.getByText(text).waitFor()
    const take = (text: string) =>
      visited.page.getByLabel('접수증 파일이나 QR 그림').setInputFiles({
        ...{ name: 'receipt.json', mimeType: 'application/json' },
        buffer: Buffer.from(text),
      })
    await take(receipt)
    await told('서명이 맞고 약속이 지켜졌습니다.')
    await isFound(visited.page)
    await expectSound(visited.page)
    await take(receipt.replace(/"includeBy":\s*"?\d/, (all) => `${all}1`))
    await told('서명이 맞지 않습니다.')
    await visited.context.close()
  })

  it('go to the chain by the own wallet where no relayer is set', async () => {
    const { factory, receipts, round, url: node } = app.sample
    const config = { chainId: 31_337, node, factory, receipts, relayers: [] }
    const served = await serveApp(config)
    const { key, secret } = demoKey(app.sample, free.wallet) as HeldKey & {
      kind: 'demo'
    }
    const seat = { chainId: 31_337, round, reviewer: free.wallet }
    const keys: HeldKey[] = [{ kind: 'wallet', ...seat, key }]
    const visited = await visit(browser, 'about:blank', { ...phone, keys })
    const wallet = await addWallet(visited.context, {
      ...{ node, secret, chainId: 31_337 },
    })
    ;({ page } = visited)
    page.setDefaultTimeout(30_000)
    await page.goto(`${served.url}${at('/review/1')}`)
    for (const place of [1, 2]) {
      await page.waitForURL(new RegExp(`/review/${place}$`))
      await choose(page, 0, 3)
      await choose(page, 1, place)
      await page.locator('main .button--main').click()
    }
    await page.waitForURL(/\/send$/)
    await button(/지갑으로 보내기$/).click()
    await page
      .getByRole('heading', { name: '아직 보내지 못했습니다' })
      .waitFor(slow)
    await expectSound(page)
    expect(wallet.asked).to.not.include('eth_sendTransaction')
    await button(/이 지갑으로 보내기/).click()
    await page.getByRole('heading', { name: /기록됨/ }).waitFor(slow)
    expect(wallet.asked).to.include('eth_sendTransaction')
    expect(await lastVersion(free.wallet)).to.equal(1)
    await visited.context.close()
    await served.close()
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

/** What a code says whose dark places are these squares. */
function saidBy(squares: string): string {
  const places = [...squares.matchAll(/M(\d+) (\d+)/g)]
  const size = 2 + Math.max(...places.map(([, x]) => Number(x))) + 1
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 3).fill(255)
  for (const [, x, y] of places)
    for (let line = 0; line < scale; line += 1) {
      const start = (Number(y) * scale + line) * width + Number(x) * scale
      data.fill(0, start * 3, (start + scale) * 3)
    }
  return decodeQR({ data, height: width, width })
}
