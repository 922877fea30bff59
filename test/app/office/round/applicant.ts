/** An applicant at the page: registers a proposal, replaces it. */
import type { Page } from 'playwright-core'

export type Idea = { title: string; community: string }

/** From the page where proposals are written to the look at it before it is sent. */
export async function writeIdea(page: Page, idea: Idea): Promise<void> {
  const field = (label: string) => page.getByLabel(label, { exact: true })
  await field('제목').fill(idea.title)
  await field('공동체 이름').fill(idea.community)
  await field('글').fill(`${idea.title}. 온 마을이 함께 씁니다.`)
  await press(page, '남들에게 보일 모습 보기')
  await page.getByRole('heading', { name: idea.title }).waitFor()
}

/** With a wallet that has no ether. */
export async function signByWallet(page: Page): Promise<void> {
  await page.getByText('지갑으로 제출하기').click()
  await press(page, '제안 제출하기')
  await untilRecorded(page, 1)
}

export async function signByPasskey(page: Page): Promise<void> {
  await press(page, '지문·얼굴로 제출하기')
  await untilRecorded(page, 1)
}

/** From the own proposals; by the same key. */
export async function replaceIdea(page: Page, title: string): Promise<void> {
  await press(page, '고쳐서 다시 내기')
  await page.getByLabel('제목', { exact: true }).fill(title)
  await press(page, '남들에게 보일 모습 보기')
  await page.getByText('이 글로 바꿉니다(2번째 판)').waitFor()
  await press(page, '제안 제출하기')
  await untilRecorded(page, 2)
}

async function untilRecorded(page: Page, version: number): Promise<void> {
  const told = `제안이 기록되었습니다 ✓ (${version}번째 판)`
  await page.getByText(told).waitFor()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
