/**
 * the registrar's page
 * ├── is sound on a phone; signing in asks the wallet for one signature
 * ├── contacts: CP949 is read rightly, every fault is told by its line, nothing is sent before
 * ├── tickets: a sheet each, shown once; leaving before they are saved asks first
 * ├── a ticket is claimed in another profile; re-issued, the old one dies and the key is free
 * ├── a page lost before its tickets were printed: those that nobody claimed, anew
 * ├── the registrar's word is signed and kept
 * ├── the roll: a refusal in the middle and a reload send only what is left
 * ├── the comparison finds a swapped key
 * └── retention: sets a date, deletes, and shows that nothing is left
 */
import { expect } from 'chai'
import iconv from 'iconv-lite'
import type { Browser, Page } from 'playwright-core'
import { concat } from 'viem'
import { getRollChunks } from '../../../chain/getRoll.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { parseKeys } from '../../../protocol/roll.ts'
import { readEnrolments } from '../../../relayer/enrolment/readEnrolments.ts'
import { checkLinks } from '../../../relayer/retention/checkLinks.ts'
import { readContacts } from '../../../relayer/retention/keepContacts.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../../relayer/support/openEnrolment.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop, phone } from '../support/browsing.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { expectSound } from '../support/expectSound.ts'

/** Of each community: two chunks of the roll. */
const seats = 200

describe('the registrar’s page', function () {
  this.timeout(280_000)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser
  let desk: Awaited<ReturnType<Office['enter']>>
  let page: Page
  let code: string

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no page is looked at !!!')
      this.skip()
    }
    stage = await openEnrolment({ seats })
    office = await openOffice(stage)
    browser = await launchChromium()
    desk = await office.enter(browser, 'registrar', at('roll'), desktop)
    page = desk.page
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const at = (name: string) => `/r/${stage.round}/office/${name}`
  const rounds = () => office.relayer.services.database
  const press = (name: string | RegExp) =>
    page.getByRole('button', { name }).click()
  const go = async (name: string) => {
    await page.goto(`${office.url}#${at(name)}`)
  }
  const choose = (label: string, text: string | Buffer) =>
    page.getByLabel(label).setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })

  it('lets the registrar in by one signature', async () => {
    await press('서명하고 들어가기')
    await page.getByText('자리 1,200 · 발급 0 · 등록 0').waitFor()
    expect(desk.wallet.asked).to.include('personal_sign')
    expect(desk.wallet.asked).not.to.include('eth_sendTransaction')
    await expectSound(page)
  })

  it('lets nobody else in', async () => {
    const other = await office.enter(browser, 'admin', at('roll'), phone)
    await other.page.getByText('이 지갑은 담당이 아니어서').waitFor()
    await other.page.getByRole('button', { name: '서명하고 들어가기' }).click()
    await other.page.getByRole('alert').waitFor()
    expect(await other.page.getByText('자리 1,200').count()).to.equal(0)
    await other.context.close()
  })

  it('takes contacts once a date of deletion is set', async () => {
    await go('retention')
    await page.getByLabel('지울 때').fill('2020-01-01T09:00')
    await page.getByText('지난 때입니다').waitFor()
    const later = new Date(Date.now() + 90 * 86_400_000)
    await page.getByLabel('지울 때').fill(later.toISOString().slice(0, 16))
    await press('지울 날 정하기')
    await page.getByText('정했습니다.').first().waitFor()
    await expectSound(page)
    await go('roll')
  })

  it('tells what is wrong with a table, line by line, and sends nothing', async () => {
    await choose('연락처 파일 고르기', '이름,연락처\n김,a@b.kr\n')
    await page.getByText('열이 없습니다').waitFor()
    const rows = [
      '공동체,자리,연락처',
      '1,1,똠방 kim@example.kr',
      '9,1,lee@example.kr',
      '1,2,',
      '1,1,choi@example.kr',
      '2,1,똠방 kim@example.kr',
    ]
    await choose('연락처 파일 고르기', iconv.encode(rows.join('\n'), 'cp949'))
    await page.getByText('CP949 글자로 읽었습니다').waitFor()
    const preview = page.locator('[data-preview=contacts]')
    await preview.getByText('5줄 · 오류 3 · 중복 1').waitFor()
    for (const line of [3, 4, 5, 6])
      await preview
        .getByText(`${line}번째 줄`, { exact: true })
        .first()
        .waitFor()
    expect(await page.getByRole('button', { name: /올리기/ }).count()).to.equal(
      0,
    )
    expect(await readContacts(rounds(), stage.round)).to.deep.equal([])
  })

  it('keeps a table that is right', async () => {
    const rows = '공동체,자리,연락처\n1,1,똠방 kim@example.kr\n'
    await choose('연락처 파일 고르기', iconv.encode(rows, 'cp949'))
    await press('연락처 1개 올리기')
    await page.getByText('연락처 1개를 올렸습니다').waitFor()
    const kept = await readContacts(rounds(), stage.round)
    expect(kept).to.deep.equal([
      { reviewer: 1, contact: '똠방 kim@example.kr' },
    ])
  })

  it('makes tickets, a sheet each, and asks before they are lost', async () => {
    await page.getByLabel('누구 것').selectOption('1')
    await press('참여권 200장 만들기')
    await page.getByText('새 참여권 200장').waitFor()
    const sheet = page.locator('.sheet[data-reviewer="1"]')
    code = (await sheet.locator('code').textContent()) ?? ''
    expect(await page.locator('.sheet .qr').count()).to.equal(200)
    let asked = ''
    page.once('dialog', (dialog) => {
      asked = dialog.message()
      void dialog.dismiss()
    })
    await page.getByRole('link', { name: /담당 업무/ }).click()
    await page.getByText('새 참여권 200장').waitFor()
    expect(asked).to.contain('다시 볼 수 없습니다')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press('CSV로 저장'),
    ])
    expect(file.suggestedFilename()).to.match(/\.csv$/)
    await page.getByText('인쇄하거나 저장했습니다').waitFor()
    await press('화면에서 지우기')
    await page.getByText('자리 1,200 · 발급 200').waitFor()
  })

  it('re-issues: what was claimed is free, and the old ticket is dead', async () => {
    await claim(code, 'key 1')
    const [enrolled] = await readEnrolments(rounds(), stage.round, 1)
    expect(enrolled?.key).to.equal(official('key 1').address.toLowerCase())
    await page.getByLabel('어느 자리').selectOption('공동체 1의 자리')
    await page.getByLabel('그 가운데').selectOption('자리 1')
    await page.getByLabel('이유', { exact: true }).selectOption('key lost')
    await press('다시 발급하기')
    await page.getByText('새 참여권 1장').waitFor()
    const fresh = (await page.locator('.sheet__code').textContent()) ?? ''
    expect(await readEnrolments(rounds(), stage.round, 1)).to.deep.equal([])
    await Promise.all([page.waitForEvent('download'), press('CSV로 저장')])
    await press('화면에서 지우기')
    const old = await office.enter(browser, 'relay', `/t/${code}`, phone)
    await old.page.getByText('새 참여권으로 바뀌었습니다').waitFor()
    await old.context.close()
    await claim(fresh, 'relay')
  })

  it('re-issues those that nobody has claimed, after a page was lost', async () => {
    await page.reload()
    const where = page.getByLabel('어느 자리')
    const option = where.locator('option[value="all"]')
    const [, left = '0'] = /\((\d+)곳\)/.exec(await option.innerText()) ?? []
    await where.selectOption(await option.getAttribute('value'))
    await page.getByLabel('이유', { exact: true }).selectOption('not received')
    await press(`${left}장 다시 발급하기`)
    await page.getByText(`새 참여권 ${left}장`).waitFor()
    // Whoever has claimed one keeps it.
    const [enrolled] = await readEnrolments(rounds(), stage.round, 1)
    expect(enrolled?.key).to.equal(official('relay').address.toLowerCase())
    await Promise.all([page.waitForEvent('download'), press('CSV로 저장')])
    await press('화면에서 지우기')
  })

  it('signs the enrolled keys', async () => {
    await page.reload()
    await page.getByText('등록한 열쇠 1 · 서명 안 한 것 1').waitFor()
    await press('서명하기')
    await page.getByText('열쇠 1개에 서명했습니다').waitFor()
    const [enrolled] = await readEnrolments(rounds(), stage.round, 1)
    expect(enrolled?.registrar).to.equal(official('registrar').address)
  })

  it('tells what is wrong with a roll of a file', async () => {
    await page.getByLabel('내가 가진 CSV 파일로').check()
    const key = official('relay').address
    const rows = ['공동체,자리,열쇠', `1,1,${key}`, '1,2,0x12', `9,9,${key}`]
    await choose('명부 파일 고르기', rows.join('\n'))
    const preview = page.locator('[data-preview=roll]')
    await preview.getByText('“0x12” 값은 열쇠가 아닙니다').waitFor()
    await preview.getByText('공동체 칸이 “9”입니다').waitFor()
    await preview.getByText('3번째 줄', { exact: true }).first().waitFor()
    await page.getByLabel('참여권으로 등록한 열쇠로').check()
  })

  it('publishes chunk by chunk, through a refusal and a reload', async () => {
    await page.getByText('묶음 2개 중 보낼 것 2개').waitFor()
    const sent = () =>
      desk.wallet.asked.filter((one) => one === 'eth_sendTransaction').length
    const refuse = setInterval(() => {
      if (sent() === 1) desk.wallet.mood = 'refuses'
    }, 5)
    await press('명부 공개')
    await page.getByText('취소했습니다. 보낸 것은 없습니다.').waitFor()
    clearInterval(refuse)
    expect((await chunks()).length).to.equal(1)
    desk.wallet.mood = 'approves'
    await page.reload()
    await page.getByText('묶음 2개 중 보낼 것 1개').waitFor()
    await press('명부 공개')
    await page.getByText('이대로 공개되어 있습니다').waitFor()
    const [first, second] = await chunks()
    expect(second).not.to.equal(undefined)
    const [key] = parseKeys(first![1])
    expect(key).to.equal(official('relay').address.toLowerCase())
    await expectSound(page)
  })

  it('finds a swapped key', async () => {
    await press('견주어 보기')
    await page.getByText('다른 곳이 없습니다').waitFor()
    const [first] = await chunks()
    const swapped = official('key 1').address.toLowerCase() as `0x${string}`
    const keys = concat([swapped, ...parseKeys(first![1]).slice(1)])
    const call = { round: stage.round, functionName: 'publishRoll' } as const
    await writeRound(stage.actors.registrar, { ...call, args: [0n, keys] })
    await press('견주어 보기')
    await page.locator('[data-differences="1"]').getByText(swapped).waitFor()
  })

  it('deletes, and proves it', async () => {
    await go('retention')
    await page.locator('[data-held]').getByText('연락처: 1').waitFor()
    await page.getByLabel('되돌릴 수 없다는 것을 압니다').check()
    await press('모두 지우기')
    await page.getByText('남은 것이 없습니다').waitFor()
    await page.locator('[data-act="retention done"]').waitFor()
    const links = await checkLinks(rounds(), stage.round)
    expect(links.every(({ count }) => count === 0)).to.equal(true)
    await expectSound(page)
  })

  const chunks = () => getRollChunks(stage.chain.reader, { round: stage.round })

  /** By somebody else, in a profile of their own. */
  async function claim(ticket: string, name: string): Promise<void> {
    const own = await office.enter(browser, name, `/t/${ticket}`, phone)
    await own.page
      .getByText(/지갑으로 등록하기/)
      .first()
      .click()
    const wallet = own.page.getByRole('button', { name: /Test Wallet/ })
    await wallet.click()
    await own.page.getByText('등록했습니다').first().waitFor()
    await own.context.close()
  }
})
