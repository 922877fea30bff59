// an applicant in the dApp, by a passkey of Chromium
// ├── registers with it → the key on the chain is the passkey's
// ├── a device that has lost it → found again by the passkey alone
// └── withdraws with it
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { getProposals } from '../../../chain/getProposals.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  type EnrolmentStage,
  openEnrolment,
} from '../../relayer/support/openEnrolment.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { addAuthenticator } from '../support/addAuthenticator.ts'
import { phone, visit } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { type Office, openOffice } from '../support/openOffice.ts'

describe('an applicant with a passkey', function () {
  this.timeout(180_000)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser
  let page: Page

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEnrolment()
    office = await openOffice(stage)
    browser = await launchChromium()
    const visited = await visit(browser, 'about:blank', phone)
    ;({ page } = visited)
    await addAuthenticator(page)
    await page.goto(`${office.url}#/r/${stage.other}/apply`)
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const proposals = () =>
    getProposals(stage.chain.reader, { round: stage.other })
  const button = (name: string) =>
    page.getByRole('button', { name, exact: true })

  it('registers', async () => {
    await page.getByLabel('제목', { exact: true }).fill('지문으로 낸 제안')
    await page.getByLabel('공동체 이름', { exact: true }).fill('가람동')
    await page.getByLabel('글', { exact: true }).fill('지갑 없이 냅니다.')
    await button('남들에게 보일 모습 보기').click()
    await button('지문·얼굴로 제출하기').waitFor()
    await expectSound(page)
    await button('지문·얼굴로 제출하기').click()
    await page.getByText('제안이 기록되었습니다 ✓ (1번째 판)').waitFor()
    const [proposal] = await proposals()
    expect(proposal).to.deep.include({ state: 'pending', version: 1 })
    const kept = await page.evaluate(() =>
      localStorage.getItem('dure.applicantKeys'),
    )
    expect(kept?.toLowerCase()).to.include(proposal?.key.toLowerCase())
  })

  it('is found again by the passkey alone', async () => {
    await page.evaluate(() => {
      localStorage.clear()
    })
    await page.reload()
    await page.getByText('이 기기에서 낸 제안이 아직 없습니다.').waitFor()
    await page.getByText('다른 기기에서 낸 제안 찾기').click()
    await button('지문·얼굴로 찾기').click()
    await page.getByRole('heading', { name: '지문으로 낸 제안' }).waitFor()
  })

  it('withdraws', async () => {
    await button('철회하기').first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '철회하기' }).click()
    await untilAsync(async () => {
      const [proposal] = await proposals()
      return proposal?.state === 'withdrawn'
    })
    await page.getByText('철회가 기록되었습니다 ✓').waitFor()
  })
})
