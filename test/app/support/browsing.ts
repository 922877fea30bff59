/** Pages of the dApp in Chromium: a phone or a desktop, in a language, watched. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { HeldKey } from '../../../app/src/keys/heldKeys.ts'
import type { Display } from '../../../app/src/config/display.ts'

export type Device = {
  width?: number
  height?: number
  display?: Partial<Display>
  colorScheme?: 'light' | 'dark'
  timeZone?: string
  /** Of another browser, such as one inside an app. */
  userAgent?: string
  /** That the device holds from the start. */
  keys?: readonly HeldKey[]
}

export type Visit = {
  context: BrowserContext
  page: Page
  /** Requests to anywhere but this machine: there must be none. */
  outside: string[]
  /** What the page's console says is wrong. */
  troubles: string[]
}

export const phone: Device = { width: 360, height: 740 }
export const desktop: Device = { width: 1280, height: 900 }

export async function visit(
  browser: Browser,
  url: string,
  device: Device = {},
): Promise<Visit> {
  const { colorScheme = 'light', display, keys = [], userAgent } = device
  const { height = 740, width = 360 } = device
  const { timeZone: timezoneId = 'Asia/Seoul' } = device
  const context = await browser.newContext({
    ...(userAgent === undefined ? {} : { userAgent }),
    viewport: { width, height },
    colorScheme,
    locale: 'ko-KR',
    timezoneId,
    acceptDownloads: true,
  })
  const kept = { 'dure.display': display ?? {}, 'dure.keys': keys }
  await context.addInitScript((entries) => {
    // Only at first: what is changed on the page stays.
    if (location.protocol === 'about:') return
    for (const [name, value] of Object.entries(entries))
      if (localStorage.getItem(name) === null)
        localStorage.setItem(name, JSON.stringify(value))
  }, kept)
  const outside: string[] = []
  const troubles: string[] = []
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    const isHere = ['localhost', '127.0.0.1'].includes(hostname)
    if (!isHere && protocol !== 'blob:') outside.push(request.url())
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    troubles.push(error.message)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await page.goto(url)
  return { context, page, outside, troubles }
}

/** Ready: nothing is being read any more, and there is a heading. */
export async function untilShown(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  // The page of the address before may still stand for a moment.
  await page.waitForTimeout(150)
  // What is folded is read once it is opened.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[aria-busy="true"]')].every(
      (element) => !element.checkVisibility(),
    ),
  )
}

/** What is wider than the window: nothing should be. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect()
        return width > 0 && right > clientWidth + 1
      })
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('class') ?? ''}`,
      )
      .slice(0, 5)
  })
}
