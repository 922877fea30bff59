/** Pages gone through by keyboard alone. */
import type { Page } from 'playwright-core'

/** By Tab to the button or link of this name, and Enter. */
export async function pressByTab(page: Page, name: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(
      () => document.activeElement?.textContent ?? '',
    )
    if (name.test(text.trim())) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`No Tab comes to ${String(name)}.`)
}

/** To the field of this selector. */
export async function focusByTab(page: Page, selector: string): Promise<void> {
  const wanted = page.locator(selector)
  for (let tabs = 0; tabs < 80; tabs += 1) {
    const isThere = await wanted.evaluate(
      (element) => element === document.activeElement,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab comes to ${selector}.`)
}
