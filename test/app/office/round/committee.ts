/** The committee at the page: answers, then confirms with one departure. */
import type { Page } from 'playwright-core'
import type { Deed } from './deed.ts'

export type Departure = { removed: number; added: number }

export async function answer(
  page: Page,
  deed: Deed,
  text: string,
): Promise<void> {
  await page.getByLabel('이의 1에 대한 답변').fill(text)
  await deed(page, '답변 1건 기록하기')
  await page.getByText('이의 1건: 답함 1').waitFor()
}

/** The last of the reserve for the first that is recommended; not sent yet. */
export async function prepareDeparture(
  page: Page,
  { reason, record }: { reason: string; record: string },
): Promise<Departure> {
  await page.getByRole('radio', { name: '바꿔서 확정' }).check()
  await page.getByRole('button', { name: '바꿀 곳 더하기' }).click()
  const added = page.getByLabel('대신 선정할 예비 제안')
  const option = added.locator('option').last()
  const value = (await option.getAttribute('value')) ?? '0'
  await added.selectOption(value)
  await page.getByLabel('이유 (필수)').fill(reason)
  await page.getByLabel('위원회 기록 (필수)').fill(record)
  const removed = await page.getByLabel('추천에서 뺄 제안').inputValue()
  return { removed: Number(removed), added: Number(value) }
}

export async function confirm(page: Page, deed: Deed): Promise<void> {
  await deed(page, '확정하기')
  await page.getByText('결과를 확정했습니다 ✓').waitFor()
}
