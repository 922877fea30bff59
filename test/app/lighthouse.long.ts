/**
 * Lighthouse, on the profile of a phone
 * └── on the rounds, a round, its proposals and the scores
 *     ├── accessibility and best practices 100
 *     └── performance 90 or more: the best of five
 */
import { expect } from 'chai'
import lighthouse from 'lighthouse'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { holdPort } from '../../cli/holdPort.ts'
import { hasChromium, launchProfile } from '../support/chromium.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import { demoKey, freshReviewer } from './support/pages.ts'

const bar = Number(process.env['DURE_PERFORMANCE'] ?? 0.9)
const least = { performance: bar, accessibility: 1, 'best-practices': 1 }
type Category = keyof typeof least
const categories = Object.keys(least) as Category[]
const tries = 5
/**
 * A phone of the middle has a benchmark index of about 400, a fast desktop four times
 * that: Lighthouse slows the processor by 4. A machine that is slower, or busy, is
 * slowed by less (Lighthouse's docs/throttling.md).
 */
const phoneIndex = 400

describe('Lighthouse', function () {
  this.timeout(600_000)
  let app: SampleApp
  let context: BrowserContext
  let folder: string
  let port: number
  let slowdown = 4

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so Lighthouse does not run !!!')
      this.skip()
    }
    app = await openSampleApp()
    folder = await mkdtemp(path.join(tmpdir(), 'dure-profile-'))
    const held = await holdPort(0)
    ;({ port } = held)
    await held.release()
    context = await launchProfile(folder, port)
    const page = await context.newPage()
    await page.goto(app.url)
    await page.evaluate(
      (keys) => {
        localStorage.setItem('dure.keys', JSON.stringify(keys))
      },
      [demoKey(app.sample, freshReviewer)],
    )
    await page.close()
  })
  after(async () => {
    if (!hasChromium) return
    await context.close()
    await rm(folder, { recursive: true, force: true })
    await app.close()
  })

  const pages = [
    ['the rounds', () => ''],
    ['a round', () => `/r/${app.sample.round}`],
    ['its proposals', () => `/r/${app.sample.round}/p`],
    ['the scores', () => `/r/${app.sample.round}/review/1`],
  ] as const
  for (const [name, pathOf] of pages)
    it(`is content with ${name}`, async () => {
      let best = await audit(pathOf())
      for (let tried = 1; tried < tries && best.performance < bar; tried += 1) {
        const other = await audit(pathOf())
        if (other.performance > best.performance) best = other
      }
      console.log(
        `      ${categories.map((one) => best[one]).join(', ')}; slowed by ${slowdown.toFixed(1)}`,
      )
      for (const one of categories)
        expect(best[one], `${one}: ${best.faults}`).to.be.at.least(least[one])
    })

  async function audit(rest: string) {
    const result = await lighthouse(`${app.url}#${rest}`, {
      ...{ port, logLevel: 'error', output: 'json' },
      ...{ onlyCategories: categories, disableStorageReset: true },
      throttling: { cpuSlowdownMultiplier: slowdown },
    })
    if (!result) throw new Error('Lighthouse has no result.')
    const { audits, categories: graded, environment } = result.lhr
    const { benchmarkIndex } = environment
    slowdown = Math.min(4, Math.max(1, benchmarkIndex / phoneIndex))
    const scoreOf = (one: Category) => graded[one]?.score ?? 0
    const faults = categories
      .flatMap((one) => graded[one]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`)
    return {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      faults: faults.join('; '),
    }
  }
})
