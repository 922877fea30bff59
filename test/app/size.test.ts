/**
 * what a reviewer's phone loads from the own list to the first score that can be given
 * └── is at most 200 kB of scripts and styles, compressed
 */
import { expect } from 'chai'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { untilShown, visit } from './support/browsing.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import { demoKey, freshReviewer } from './support/pages.ts'

/** Bytes. */
const most = 200_000

describe('the first load of the dApp', function () {
  this.timeout(120_000)
  let app: SampleApp
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no load is measured !!!')
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

  it('is small until the first score can be given', async () => {
    const keys = [demoKey(app.sample, freshReviewer)]
    const { context, page } = await visit(browser, 'about:blank', { keys })
    const loads: Promise<[string, number]>[] = []
    page.on('response', (response) => {
      const { origin, pathname } = new URL(response.url())
      if (origin === new URL(app.url).origin && /\.(js|css)$/.test(pathname))
        loads.push(sizeOf(pathname, response.body()))
    })
    await page.goto(`${app.url}#/r/${app.sample.round}/review`)
    await untilShown(page)
    await page.getByRole('link', { name: '첫 제안부터 시작하기' }).click()
    await page.getByRole('radio').first().waitFor()
    const sizes = await Promise.all(loads)
    const sum = sizes.reduce((total, [, size]) => total + size, 0)
    console.log(`      ${Math.round(sum / 1000)} kB in ${sizes.length} files`)
    const largest = sizes.sort(([, one], [, other]) => other - one).slice(0, 8)
    expect(sum, JSON.stringify(largest)).to.be.at.most(most)
    await context.close()
  })
})

async function sizeOf(
  name: string,
  body: Promise<Buffer>,
): Promise<[string, number]> {
  return [name, gzipSync(await body).length]
}
