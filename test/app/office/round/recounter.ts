/** Somebody without a wallet: recounts, from the chain or from a bundle. */
import type { Page } from 'playwright-core'

/** As the page says it: how many match, and how many differ. */
export type Recount = { matches: number; differences: number }

export async function recount(page: Page): Promise<Recount> {
  await page.getByRole('button', { name: '다시 세기' }).click()
  return readRecount(page)
}

export async function recountBundle(page: Page, file: string) {
  await page.getByText('다른 노드나 파일로 세기').click()
  await page.getByLabel('검증 묶음 파일').setInputFiles(file)
  return readRecount(page)
}

async function readRecount(page: Page): Promise<Recount> {
  const told = page.getByText(/맞음 [\d,]+ · 다름 [\d,]+/)
  const text = (await told.textContent()) ?? ''
  const [matches = 0, differences = 0] = text.match(/\d+/g)?.map(Number) ?? []
  return { matches, differences }
}
