/** Anyone at the page of the finish: draw, opening, ranking. */
import type { Page } from 'playwright-core'

export async function storeDrawBlock(page: Page): Promise<void> {
  await press(page, '추첨 블록 적기')
  await page.getByText(/추첨 조각을 더 내놓아야 합니다/).waitFor()
}

/** Once the trustees have released their shares of the lottery. */
export async function draw(page: Page): Promise<void> {
  await press(page, '추첨하기')
  await page.getByText('심사 목록이 추첨으로 정해졌습니다.').waitFor()
}

/** `count` reviewers have cast. */
export async function openBallots(page: Page, count: number): Promise<void> {
  await press(page, '심사표 열기')
  const told = `심사자 ${count}명의 심사표 중 ${count}장을 열어 셌습니다`
  await page.getByText(told).waitFor()
}

export async function rank(page: Page): Promise<void> {
  await press(page, '순위 매기기')
  await page.getByRole('link', { name: '결과 보기' }).waitFor()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
