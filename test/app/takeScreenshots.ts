/** Takes the pictures of `npm run screenshots`. Does nothing on import. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import type { Language } from '../../app/src/config/display.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import {
  desktop,
  type Device,
  phone,
  untilShown,
  visit,
} from './support/browsing.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import {
  changing,
  demoKey,
  type NamedPage,
  officePages,
  publicPages,
  reviewerPages,
} from './support/pages.ts'

const folder = path.join(import.meta.dirname, '../../screenshots')
const widths: Record<string, Device> = { phone, desktop }
const languages: Language[] = ['ko', 'en']
const schemes = ['light', 'dark'] as const

/** Moments of the round at which pages look different. */
const moments = ['review', 'opened', 'ranked', 'confirmed'] as const

async function takeAll(only: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  const app = await openSampleApp()
  const browser = await launchChromium()
  try {
    for (const moment of moments) {
      if (moment !== 'review') await app.passTo(moment)
      const all = [
        ...publicPages(app.sample),
        ...officePages(app.sample),
        ...reviewerPages(app.sample),
      ]
      const pages = all.filter(
        ({ name }) =>
          (moment === 'review' || changing.includes(name)) &&
          (only.length === 0 || only.includes(name)),
      )
      for (const page of pages) await takeEach(browser, app, page, moment)
    }
  } finally {
    await browser.close()
    await app.close()
  }
}

async function takeEach(
  browser: Browser,
  { sample, url }: SampleApp,
  { as, name, path: address }: NamedPage,
  moment: string,
): Promise<void> {
  const keys = as === undefined ? [] : [demoKey(sample, as)]
  for (const [width, device] of Object.entries(widths))
    for (const language of languages) {
      const at = `${url}#${address}`
      const options = { ...device, keys, display: { language } }
      const { context, page } = await visit(browser, at, options)
      await untilShown(page)
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        const file = [moment, name, width, language, colorScheme].join('-')
        await page.screenshot({
          path: path.join(folder, `${file}.png`),
          fullPage: true,
        })
        console.log(`${file}.png`)
      }
      await context.close()
    }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  if (!hasChromium) throw new Error('No Chromium was found on this machine.')
  await takeAll(values.only?.split(',') ?? [])
  // Hardhat keeps handles open after its chain is closed.
  process.exit(0)
}
