/** The screener at the page: decides on proposals that it has before it. */
import type { Page } from 'playwright-core'

export async function accept(page: Page, title: string): Promise<void> {
  await choose(page, title)
  await page.getByRole('radio', { name: '적격', exact: true }).check()
}

export async function refuse(
  page: Page,
  title: string,
  reason: string,
): Promise<void> {
  await choose(page, title)
  await page.getByRole('radio', { name: '부적격', exact: true }).check()
  await page.getByLabel('이유 (부적격은 필수)').fill(reason)
}

async function choose(page: Page, title: string): Promise<void> {
  const name = new RegExp(title)
  await page.getByRole('button', { name }).first().click()
  const heading = { name: title, exact: true }
  await page.getByRole('heading', heading).first().waitFor()
}
