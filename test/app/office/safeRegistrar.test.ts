/**
 * a Safe of two owners as registrar, in the dApp
 * ├── offered the role → takes it by a file of the page; an offer of its own it takes back by another
 * ├── somebody who is no owner → told so, and the wallet is not asked
 * ├── one owner → told that more have to sign; another, with the text of the first → in
 * ├── a text for another page → not signed
 * ├── what the Safe itself signed, pasted → in
 * ├── a wallet that is the Safe → in, as any wallet
 * └── an owner is taken out → out at the next request
 */
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import {
  bytesToHex,
  encodeFunctionData,
  hashMessage,
  hexToBytes,
  isAddressEqual,
} from 'viem'
import { enumNumber, roles } from '../../../chain/enums.ts'
import { roundAbi } from '../../../chain/generated/abis.ts'
import { readRound } from '../../../chain/readRound.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../../relayer/support/openEnrolment.ts'
import {
  deploySafe,
  executeBySafe,
  removeOwner,
  type Safe,
  signBySafe,
} from '../../relayer/support/safe.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop, phone } from '../support/browsing.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { expectSound } from '../support/expectSound.ts'
import { bySafe } from './round/bySafe.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const inside = '자리 12 · 발급 0 · 등록 0'

describe('a Safe as registrar, in the dApp', function () {
  this.timeout(280_000)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser
  let safe: Safe
  let slip: string
  let desk: Page

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEnrolment()
    office = await openOffice(stage)
    browser = await launchChromium()
    const { actors, round } = stage
    safe = await deploySafe(actors.relayer, 'owner 1', 'owner 2')
    const role = enumNumber(roles, 'registrar')
    await writeRound(actors.registrar, {
      ...{ round, functionName: 'offerRole', args: [role, safe.address] },
    })
  })
  after(async () => {
    if (!isBuilt) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  async function enter(name: string, device = desktop, as?: Safe) {
    const at = `/r/${stage.round}/office/roll`
    const visited = await office.enter(browser, name, at, device, as)
    visited.page.setDefaultTimeout(60_000)
    return visited
  }
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name }).click()
  async function give(page: Page, text: string): Promise<void> {
    const field = page.getByLabel('받은 글 또는 서명')
    if (!(await field.isVisible()))
      await page.getByText('다른 소유자의 글이나').click()
    await field.fill(text)
    await press(page, '받은 것 넣기')
  }
  const signatures = (asked: readonly string[]) =>
    asked.filter((method) => /sign/i.test(method))

  it('takes the role by a file of the page, and takes an offer back by another', async () => {
    const { actors, chain, round } = stage
    const at = `/r/${round}/office/handover`
    const { context, page } = await office.enter(browser, 'owner 1', at, phone)
    await page
      .getByRole('heading', { name: '계약 지갑(Safe)이 받을 담당: 명부 담당' })
      .waitFor()
    await expectSound(page)
    const act = bySafe(actors.relayer, safe)
    await act(page, '')
    const role = enumNumber(roles, 'registrar')
    const read = { round, functionName: 'holder', args: [role] } as const
    const holder = await readRound(chain.reader, read)
    expect(isAddressEqual(holder, safe.address)).to.equal(true)

    const args = [role, official('relay').address] as const
    const call = { functionName: 'offerRole', args } as const
    const data = encodeFunctionData({ abi: roundAbi, ...call })
    await executeBySafe(actors.relayer, safe, { to: round, data })
    await page.reload()
    await page.getByText('넘기려던 것을 거두었습니다.').waitFor()
    await act(page, '')
    await page
      .getByRole('heading', { name: '아직 받지 않은 것' })
      .waitFor({ state: 'detached', timeout: 60_000 })
    await context.close()
  })

  it('asks no wallet that is no owner’s', async () => {
    const { context, page, wallet } = await enter('stranger', phone)
    await press(page, '소유자로 서명하기')
    await page.getByText('이 지갑은 그 Safe의 소유자가 아닙니다').waitFor()
    expect(signatures(wallet.asked)).to.deep.equal([])
    await expectSound(page)
    await context.close()
  })

  it('lets the owners in once both have signed', async () => {
    const first = await enter('owner 1', phone)
    await press(first.page, '소유자로 서명하기')
    await first.page.getByText('서명 1개. 소유자가 더 서명해야').waitFor()
    expect(await first.page.getByText(inside).count()).to.equal(0)
    await expectSound(first.page)
    const text = first.page.locator('code[title*="signatures"]')
    slip = (await text.getAttribute('title')) ?? ''
    await first.context.close()

    const { page, wallet } = await enter('owner 2')
    desk = page
    await give(page, slip)
    await page.getByText('서명 1개. 소유자가 더 서명해야').waitFor()
    await press(page, '소유자로 서명하기')
    await page.getByText(inside).waitFor()
    expect(wallet.asked).not.to.include('eth_sendTransaction')
  })

  it('signs no text for another page', async () => {
    const { context, page, wallet } = await enter('owner 1', phone)
    await give(page, slip.replaceAll(new URL(office.url).host, 'evil.example'))
    await page.getByText('서명하지 마세요').waitFor()
    expect(signatures(wallet.asked)).to.deep.equal([])
    await expectSound(page)
    await context.close()
  })

  it('takes what the Safe itself signed', async () => {
    const { context, page } = await enter('stranger', phone)
    await page.getByText('다른 소유자의 글이나').click()
    await press(page, 'Safe에서 서명할 글 받기')
    const text = page.locator('code[title*="Ethereum account"]')
    const message = (await text.getAttribute('title')) ?? ''
    const hash = hexToBytes(hashMessage(message))
    const half = { ...safe, secrets: safe.secrets.slice(0, 1) }
    await give(page, bytesToHex(signBySafe(half, hash)))
    await page.getByText('이 서명으로는 모자랍니다').waitFor()
    await give(page, bytesToHex(signBySafe(safe, hash)))
    await page.getByText(inside).waitFor()
    await context.close()
  })

  it('knows a wallet that is the Safe', async () => {
    const { context, page, wallet } = await enter('owner 1', desktop, safe)
    await press(page, '서명하고 들어가기')
    await page.getByText(inside).waitFor()
    expect(signatures(wallet.asked)).to.deep.equal(['personal_sign'])
    await context.close()
  })

  it('is out once an owner who signed is one no more', async () => {
    await removeOwner(stage.chain.reader, safe)
    await desk.reload()
    await desk.getByText('로그인하지 않았거나 시간이 지났습니다').waitFor()
    expect(await desk.getByText(inside).count()).to.equal(0)
  })
})
