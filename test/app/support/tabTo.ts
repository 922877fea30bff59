/** By the Tab key alone, as who has no mouse goes to something on a page. */
import type { Locator, Page } from 'playwright-core'

/** Each part of a date is one. */
const most = 200

export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let tabs = 0; tabs < most; tabs += 1) {
    const isThere = await wanted.evaluate(
      (element) => element === document.activeElement,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab comes to ${String(wanted)}.`)
}
