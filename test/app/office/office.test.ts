/**
 * the office of a round
 * ├── lists what each role does now, marks those of the wallet, and is sound
 * ├── handover
 * │   ├── tells a wrong address before the wallet is asked
 * │   ├── offers, and after a reload the new wallet accepts in another profile
 * │   └── two officials at once: who comes second reads the contract's refusal in words
 * ├── freeze
 * │   ├── names what is missing and sends nothing
 * │   └── works once all is there, with a notice that everybody can read
 * └── cancel: asks for a reason, which stays through a reload, and the name, and ends the round
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { type Address, sha256, zeroAddress } from 'viem'
import { getBlock } from 'viem/actions'
import { getPhase } from '../../../chain/getPhase.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { readRound } from '../../../chain/readRound.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { packKeys } from '../../../protocol/roll.ts'
import { toCid } from '../../../protocol/cid.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../../relayer/support/openEnrolment.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop, phone } from '../support/browsing.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { expectSound } from '../support/expectSound.ts'

describe('the office of a round', function () {
  this.timeout(200_000)
  let stage: EnrolmentStage
  let office: Office
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so no page is looked at !!!')
      this.skip()
    }
    stage = await openEnrolment()
    office = await openOffice(stage)
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const enter = (name: string, where: string, round = stage.round) =>
    office.enter(browser, name, `/r/${round}/office${where}`, phone)
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name }).click()
  /** What is not ready says so, and does nothing when it is pressed. */
  const pressInVain = (page: Page, name: string) =>
    page.getByRole('button', { name }).click({ force: true })
  const holderOf = (role: number, round: Address = stage.round) =>
    readRound(stage.chain.reader, {
      round,
      functionName: 'holder',
      args: [role],
    })
  const short = (round: Address) => `${round.slice(0, 6)}…${round.slice(-4)}`

  it('lists what each role does, and marks those of the wallet', async () => {
    const path = `/r/${stage.round}`
    const entered = await office.enter(browser, 'registrar', path, desktop)
    const { context, page } = entered
    await page.getByRole('link', { name: '담당 업무' }).click()
    const own = page.locator('section', { hasText: '이 지갑이 맡고 있습니다' })
    await own.getByRole('heading', { name: /명부 담당/ }).waitFor()
    expect(await own.count()).to.equal(1)
    const links = await page
      .locator('a.duty')
      .evaluateAll((all) =>
        all.map((one) =>
          one.getAttribute('href')?.split('/').slice(3).join('/'),
        ),
      )
    for (const to of ['screening', 'roll', 'coverage', 'freeze', 'decision'])
      expect(links).to.include(`office/${to}`)
    expect(links).to.include.members(['trustee', 'finish'])
    await expectSound(page)
    await context.close()
  })

  it('hands a role over, in two profiles', async () => {
    const old = await enter('screener', '/handover')
    await old.page.getByLabel('어떤 담당').selectOption('screener')
    const next = official('key 1').address
    const field = old.page.getByLabel('새 지갑의 주소')
    await field.fill('0x1234')
    await old.page.getByText('지갑 주소가 아닙니다').waitFor()
    await field.fill(official('screener').address)
    await old.page.getByText('지금 담당의 주소입니다').waitFor()
    const flipped = next.replace(/[a-f]/i, (one) =>
      one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
    )
    await field.fill(flipped)
    await old.page.getByText('대문자 자리가 맞지 않습니다').waitFor()
    await field.fill(stage.chain.factory.toLowerCase())
    await old.page.getByText('계약 주소입니다').waitFor()
    expect(old.wallet.asked).not.to.include('eth_sendTransaction')
    await field.fill(next)
    await expectSound(old.page)
    await press(old.page, '자격 확인 담당 넘기기')
    await old.page.getByText('아직 받지 않은 것').waitFor()
    await old.page.reload()
    await old.page.getByText('아직 받지 않은 것').waitFor()
    expect(await holderOf(2)).to.equal(official('screener').address)

    const fresh = await enter('key 1', '')
    await fresh.page.getByRole('link', { name: '보고 받기' }).click()
    await press(fresh.page, '자격 확인 담당 받기')
    await expectLater(() => holderOf(2), next)
    await fresh.context.close()
    await old.context.close()
  })

  it('two at once: the second reads the refusal in words', async () => {
    const one = await enter('registrar', '/handover')
    const other = await enter('relay', '/handover')
    await one.page.getByLabel('어떤 담당').selectOption('registrar')
    await one.page.getByLabel('새 지갑의 주소').fill(official('relay').address)
    await press(one.page, '명부 담당 넘기기')
    const take = other.page.getByRole('button', { name: '명부 담당 받기' })
    await take.waitFor()
    // The offer is taken back while the other still looks at it.
    const { actors, round } = stage
    const call = { round, functionName: 'offerRole' } as const
    await writeRound(actors.registrar, { ...call, args: [1, zeroAddress] })
    await take.click()
    await other.page.getByText('넘겨주겠다고 한 적이 없습니다').waitFor()
    expect(await holderOf(1)).to.equal(official('registrar').address)
    await one.context.close()
    await other.context.close()
  })

  it('names what the freeze lacks, and sends nothing', async () => {
    const { context, page, wallet } = await enter('admin', '/freeze')
    await page.locator('[data-point=roster]').getByText('✓ 됨').waitFor()
    await page.locator('[data-point=roll]').getByText('✗ 아직').waitFor()
    await page.getByText(/아직 없는 것: 명부 공개, 명부 공개 기간/).waitFor()
    await page.getByLabel('고정을 알리는 글').fill('3월 9일에 고정합니다.')
    await page.getByLabel('회차 이름').fill(short(stage.round))
    await pressInVain(page, '고정하기')
    await page.getByText('아직 없는 것: 명부 공개, 명부 공개 기간').waitFor()
    expect(wallet.asked).not.to.include('eth_sendTransaction')
    expect(await getPhase(stage.chain.reader, stage)).to.equal('roll')
    await expectSound(page)
    await context.close()
  })

  it('freezes once all is there, and keeps the draft through a reload', async () => {
    const keys = packKeys(
      Array.from({ length: 12 }, (_, seat) => official(`seat ${seat}`).address),
    )
    const call = { round: stage.round, functionName: 'publishRoll' } as const
    await writeRound(stage.actors.registrar, { ...call, args: [0n, keys] })
    const { rollNotice } = stage.rules.times
    const { timestamp } = await getBlock(stage.chain.reader)
    await stage.chain.advanceTo(Number(timestamp) + rollNotice + 60)
    const { context, page } = await enter('admin', '/freeze')
    const text = '모두 확인했습니다. 문의: 02-000-0000'
    await page.getByLabel('고정을 알리는 글').fill(text)
    await page.reload()
    await page.getByText('아직 없는 것: 회차 이름').waitFor()
    expect(await page.getByLabel('고정을 알리는 글').inputValue()).to.equal(
      text,
    )
    await page.getByLabel('회차 이름').fill(short(stage.round))
    await press(page, '고정하기')
    await page.getByText('고정되었습니다.').waitFor()
    expect(await getPhase(stage.chain.reader, stage)).to.equal('draw')
    const eventNames = ['Frozen'] as const
    const range = { round: stage.round, eventNames }
    const [log] = await getRoundLogs(stage.chain.reader, range)
    const notice = log!.args.notice
    const at = `${office.relayer.url}/documents/${toCid(notice)}`
    // Handed out once the relayer has seen that the chain names it.
    await untilAsync(async () => (await fetch(at)).ok)
    const bytes = new Uint8Array(await (await fetch(at)).arrayBuffer())
    expect(sha256(bytes)).to.equal(notice)
    expect(new TextDecoder().decode(bytes)).to.contain(text)
    await context.close()
  })

  it('cancels a round, with a reason', async () => {
    const round = stage.other
    const { context, page, wallet } = await enter('admin', '/cancel', round)
    await pressInVain(page, '회차 취소하기')
    await page.getByText('아직 없는 것: 취소하는 이유, 회차 이름').waitFor()
    const reason = page.getByLabel('취소하는 이유')
    await reason.fill('예산이 없어졌습니다.')
    await page.reload()
    await page.getByText('아직 없는 것: 회차 이름').waitFor()
    expect(await reason.inputValue()).to.equal('예산이 없어졌습니다.')
    await page.getByLabel('회차 이름').fill('다른 이름')
    await page.getByText('이름이 아직 다릅니다').waitFor()
    await page.getByLabel('회차 이름').fill(short(round))
    await expectSound(page)
    wallet.mood = 'refuses'
    await press(page, '회차 취소하기')
    await page.getByText('취소했습니다. 보낸 것은 없습니다.').waitFor()
    expect(await getPhase(stage.chain.reader, { round })).not.to.equal(
      'cancelled',
    )
    wallet.mood = 'approves'
    await press(page, '회차 취소하기')
    await page.getByText('이 회차는 취소되었습니다').waitFor()
    expect(await getPhase(stage.chain.reader, { round })).to.equal('cancelled')
    await context.close()
  })
})

async function expectLater<value>(
  read: () => Promise<value>,
  expected: value,
): Promise<void> {
  for (let look = 0; look < 50; look++) {
    if ((await read()) === expected) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect(await read()).to.equal(expected)
}
