/** Opens pages of a round in Chromium and takes their times. */
import type { Page } from 'playwright-core'
import type { Address } from 'viem'
import { serveApp } from '../../scripts/serveApp.ts'
import { launchChromium } from '../../test/support/chromium.ts'

export type Figure = { what: string; seconds: number; isRight: boolean }

type Place = {
  node: string
  documents: string
  factory: Address
  round: Address
  /** On the roster. */
  proposals: number
}

/** Of the issue: what a recount may take on the machine of the tests. */
const mostRecountSeconds = 120
const patience = 600_000

export async function measurePages(place: Place): Promise<Figure[]> {
  const { documents, factory, node, proposals, round } = place
  const app = await serveApp({
    ...{ chainId: 31_337, node, factory, receipts: factory },
    relayers: [documents],
  })
  const browser = await launchChromium()
  const page = await browser.newPage({ locale: 'ko-KR' })
  page.setDefaultTimeout(patience)
  const figures: Figure[] = []
  const take = async (what: string, most: number, act: () => Promise<void>) => {
    const started = performance.now()
    await act()
    const seconds = Math.round((performance.now() - started) / 100) / 10
    figures.push({ what, seconds, isRight: seconds <= most })
    console.log(`${what}: ${seconds} s`)
  }
  const proposal = () => page.locator('main li a[href*="/p/"]').last()
  const at = (path: string) => `${app.url}#/r/${round}${path}`
  try {
    await take('the round, first visit', 20, async () => {
      await page.goto(at(''))
      await untilShown(page)
    })
    await take('the list of proposals', 20, async () => {
      await page.goto(at('/p'))
      await proposal().waitFor()
    })
    const last = Math.max(1, Math.floor(proposals / 20))
    // Anew: else the list that stands is still there for a moment.
    await page.goto('about:blank')
    await page.goto(at(`/p?page=${last}`))
    await proposal().waitFor()
    await take('from a proposal back to the same place of it', 10, async () => {
      const link = proposal()
      await link.scrollIntoViewIfNeeded()
      const place = await page.evaluate<number>('window.scrollY')
      await link.click()
      await page.getByText('← 제안 목록').waitFor()
      await page.goBack()
      await page.waitForFunction(`window.scrollY === ${place}`)
      if (!page.url().includes(`page=${last}`)) throw new Error(page.url())
    })
    const bytes = countBytes(page)
    await take('the newest of the public log', 20, async () => {
      await page.goto(at('/log'))
      await page.locator('.acts > li').first().waitFor()
    })
    console.log(`  ${await bytes()} bytes of the node`)
    await take('all of the public log, as a table', 120, async () => {
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: '표로 저장 (CSV)' }).click()
      await saved
    })
    console.log(`  ${await bytes()} bytes of the node`)
    await take('the results', 60, async () => {
      await page.goto(at('/results'))
      await untilShown(page)
      await page.getByRole('table').first().waitFor()
    })
    await take('their sums', 60, () => sumsShown(page))
    await take('who gave a proposal which score', 60, async () => {
      await page.goto(at('/results?p=1'))
      await page
        .locator('section[aria-labelledby=distribution] table')
        .first()
        .waitFor()
    })
    await take('the official record, with all sums', 60, async () => {
      await page.goto(at('/results?view=record'))
      await page.locator('.record tbody tr').nth(proposals).waitFor()
      await sumsShown(page)
    })
    await take('a recount in the browser', mostRecountSeconds, async () => {
      await page.goto(at('/recount'))
      await page.getByRole('button', { name: '다시 세기', exact: true }).click()
      await page.getByText('다른 것이 없습니다').first().waitFor()
    })
    return figures
  } finally {
    await browser.close()
    await app.close()
  }
}

async function untilShown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page
    .locator('[aria-busy="true"]')
    .first()
    .waitFor({ state: 'detached' })
}

/** An ellipsis stands where a sum is not known yet. */
async function sumsShown(page: Page): Promise<void> {
  const sums = page.locator('.ranking td.number')
  await sums.first().waitFor()
  await sums.filter({ hasText: '…' }).first().waitFor({ state: 'detached' })
}

/** What came of anywhere since it was asked last; the dApp itself is there by then. */
function countBytes(page: Page): () => Promise<number> {
  let answers: Promise<number>[] = []
  page.on('response', (response) => {
    const length = response.body().then(({ length }) => length)
    answers.push(length.catch(() => 0))
  })
  return async () => {
    const lengths = await Promise.all(answers)
    answers = []
    return lengths.reduce((sum, length) => sum + length, 0)
  }
}
