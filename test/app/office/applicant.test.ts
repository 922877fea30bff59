// an applicant in the dApp, by a wallet without ether
// ├── fields left out → said beside them, nothing is signed
// ├── files of another kind, or too large → said beside the field
// ├── a draft with its file stays through a reload
// ├── a wallet that refuses → nothing is sent, the draft is there
// ├── registers with an attachment → on the chain, and read by another visitor
// ├── replaces it → the chain has the second version
// ├── no relayer → a signed file that `dure propose --send` takes
// ├── withdraws → the chain says so
// └── after the registration → said, and no form
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { sha256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { getProposal } from '../../../chain/getProposals.ts'
import { readRound } from '../../../chain/readRound.ts'
import { toCid } from '../../../protocol/cid.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import { keyOf } from '../../cli/support/commandChain.ts'
import { runCommand } from '../../cli/support/runCommand.ts'
import {
  openRegistration,
  png,
  type RegistrationStage,
} from '../../relayer/support/openRegistration.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop, phone, visit } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import type { TestWallet } from '../support/testWallet.ts'

const picture = Buffer.from(png('the empty storehouse'))

describe('an applicant in the dApp', function () {
  this.timeout(180_000)
  let stage: RegistrationStage
  let office: Office
  let browser: Browser
  let page: Page
  let wallet: TestWallet
  let folder: string

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openRegistration()
    office = await openOffice(stage)
    browser = await launchChromium()
    folder = await mkdtemp(path.join(tmpdir(), 'dure-apply-'))
    const at = `/r/${stage.open.round}`
    ;({ page, wallet } = await office.enter(browser, 'writer', at, phone))
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
    await rm(folder, { recursive: true })
  })

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const addressOf = (name: string) => privateKeyToAccount(keyOf(name)).address
  const standing = (name: string) =>
    getProposal(stage.chain.reader, {
      round: stage.open.round,
      key: addressOf(name),
    })
  const untilVersion = (name: string, version: number) =>
    untilAsync(async () => (await standing(name)).version === version)

  async function write(title: string): Promise<void> {
    await field('제목').fill(title)
    await field('공동체 이름').fill('가람동 주민회')
    await field('글').fill('빈 창고를 고칩니다.\n\n- 부엌\n- 책상')
  }

  it('says beside the fields what is missing', async () => {
    await page.getByRole('link', { name: '제안 제출하기' }).click()
    await button('남들에게 보일 모습 보기').click()
    await page.locator('#proposal-title-error').getByText('비어').waitFor()
    expect(await field('글').getAttribute('aria-invalid')).to.equal('true')
    await field('신청 금액 (없으면 비워 두세요)').fill('많이')
    await page.locator('#proposal-ask-error').getByText('숫자로만').waitFor()
    await expectSound(page)
  })

  it('refuses files of other kinds and sizes beside the field', async () => {
    const large = Buffer.concat([picture, Buffer.alloc(2 ** 20)])
    const mimeType = 'image/png'
    await page.setInputFiles('#proposal-files', [
      // Behind the mark it would read as run<b>exe.png.
      { name: 'run\u202E<b>gnp.exe', mimeType, buffer: Buffer.from('MZ\0\0') },
      { name: 'large.png', mimeType, buffer: large },
      { name: 'storehouse.png', mimeType, buffer: picture },
    ])
    const errors = page.locator('#proposal-files-error')
    await errors.getByText('run<b>gnp.exe: PDF나 그림이 아닙니다').waitFor()
    await errors.getByText('large.png: 1 MiB보다 큽니다').waitFor()
    await button('첨부 빼기: storehouse.png').waitFor()
  })

  it('keeps the draft and its file through a reload', async () => {
    await write('빈 창고를 공유 부엌으로')
    await field('신청 금액 (없으면 비워 두세요)').fill('8,200,000원')
    await button('예산 줄 더하기').click()
    await field('무엇에 1').fill('수리')
    await field('금액 1').fill('8000000')
    await button('남들에게 보일 모습 보기').click()
    await page.getByText('표의 합계가 신청 금액과 다릅니다').waitFor()
    await field('금액 1').fill('8200000')
    await page.reload()
    await button('첨부 빼기: storehouse.png').waitFor()
    expect(await field('제목').inputValue()).to.equal('빈 창고를 공유 부엌으로')
    await button('남들에게 보일 모습 보기').click()
    await button('제안 제출하기').waitFor()
    await page.reload()
    await page
      .getByRole('heading', { name: '빈 창고를 공유 부엌으로' })
      .waitFor()
    await button('첨부 열기: storehouse.png').click()
    await page.getByRole('img', { name: 'storehouse.png' }).waitFor()
    await expectSound(page)
  })

  it('sends nothing where the wallet refuses', async () => {
    wallet.mood = 'refuses'
    await button('제안 제출하기').click()
    await page.getByText('취소했습니다. 보낸 것은 없습니다.').waitFor()
    wallet.mood = 'approves'
    expect((await standing('writer')).version).to.equal(0)
    await page
      .getByRole('heading', { name: '빈 창고를 공유 부엌으로' })
      .waitFor()
  })

  it('registers, and others read it with its attachment', async () => {
    await button('제안 제출하기').click()
    await page.getByText('제안이 기록되었습니다 ✓ (1번째 판)').waitFor()
    expect(wallet.asked).to.not.include('eth_sendTransaction')
    const { ask, digest, state } = await standing('writer')
    expect({ ask, state }).to.deep.equal({ ask: 8_200_000n, state: 'pending' })
    expect(await bytesAt(digest)).to.deep.include({ ask: 8_200_000 })
    const attached = `${office.relayer.url}/documents/${toCid(sha256(picture))}`
    expect((await fetch(attached)).status).to.equal(200)
    await page
      .getByRole('heading', { name: '빈 창고를 공유 부엌으로' })
      .waitFor()
    await expectSound(page)
    const link = page.getByRole('link', { name: '남들에게 보이는 화면' })
    const href = await link.getAttribute('href')
    const other = await visit(
      browser,
      new URL(href ?? '', office.url).href,
      desktop,
    )
    await other.page
      .getByRole('heading', { level: 1, name: '빈 창고를 공유 부엌으로' })
      .waitFor()
    await other.page.getByText('8,200,000').first().waitFor()
    expect(other.outside).to.deep.equal([])
    await other.context.close()
  })

  it('replaces it by the same key', async () => {
    await button('고쳐서 다시 내기').click()
    await field('제목').fill('빈 창고를 책방으로')
    await button('남들에게 보일 모습 보기').click()
    await page.getByText('이 글로 바꿉니다(2번째 판)').waitFor()
    await button('제안 제출하기').click()
    await page.getByText('제안이 기록되었습니다 ✓ (2번째 판)').waitFor()
    const { digest, version } = await standing('writer')
    expect(version).to.equal(2)
    expect(await bytesAt(digest)).to.have.nested.property(
      'title.ko',
      '빈 창고를 책방으로',
    )
  })

  it('hands out a signed file where no relayer answers', async () => {
    const at = `/r/${stage.open.round}/apply`
    const cut = await office.enter(browser, 'cut off', at, phone)
    const { context } = cut
    await context.route(`${office.relayer.url}/**`, (route) => route.abort())
    const before = page
    page = cut.page
    try {
      await write('연결이 끊긴 제안')
      await button('남들에게 보일 모습 보기').click()
      await button('제안 제출하기').click()
      await page.getByText('아직 보내지 못했습니다').waitFor()
      await page.reload()
      await page.getByText('파일로 담당자에게 맡기기').click()
      const file = await save('서명한 파일 저장', 'signed.json')
      const key = keyOf('relay')
      const run = await runCommand(
        [
          ...['propose', '--send', file, '--round', stage.open.round],
          ...['--rpc', stage.url, '--key', 'env:KEY', '--yes'],
        ],
        { env: { KEY: key } },
      )
      expect(run.error, run.stderr).to.equal(undefined)
      expect((await standing('cut off')).version).to.equal(1)
      await context.unroute(`${office.relayer.url}/**`)
      await button('글 올리기').click()
      await page.getByRole('heading', { name: '연결이 끊긴 제안' }).waitFor()
      const { digest } = await standing('cut off')
      expect(await bytesAt(digest)).to.have.property('kind', 'proposal')
    } finally {
      await context.close()
      page = before
    }
  })

  it('withdraws', async () => {
    await button('철회하기').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: '철회하기' })
      .click()
    await untilVersion('writer', 3)
    expect((await standing('writer')).state).to.equal('withdrawn')
    await page.getByText('철회가 기록되었습니다 ✓').waitFor()
  })

  it('says that the registration is over', async () => {
    const { round } = stage.open
    const call = { round, functionName: 'rules', args: [] } as const
    const { times } = await readRound(stage.chain.reader, call)
    await stage.chain.advanceTo(times.registerUntil + 1)
    await page.goto(`${office.url}#/r/${round}/apply`)
    await page.reload()
    await page.getByText('지금은 제안을 받지 않습니다.').waitFor()
    await expectSound(page)
  })

  async function bytesAt(digest: `0x${string}`): Promise<unknown> {
    const url = `${office.relayer.url}/documents/${toCid(digest)}`
    let found: Response | undefined
    await untilAsync(async () => {
      found = await fetch(url)
      return found.ok
    })
    const bytes = new Uint8Array(await found!.arrayBuffer())
    expect(sha256(bytes)).to.equal(digest)
    return JSON.parse(new TextDecoder().decode(bytes))
  }

  async function save(name: string, file: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(name).click(),
    ])
    const place = path.join(folder, file)
    await download.saveAs(place)
    expect((await readFile(place, 'utf8')).length).to.be.greaterThan(100)
    return place
  }
})
