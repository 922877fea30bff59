/** A reviewer at the page of objections. */
import type { Page } from 'playwright-core'

/** What is written stays through a reload. */
export async function object(page: Page, text: string): Promise<void> {
  const field = page.getByLabel('무엇이 잘못되었나요?')
  await field.fill(text)
  await page.reload()
  await page.getByText(text, { exact: true }).waitFor()
  await page.getByRole('button', { name: '이의 신청하기' }).click()
  await page.getByText('내 이의가 기록되었습니다 ✓').waitFor()
}
