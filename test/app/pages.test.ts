/**
 * each page of the dApp, in the review, and after the confirmation where it changes
 * ├── breaks no rule of WCAG 2.2 A and AA that axe knows: phone, desktop, Korean, English, light, dark;
 * │   of colours alone with more contrast, in both, by `npm run test:long`
 * ├── fits 320 pixels, text of 200 %, zoom with it, a phone laid flat, and text set wider
 * ├── has targets of 48 pixels, tables with names and headings, a focus that is seen, and a way past the menu
 * ├── has one h1, which names the document too
 * ├── breaks no Korean word at the end of a line, and says no word of the trade but as a proof
 * ├── shows no untranslated Korean to who reads English, but what people wrote
 * ├── asks nothing of elsewhere, and its console has nothing to say
 * └── shows no score before the close
 */
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import {
  desktop,
  type Device,
  phone,
  untilShown,
  type Visit,
  visit,
} from './support/browsing.ts'
import { faultsOf } from './support/faultsOf.ts'
import { koreanOf } from './support/koreanOf.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import {
  changing,
  demoKey,
  type NamedPage,
  officePages,
  publicPages,
  reviewerPages,
} from './support/pages.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colourRules = ['color-contrast', 'link-in-text-block']

const devices: Record<string, Device> = {
  'a phone, Korean, light': phone,
  'a desktop, English, dark': {
    ...desktop,
    colorScheme: 'dark',
    display: { language: 'en' },
  },
  ...(process.env['DURE_ALL_PAGES'] && {
    'a phone, Korean, more contrast': {
      ...phone,
      display: { contrast: 'more' },
    },
  }),
}

describe('pages of the dApp', function () {
  this.timeout(600_000)
  let app: SampleApp
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no page is looked at !!!')
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

  const all = () => [
    ...publicPages(app.sample),
    ...officePages(app.sample),
    ...reviewerPages(app.sample),
  ]

  for (const [name, device] of Object.entries(devices))
    it(`are sound in the review on ${name}`, () => lookAtEach(device, all()))

  it('are sound after the confirmation, where it changes them', async () => {
    await app.passTo('confirmed')
    const changed = all().filter(({ name }) => changing.includes(name))
    const english: Device = { ...phone, display: { language: 'en' } }
    await lookAtEach(english, changed)
  })

  async function lookAtEach(
    device: Device,
    pages: readonly NamedPage[],
  ): Promise<void> {
    const problems: string[] = []
    // Contrast changes colours alone.
    const isForColours = device.display?.contrast === 'more'
    await eachPage(
      device,
      pages,
      async ({ name }, { outside, page, troubles }) => {
        const note = (problem: string) => problems.push(`${name}: ${problem}`)
        for (const url of outside.splice(0)) note(`asks ${url}`)
        for (const trouble of troubles.splice(0).filter(isOurs)) note(trouble)
        const headings = await page.locator('h1').allTextContents()
        if (headings.length !== 1) note(`${headings.length} h1`)
        const title = await page.title()
        if (!title.startsWith(headings[0] ?? '?')) note(`title ${title}`)
        for (const violation of await violationsOf(page, isForColours))
          note(violation)
        for (const word of await tradeWordsOf(page)) note(`trade: ${word}`)
        for (const word of await brokenWordsOf(page)) note(`broken: ${word}`)
        if (!isForColours) for (const fault of await faultsOf(page)) note(fault)
        if (device.display?.language === 'en')
          for (const text of await koreanOf(page)) note(`Korean: ${text}`)
      },
    )
    expect(problems.join('\n')).to.equal('')
  }

  /** One visit for all that the same device sees. */
  async function eachPage(
    device: Device,
    pages: readonly NamedPage[],
    look: (page: NamedPage, visited: Visit) => Promise<void>,
  ): Promise<void> {
    for (const [as, theirs] of Map.groupBy(pages, (one) => one.as)) {
      const keys = as === undefined ? [] : [demoKey(app.sample, as)]
      const visited = await visit(browser, app.url, { ...device, keys })
      for (const one of theirs) {
        await goTo(visited.page, `${app.url}#${one.path}`)
        await look(one, visited)
      }
      await visited.context.close()
    }
  }
})

/** By every rule, or by those of colours, in dark and in light. */
async function violationsOf(page: Page, isForColours: boolean) {
  const seen = []
  for (const colorScheme of isForColours ? (['dark', 'light'] as const) : []) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page }).withRules(colourRules)
    seen.push(...(await axe.analyze()).violations)
  }
  if (!isForColours) {
    const axe = new AxeBuilder({ page }).withTags(rules)
    seen.push(...(await axe.analyze()).violations)
  }
  return seen.map(({ help, id, nodes }) => {
    const [first] = nodes
    return `${id}: ${help}: ${first?.html.slice(0, 200) ?? ''}`
  })
}

/** Anew: else the page before stands until the next one has come. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(address)
  await untilShown(page)
}

/** The browser says so of what a page asks for on purpose, such as an unknown ticket. */
function isOurs(trouble: string): boolean {
  return !trouble.startsWith('Failed to load resource')
}

/** Of what is seen without asking for proof; officials' pages name what they sign. */
function tradeWordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const trade =
      /해시|트랜잭션|가스|논스|바이트코드|\b(?:hash|gas|nonce|calldata|wei|gwei|RPC|transaction|keccak\w*)\b/gi
    const text = document.querySelector('main')?.innerText ?? ''
    return text.match(trade) ?? []
  })
}

/** Words of Korean on two lines, although one would hold them. */
function brokenWordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.body,
      NodeFilter.SHOW_TEXT,
    )
    const found: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode
      const element = text.parentElement
      if (!element?.checkVisibility()) continue
      if (element.closest('.visually-hidden, code, pre')) continue
      for (const word of (text.textContent ?? '').matchAll(/[가-힣]+/g)) {
        const range = document.createRange()
        range.setStart(text, word.index)
        range.setEnd(text, word.index + word[0].length)
        const lines = [...range.getClientRects()].filter(
          ({ width }) => width > 0,
        )
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1)
          found.push(word[0])
      }
    }
    return found.slice(0, 5)
  })
}
