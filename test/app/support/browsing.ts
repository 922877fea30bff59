/** Pages of the dApp in Chromium: a phone or a desktop, in a language, watched. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Display } from '../../../app/src/config/display.ts'

export type Device = {
  width?: number
  height?: number
  display?: Partial<Display>
  colorScheme?: 'light' | 'dark'
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
  { colorScheme = 'light', display, height = 740, width = 360 }: Device = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    acceptDownloads: true,
  })
  if (display)
    await context.addInitScript((chosen) => {
      // Only at first: what is changed on the page stays.
      const name = 'dure.display'
      if (localStorage.getItem(name) === null)
        localStorage.setItem(name, JSON.stringify(chosen))
    }, display)
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
