/** Pictures of a state that a test has reached: `npm run screenshots -- --states`. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { desktop, phone } from './browsing.ts'

const schemes = ['light', 'dark'] as const
let taken = 0

/** In both languages, of a phone and a desktop, light and dark; leaves the page as it was. */
export async function takePictures(page: Page, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  const focused = await page.evaluateHandle(() => document.activeElement)
  const wasDark = await page.evaluate(
    () => matchMedia('(prefers-color-scheme: dark)').matches,
  )
  taken += 1
  const name = [
    String(process.pid),
    String(taken).padStart(3, '0'),
    (await headingOf(page)).replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40),
  ].join('-')
  for (let turn = 0; turn < 2; turn += 1) {
    await takeEach(page, path.join(folder, name))
    await changeLanguage(page)
  }
  await page.emulateMedia({ colorScheme: wasDark ? 'dark' : 'light' })
  if (before) await page.setViewportSize(before)
  await focused.evaluate((element) => {
    ;(element as HTMLElement | null)?.focus()
  })
}

async function takeEach(page: Page, place: string): Promise<void> {
  const language = await languageOf(page)
  for (const [device, { height = 740, width = 360 }] of Object.entries({
    phone,
    desktop,
  })) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      const file = `${place}-${device}-${language}-${colorScheme}.png`
      await page.screenshot({ path: file, fullPage: true })
    }
  }
}

/** By the button of every page, which keeps what is on it. */
async function changeLanguage(page: Page): Promise<void> {
  const other = (await languageOf(page)) === 'ko' ? 'en' : 'ko'
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('header button[lang]')?.click()
  })
  await page.locator(`html[lang="${other}"]`).waitFor({ state: 'attached' })
}

async function headingOf(page: Page): Promise<string> {
  return (await page.locator('h1').first().textContent()) ?? ''
}

function languageOf(page: Page): Promise<string | null> {
  return page.locator('html').getAttribute('lang')
}
