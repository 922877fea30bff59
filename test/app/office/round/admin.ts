/** The admin at the pages of an existing round: the roster, the freeze. */
import type { Page } from 'playwright-core'
import type { Deed } from './deed.ts'

export async function fixRoster(
  page: Page,
  deed: Deed,
  count: number,
): Promise<void> {
  await deed(page, '명단 확정하기')
  await page.getByText(`제안 ${count}개가 번호를 받았습니다.`).waitFor()
}

/** What the freeze asks for; not sent yet. */
export async function prepareFreeze(page: Page, round: string): Promise<void> {
  const notice = '모두 확인했습니다. 문의: 02-000-0000'
  await page.getByLabel('고정을 알리는 글').fill(notice)
  await page.getByLabel('회차 이름').fill(round)
}

export async function freeze(page: Page, deed: Deed): Promise<void> {
  await deed(page, '고정하기')
  await page.getByText('고정되었습니다.').waitFor()
}
