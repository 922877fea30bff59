/** Makes a round in the wizard: communities that review each other, five trustees. */
import type { Page } from 'playwright-core'
import type { Address } from 'viem'
import type { Holders } from '../../../../protocol/rules.ts'

export type Wishes = {
  name: string
  communities: number
  holders: Readonly<Record<keyof Holders, Address>>
  trustees: readonly Address[]
  threshold: number
}

const steps = ['일정', '점수', '선정', '추첨', '담당', '모의 실행', '확인']
const roles = {
  ...{ admin: '관리자', registrar: '명부 담당' },
  ...{ screener: '자격 확인 담당', committee: '위원회' },
} as const

/** From the first page of the wizard to its last step, where it is not sent yet. */
export async function fillWizard(page: Page, wishes: Wishes): Promise<void> {
  await page.getByRole('button', { name: '새 초안 시작하기' }).click()
  await page.getByRole('heading', { name: '1/8 기본' }).waitFor()
  await page.getByLabel('한국어').first().fill(wishes.name)
  const fill = (label: string, text: string | number) =>
    page.getByLabel(label, { exact: true }).fill(String(text))
  await fill('공동체마다 심사자 몇 명', 1)
  await fill('예상하는 제안 수', wishes.communities)
  await goOn(page, 2)
  await goOn(page, 3)
  await goOn(page, 4)
  await fill('추천할 제안 수', wishes.communities / 2)
  await fill('추천받으려면 심사표가 최소 몇 장', 1)
  await goOn(page, 5)
  await fill('목록의 길이', wishes.communities / 2)
  await goOn(page, 6)
  await nameAll(page, wishes)
  await goOn(page, 7)
  await goOn(page, 8)
}

async function nameAll(page: Page, wishes: Wishes): Promise<void> {
  const { holders, threshold, trustees } = wishes
  const fill = (label: string, text: string) =>
    page.getByLabel(label, { exact: true }).fill(text)
  for (const [role, label] of Object.entries(roles))
    await fill(label, holders[role as keyof Holders])
  // Three stand there at first.
  for (const [index, trustee] of trustees.entries()) {
    if (index >= 3)
      await page.getByRole('button', { name: '열쇠지기 더하기' }).click()
    await fill(`열쇠지기 ${index + 1} 주소`, trustee)
  }
  await fill('몇 곳이 모여야 열리나요', String(threshold))
  await page.getByLabel('지문·얼굴(패스키)로도 심사할 수 있음').check()
}

async function goOn(page: Page, place: number): Promise<void> {
  const name = steps[place - 2] ?? ''
  await page.getByRole('link', { name: `다음: ${name}` }).click()
  await page.getByRole('heading', { name: `${place}/8 ${name}` }).waitFor()
}

/** Once the last step says that it stands on the chain. */
export async function readMadeRound(page: Page): Promise<Address> {
  await page.getByRole('heading', { name: '회차를 만들었습니다' }).waitFor()
  await page.getByText('회차 문서를 중계자에 올렸습니다.').waitFor()
  const link = page.getByRole('link', { name: '회차로 가기' })
  const href = (await link.getAttribute('href')) ?? ''
  return href.split('/').at(-1) as Address
}
