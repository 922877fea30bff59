/** A reviewer on a phone: enrols by a ticket, scores what was drawn, sends. */
import type { Page } from 'playwright-core'

export async function enrolByPasskey(page: Page): Promise<void> {
  await press(page, '지문·얼굴로 등록하기')
  await untilEnrolled(page)
}

export async function enrolByWallet(page: Page): Promise<void> {
  await page.getByText('지갑으로 등록하기').first().click()
  await press(page, /이 지갑으로 등록/)
  await untilEnrolled(page)
}

async function untilEnrolled(page: Page): Promise<void> {
  const name = '등록했습니다'
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** From the list on; `score` goes to every question. Not sent yet. */
export async function scoreAll(page: Page, score: number): Promise<void> {
  await page.getByRole('link', { name: '첫 제안부터 시작하기' }).click()
  for (;;) {
    const radios = page.locator(`.scores input[type=radio][value="${score}"]`)
    await radios.first().waitFor()
    for (const radio of await radios.all()) await radio.check()
    const last = page.getByRole('button', { name: '확인하고 보내기' })
    const isLast = await last.isVisible()
    const before = page.url()
    await (isLast ? last.click() : press(page, '다음 제안'))
    await page.waitForURL((url) => url.href !== before)
    if (isLast) return
  }
}

export async function send(page: Page): Promise<void> {
  const name = '보내기 전에 확인해 주세요'
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await press(page, /^(지문·얼굴로|지갑으로) 보내기$/)
  await page.getByRole('heading', { name: '기록됨 ✓' }).waitFor()
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).click()
}
