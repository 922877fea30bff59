/** Pictures of a state that a test has reached: `npm run screenshots -- --states`. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { desktop, phone } from './browsing.ts'

const schemes = ['light', 'dark'] as const
let taken = 0

/** Of a phone and a desktop, light and dark; leaves the page as it was. */
export async function takePictures(page: Page, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  const wasDark = await page.evaluate(
    () => matchMedia('(prefers-color-scheme: dark)').matches,
  )
  const heading = await page.locator('h1').first().textContent()
  const language = await page.locator('html').getAttribute('lang')
  taken += 1
  const name = [
    String(process.pid),
    String(taken).padStart(3, '0'),
    (heading ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40),
    language,
  ].join('-')
  for (const [width, { height = 740, width: wide = 360 }] of Object.entries({
    phone,
    desktop,
  })) {
    await page.setViewportSize({ width: wide, height })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      const file = `${name}-${width}-${colorScheme}.png`
      await page.screenshot({ path: path.join(folder, file), fullPage: true })
    }
  }
  await page.emulateMedia({ colorScheme: wasDark ? 'dark' : 'light' })
  if (before) await page.setViewportSize(before)
}
