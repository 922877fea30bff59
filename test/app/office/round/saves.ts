/** Presses what makes a file, and answers where it lies. */
import type { Page } from 'playwright-core'

export async function save(
  page: Page,
  press: string,
  to: string,
): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: press, exact: true }).click()
  await (await download).saveAs(to)
  return to
}
