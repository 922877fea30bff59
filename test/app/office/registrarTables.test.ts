// the registrar's tables at the page
// ├── contacts
// │   ├── each fault is named by its line and its reason, and nothing can be sent
// │   ├── a header alone, nothing at all, UTF-16, a column short → said
// │   ├── more people than a community has seats, by lot
// │   ├── UTF-8 and CP949 → the first lines as they were read
// │   └── chosen again with one other contact → that one, from what to what
// ├── the roll
// │   ├── each fault is named by its line and its reason, and nothing can be sent
// │   ├── a column short → named as an official heads it
// │   └── right, in CP949 → what will be sent; another key later → that seat, from what to what
// ├── in English the same, with nothing left untranslated
// └── a reload between the deletion and its answer → told, and not asked for again
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import type { Browser, Locator, Page } from 'playwright-core'
import { getRollChunks } from '../../../chain/getRoll.ts'
import { parseKeys } from '../../../protocol/roll.ts'
import { readContacts } from '../../../relayer/retention/keepContacts.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../../relayer/support/openEnrolment.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { desktop } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { koreanOf } from '../support/koreanOf.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import type { TestWallet } from '../support/testWallet.ts'
import { enterDesk, setDateOfDeletion } from './round/registrar.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const key = (seat: number) => official(`seat ${seat}`).address
/** One letter is another than its capitals tell. */
const changed = key(2).replace(/[a-f]/i, (letter) =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
)
const badRoll = (header: string) => [
  ...[header, `1,1,${key(1)}`, `1,2,${changed}`, '2,1,0x12'],
  ...[`1,1,${key(3)}`, `2,2,${key(1)}`, `9,1,${key(4)}`, `3,5,${key(5)}`],
]

describe('the registrar’s tables', function () {
  this.timeout(180_000)
  inOrder(this)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser
  let page: Page
  let wallet: TestWallet

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEnrolment()
    office = await openOffice(stage)
    browser = await launchChromium()
    const at = `/r/${stage.round}/office/retention`
    ;({ page, wallet } = await office.enter(browser, 'registrar', at, desktop))
    await enterDesk(page)
    await setDateOfDeletion(page, Date.now() / 1000 + 90 * 86_400)
    await page.goto(`${office.url}#/r/${stage.round}/office/roll`)
  })
  after(async () => {
    if (!isBuilt) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const contacts = () => page.locator('[data-preview=contacts]')
  const roll = () => page.locator('[data-preview=roll]')
  const send = () => page.getByRole('button', { name: /^연락처 \d+개 올리기/ })
  const kept = () => readContacts(office.relayer.services.database, stage.round)
  const chooseContacts = (text: string | Buffer) =>
    choose(page, '연락처 파일 고르기', text)
  const chooseRoll = (text: string | Buffer) =>
    choose(page, '명부 파일 고르기', text)

  it('names each fault of contacts by its line', async () => {
    const rows = [
      '공동체,자리,연락처',
      '1,1,똠방 kim@example.kr',
      '9,1,lee@example.kr',
      '1,3,park@example.kr',
      '1,2,',
      `2,1,${'가'.repeat(201)}`,
      '1,1,choi@example.kr',
      '2,2,똠방 kim@example.kr',
      '3,1,han@example.kr ',
    ]
    const torn = Buffer.from([0xff])
    const bytes = [iconv.encode(rows.join('\n'), 'cp949'), torn]
    await chooseContacts(Buffer.concat(bytes))
    await page.getByText('people.csv: CP949 글자로 읽었습니다.').waitFor()
    await contacts().getByText('8줄 · 오류 6 · 중복 1 · 새로 2').waitFor()
    expect(await faultsOf(contacts())).to.deep.equal([
      '3번째 줄 그런 공동체나 자리가 없습니다.',
      '4번째 줄 그런 공동체나 자리가 없습니다.',
      '5번째 줄 연락처가 비어 있습니다.',
      '6번째 줄 연락처가 너무 깁니다. 200자까지 됩니다.',
      '7번째 줄 앞줄에 나온 자리입니다.',
      '9번째 줄 깨진 글자가 있습니다. 파일을 UTF-8이나 CP949로 다시 저장하세요.',
    ])
    await contacts().getByText('8번째 줄', { exact: true }).first().waitFor()
    await contacts().getByText('2번째 줄과 같은 연락처').waitFor()
    expect(await send().count()).to.equal(0)
    expect(await kept()).to.deep.equal([])
    await expectSound(page)
  })

  it('tells of files that hold no contacts', async () => {
    const noColumn = /^1번째 줄 열이 없습니다\./
    const header = '공동체,자리,연락처'
    for (const text of [
      '',
      '이름,연락처\n김,a@b.kr\n',
      Buffer.from(`\uFEFF${header}\n1,1,a@b.kr\n`, 'utf16le'),
    ]) {
      await chooseContacts(`${header}\n`)
      await contacts().getByText('0줄 · 오류 0').waitFor()
      await contacts().getByText('사람을 적은 줄이 없습니다.').waitFor()
      await chooseContacts(text)
      await contacts().getByRole('alert').waitFor()
      const [fault, ...others] = await faultsOf(contacts())
      expect(fault).to.match(noColumn)
      expect(others).to.deep.equal([])
      expect(await send().count()).to.equal(0)
    }
  })

  it('counts the seats that a lot gives', async () => {
    const rows = ['공동체,연락처', '1,a@b.kr', '2,b@b.kr', '1,c@b.kr']
    await chooseContacts([...rows, '1,d@b.kr'].join('\n'))
    await contacts().getByText('4줄 · 오류 1').waitFor()
    expect(await faultsOf(contacts())).to.deep.equal([
      '5번째 줄 공동체의 남은 자리보다 사람이 많습니다.',
    ])
    await contacts().getByText('공동체 1, 자리는 제비로: a@b.kr').waitFor()
    expect(await send().count()).to.equal(0)
  })

  it('shows the first lines as they were read, in either encoding', async () => {
    const rows = [
      '공동체,자리,연락처',
      '1,1,똠방 kim@b.kr',
      '2,2,펲시 lee@b.kr',
    ]
    const more = ['3,1,c@b.kr', '4,1,d@b.kr']
    const text = [...rows, ...more].join('\r\n')
    for (const [encoding, bytes] of [
      ['UTF-8', Buffer.from(text)],
      ['UTF-8', Buffer.from(`\uFEFF${text}`)],
      ['CP949', iconv.encode(text, 'cp949')],
    ] as const) {
      await chooseContacts(bytes)
      await page.getByText(`people.csv: ${encoding} 글자로`).waitFor()
      const lines = contacts().getByRole('listitem')
      expect(await lines.allInnerTexts()).to.deep.equal([
        '2번째 줄 공동체 1, 자리 1: 똠방 kim@b.kr',
        '3번째 줄 공동체 2, 자리 2: 펲시 lee@b.kr',
        '4번째 줄 공동체 3, 자리 1: c@b.kr',
      ])
      await chooseContacts('공동체,자리,연락처\n')
      await contacts().getByText('0줄').waitFor()
    }
    await chooseContacts(iconv.encode(text, 'cp949'))
    await send().click()
    await page.getByText('연락처 4개를 올렸습니다').waitFor()
    expect(await kept()).to.deep.include({
      ...{ reviewer: 4, contact: '펲시 lee@b.kr' },
    })
  })

  it('shows what another table would change', async () => {
    const rows = ['공동체,자리,연락처', '1,1,똠방 kim@b.kr', '2,2,새 lee@b.kr']
    await chooseContacts(rows.join('\n'))
    await contacts().getByText('새로 0 · 달라진 것 1').waitFor()
    await contacts().getByText('지금 것과 달라지는 줄 보기').click()
    await contacts().getByText('펲시 lee@b.kr → 새 lee@b.kr').waitFor()
    expect((await kept()).map(({ contact }) => contact)).to.include(
      '펲시 lee@b.kr',
    )
    await send().click()
    await page.getByText('연락처 2개를 올렸습니다').waitFor()
    await chooseContacts(rows.join('\n'))
    await contacts().getByText('새로 0 · 달라진 것 0').waitFor()
    expect(await kept()).to.deep.equal([
      { reviewer: 1, contact: '똠방 kim@b.kr' },
      { reviewer: 4, contact: '새 lee@b.kr' },
      { reviewer: 5, contact: 'c@b.kr' },
      { reviewer: 7, contact: 'd@b.kr' },
    ])
  })

  it('names each fault of a roll by its line', async () => {
    await page.getByLabel('내가 가진 CSV 파일로').check()
    const table = badRoll('공동체,자리,열쇠').join('\n')
    await chooseRoll(iconv.encode(table, 'cp949'))
    await roll().getByText('오류 5 · 중복 2').waitFor()
    expect(await faultsOf(roll())).to.deep.equal([
      `3번째 줄 열쇠 ${changed} 값의 대문자 자리가 맞지 않습니다. 글자가 바뀌었습니다.`,
      '4번째 줄 “0x12” 값은 열쇠가 아닙니다. 0x와 숫자·영문 40자여야 합니다.',
      '5번째 줄 2번째 줄과 같은 자리입니다.',
      '6번째 줄 2번째 줄과 같은 열쇠입니다.',
      '7번째 줄 공동체 칸이 “9”입니다. 1부터 6까지여야 합니다.',
      '8번째 줄 자리 칸이 “5”입니다. 1부터 2까지여야 합니다.',
      '9번째 줄 자리 8개가 없습니다. 처음 몇 개의 심사자 번호: 5, 6, 7.',
    ])
    await page.getByText('공개할 명부가 아직 없습니다.').waitFor()
    await page.getByRole('button', { name: '명부 공개' }).click({ force: true })
    expect(wallet.asked).not.to.include('eth_sendTransaction')
    await expectSound(page)
  })

  it('names the columns that a roll lacks', async () => {
    await chooseRoll(`공동체,이름\n1,${key(1)}\n`)
    await page.getByText('첫 줄에 이 열이 없습니다: 자리, 열쇠.').waitFor()
    expect(await roll().count()).to.equal(0)
  })

  it('shows what a right roll sends, and what another would change', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => {
      const [community, seat] = [Math.floor(index / 2) + 1, (index % 2) + 1]
      return `${key(index)},${community},${seat}`
    })
    const table = ['열쇠,공동체,자리', ...rows.toReversed()].join('\n')
    await chooseRoll(iconv.encode(table, 'cp949'))
    await roll().getByText('빈 자리 0 · 오류 0 · 중복 0').waitFor()
    await roll().getByText('묶음 1개 중 보낼 것 1개').waitFor()
    const { chain, round } = stage
    expect(await getRollChunks(chain.reader, { round })).to.deep.equal([])
    await page.getByRole('button', { name: '명부 공개' }).click()
    await page.getByText('이대로 공개되어 있습니다').waitFor()
    const [chunk] = await getRollChunks(chain.reader, { round })
    expect(parseKeys(chunk![1])).to.deep.equal(
      Array.from({ length: 12 }, (_, index) => key(index).toLowerCase()),
    )
    await chooseRoll(table.replace(key(4), key(99)))
    await roll().getByText('오류 0 · 중복 0 · 달라진 것 1').waitFor()
    await roll().getByText('바뀌는 자리 보기').click()
    const change = `${key(4)} → ${key(99)}`.toLowerCase()
    await roll().getByText(`심사자 5: ${change}`).waitFor()
  })

  it('says all that in English', async () => {
    const at = `/r/${stage.round}/office/roll`
    const english = { ...desktop, display: { language: 'en' } } as const
    const other = await office.enter(browser, 'registrar', at, english)
    await other.page.getByRole('button', { name: 'Sign and enter' }).click()
    // Of seats that have none: what stands is in its registrar's words.
    const bad = ['community,seat,contact', '6,1,kim@b.kr', '9,1,lee@b.kr']
    const worse = ['1,2,', `2,1,${'a'.repeat(201)}`, '6,1,han@b.kr']
    const table = [...bad, ...worse, '6,2,kim@b.kr', '3,2,a\uFFFD']
    await choose(other.page, 'Choose a file of contacts', table.join('\n'))
    const told = other.page.locator('[data-preview=contacts]')
    await told.getByText('7 lines · errors 5 · repeated 1').waitFor()
    await told.getByText('Line 4', { exact: true }).waitFor()
    await told.getByText('Community 6, seat 1: kim@b.kr').waitFor()
    await other.page.getByLabel('A CSV file of my own').check()
    const rows = badRoll('community,seat,key').join('\n')
    await choose(other.page, 'Choose a roll file', rows)
    await other.page.getByText('8 seats are missing.').waitFor()
    expect(await koreanOf(other.page)).to.deep.equal([])
    await expectSound(other.page)
    await other.context.close()
  })

  it('knows after a reload what is deleted, and deletes once', async () => {
    await page.goto(`${office.url}#/r/${stage.round}/office/retention`)
    const held = page.locator('[data-held]')
    await held.getByText('연락처: 4').waitFor()
    const sure = page.getByLabel('되돌릴 수 없다는 것을 압니다')
    await sure.check()
    await page.reload()
    await held.getByText('지울 날:').waitFor()
    await held.getByText('연락처: 4').waitFor()
    expect(await sure.isChecked()).to.equal(false)
    // The page hears nothing of what it has asked for.
    let deletions = 0
    const all = `${office.relayer.url}/**`
    await page.context().route(all, async (route) => {
      if (route.request().method() !== 'DELETE') return route.continue()
      deletions += 1
      await route.fetch()
      await route.abort()
    })
    await sure.check()
    await page.getByRole('button', { name: '모두 지우기' }).click()
    await untilAsync(async () => (await kept()).length === 0)
    await page.reload()
    await page.context().unroute(all)
    await held.getByText('남은 것이 없습니다').waitFor()
    expect(await sure.count()).to.equal(0)
    expect(deletions).to.equal(1)
  })
})

function choose(
  page: Page,
  label: string,
  text: string | Buffer,
): Promise<void> {
  return page.getByLabel(label).setInputFiles({
    ...{ name: 'people.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(text),
  })
}

/** What stands under "lines to be put right". */
function faultsOf(preview: Locator): Promise<string[]> {
  return preview.getByRole('alert').getByRole('listitem').allInnerTexts()
}
