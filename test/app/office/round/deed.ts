/** How an official does what a page has ready: with one press. */
import type { Page } from 'playwright-core'

/** `label`: of the press. What comes of it is for the caller to see. */
export type Deed = (page: Page, label: string | RegExp) => Promise<void>

export const byWallet: Deed = async (page, label) => {
  await page.getByRole('button', { name: label }).click()
}
