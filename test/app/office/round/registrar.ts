/** The registrar at the page: from the sign-in at the relayer to the published roll. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'

export type Ticket = { reviewer: number; contact: string; link: string }

export async function enterDesk(page: Page): Promise<void> {
  await press(page, '서명하고 들어가기')
  await page.getByText('명부 담당으로 들어왔습니다').waitFor()
}

/** Before anything of people is kept. */
export async function setDateOfDeletion(page: Page, at: number) {
  const text = new Date(at * 1000).toISOString().slice(0, 16)
  await page.getByLabel('지울 때').fill(text)
  await press(page, '지울 날 정하기')
  await page.getByText('정했습니다.').first().waitFor()
}

export async function importContacts(
  page: Page,
  contacts: readonly string[],
): Promise<void> {
  const rows = contacts.map((contact, index) => `${index + 1},1,${contact}`)
  const table = ['공동체,자리,연락처', ...rows].join('\n')
  await page.getByLabel('연락처 파일 고르기').setInputFiles({
    ...{ name: 'people.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(table),
  })
  await press(page, `연락처 ${contacts.length}개 올리기`)
  await page.getByText(`연락처 ${contacts.length}개를 올렸습니다`).waitFor()
}

/** One for each seat, as the saved table has them. */
export async function issueTickets(
  page: Page,
  count: number,
): Promise<Ticket[]> {
  await press(page, `참여권 ${count}장 만들기`)
  await page.getByText(`새 참여권 ${count}장`).waitFor()
  const download = page.waitForEvent('download')
  await press(page, 'CSV로 저장')
  const text = await readFile(await (await download).path(), 'utf8')
  await press(page, '화면에서 지우기')
  return readTickets(text)
}

function readTickets(text: string): Ticket[] {
  const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\n')
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const of = (name: string) => cells[names.indexOf(name)] ?? ''
    const reviewer = Number(of('reviewer'))
    return { reviewer, contact: of('contact'), link: of('link') }
  })
}

/** Each key's holder then has the registrar's word. */
export async function signKeys(page: Page, count: number): Promise<void> {
  await page.getByText(`등록한 열쇠 ${count}`).waitFor()
  await press(page, '서명하기')
  await page.getByText(`열쇠 ${count}개에 서명했습니다`).waitFor()
}

export async function publishRoll(page: Page): Promise<void> {
  await press(page, '명부 공개')
  await page.getByText('이대로 공개되어 있습니다').waitFor()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}
