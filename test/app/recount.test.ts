/**
 * the recount of a round, by anyone
 * ├── from no address, or from what is no node → said; where nobody answers → can be stopped
 * │   └── from the right one, then → nothing differs
 * ├── from a bundle dropped on the page, without the ledger → nothing differs
 * ├── from a bundle with two places of the ranking swapped → said in words, where, what belongs there
 * ├── from a bundle with another score → said in words, whose
 * └── from a file that is none → said, and the ledger can be counted all the same
 */
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { bytesToHex, hexToBytes } from 'viem'
import { packOpenings, parseOpenings } from '../../protocol/opening.ts'
import { packNumbers, parseNumbers } from '../../protocol/packedNumbers.ts'
import { valueCount } from '../../protocol/rules.ts'
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import { packBundle } from '../../verifier/bundle/packBundle.ts'
import { unpackBundle } from '../../verifier/bundle/unpackBundle.ts'
import { holdPort } from '../../cli/holdPort.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { argsOf, changeEvent } from '../verifier/support/editRecord.ts'
import { desktop, phone, visit } from './support/browsing.ts'
import { expectSound } from './support/expectSound.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'

const slow = { timeout: 60_000 }

describe('the recount in the dApp', function () {
  this.timeout(180_000)
  let app: SampleApp
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let bundle: Uint8Array<ArrayBuffer>

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so nobody counts again !!!')
      this.skip()
    }
    app = await openSampleApp()
    await app.passTo('ranked')
    browser = await launchChromium()
    bundle = await saveBundle()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
  })
  beforeEach(async () => {
    ;({ context, page } = await visit(browser, address('recount'), phone))
    page.setDefaultTimeout(30_000)
    await page.getByText('다른 노드나 파일로 세기').click()
  })
  afterEach(() => context.close())

  const address = (rest: string) => `${app.url}#/r/${app.sample.round}/${rest}`

  async function saveBundle() {
    const visited = await visit(browser, address('results'), desktop)
    const waiting = visited.page.waitForEvent('download', slow)
    await visited.page.getByRole('button', { name: '검증 묶음' }).click()
    const bytes = await readFile(await (await waiting).path())
    await visited.context.close()
    return Uint8Array.from(bytes)
  }
  const isSame = () => page.getByText('다른 것이 없습니다.').waitFor(slow)
  const count = () => page.getByRole('button', { name: /세기$/ }).click()

  /** As somebody would who wants to be believed. */
  async function altered(change: (record: Bundle['record']) => void) {
    const opened = await unpackBundle(bundle)
    change(opened.record)
    return packBundle(opened)
  }

  it('says that there is no node, and takes another', async () => {
    const field = page.getByLabel('노드 주소')
    await field.fill('http://elsewhere.example')
    await count()
    await page.getByText('https://로 시작하는 주소를 적어 주세요.').waitFor()
    // Counting on, it would be asked again and again for a while.
    const nobody = await holdPort(0)
    await nobody.release()
    await field.fill(`http://127.0.0.1:${nobody.port}`)
    await count()
    await page.getByRole('button', { name: '멈춤' }).click()
    if (!(await field.isVisible()))
      await page.getByText('다른 노드나 파일로 세기').click()
    await field.fill(app.relayer.url)
    await count()
    const told = page.getByRole('alert')
    await told.getByText('다시 세지 못했습니다.').waitFor(slow)
    await told.getByText('노드 주소나 파일이 맞는지 보고').waitFor()
    await expectSound(page)
    if (!(await field.isVisible()))
      await page.getByText('다른 노드나 파일로 세기').click()
    await field.fill(app.sample.url)
    await count()
    await isSame()
    expect(await told.count()).to.equal(0)
  })

  it('needs no ledger for a bundle that is dropped on it', async () => {
    await context.route(`${app.sample.url}/**`, (route) => route.abort())
    await drop(page.locator('.drop'), bundle)
    await isSame()
    await expectSound(page)
  })

  it('names a place of the ranking that another proposal belongs to', async () => {
    let swapped: number[] = []
    const file = await altered((record) => {
      const order = [...parseNumbers(argsOf(record, 'Ranked').second)]
      const [one = 0, other = 0, ...rest] = order
      swapped = [one, other]
      const second = packNumbers([other, one, ...rest])
      changeEvent(record, 'Ranked', () => ({ second }))
    })
    await drop(page.locator('.drop'), file)
    const cells = await differing(page, '이 자리에는 다른 제안이 와야 합니다.')
    expect(cells.join()).to.include(`제안 ${swapped[1]}`)
    expect(cells.slice(-2)).to.deep.equal(swapped.map(String))
    await expectSound(page)
  })

  it('names the ballot whose score is another', async () => {
    const { plan, rules } = app.sample
    const sizes = { valueCount: valueCount(rules, plan.proposals.length) }
    let reviewer = 0
    const file = await altered((record) => {
      changeEvent(record, 'PageOpened', ({ openings: packed }) => {
        const openings = parseOpenings(hexToBytes(packed), sizes)
        const [first] = openings
        if (first?.kind !== 1) throw new Error('The first one is not opened.')
        reviewer = first.reviewer
        first.values[0] = (first.values[0] ?? 0) ^ 1
        return { openings: bytesToHex(packOpenings(openings)) }
      })
    })
    await drop(page.locator('.drop'), file)
    const words = '개표한 점수가 봉인한 것과 다릅니다.'
    expect((await differing(page, words)).join()).to.include(
      `심사자 ${reviewer}`,
    )
    await expectSound(page)
  })

  it('says that a file is no bundle, and counts from the ledger', async () => {
    await drop(page.locator('.drop'), bundle.subarray(0, 9_000))
    await page.getByText('다시 세지 못했습니다.').waitFor(slow)
    await page.getByText('문의할 때 읽어 줄 내용').click()
    await page.getByText(/no audit bundle, or a damaged one/).waitFor()
    await count()
    await isSame()
  })
})

/** Over it first: a page that does not say that it takes files gets none. */
async function drop(place: Locator, file: Uint8Array): Promise<void> {
  const text = Buffer.from(file).toString('base64')
  const isTaken = await place.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([bytes], 'round.dure'))
    const common = { dataTransfer, bubbles: true, cancelable: true }
    const isRefused = element.dispatchEvent(new DragEvent('dragover', common))
    if (isRefused) return false
    return !element.dispatchEvent(new DragEvent('drop', common))
  }, text)
  expect(isTaken).to.equal(true)
}

/** The cells of the finding with these words. */
async function differing(page: Page, words: string): Promise<string[]> {
  await page.getByText('다른 것이 있습니다.').waitFor(slow)
  expect(await page.getByText('다른 것이 없습니다.').count()).to.equal(0)
  const row = page.getByRole('row').filter({ hasText: words }).first()
  await row.getByText('다름', { exact: true }).waitFor()
  return row.getByRole('cell').allInnerTexts()
}
