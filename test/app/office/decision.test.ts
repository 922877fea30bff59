// objections, answers and the committee's decision in the dApp
// ├── a device without a key → told which keys may object
// ├── a seat's key and a proposal's key object → on the chain, once each, their texts published
// ├── a wallet that refuses → nothing is recorded, the answer is there after a reload
// ├── an answer → on the chain, read by others
// ├── departures of a CSV → its faults by line, taken by a press, saved again
// ├── a departure without a reason, or a decision without a record → said, and nothing is recorded
// ├── a confirmation with a departure → on the chain with its reason, and the unanswered counted
// └── the official record → that decision, each objection with its answer, or that there is none
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import type { Browser, Page } from 'playwright-core'
import { bytesToHex, type Hash } from 'viem'
import type { HeldKey } from '../../../app/src/keys/heldKeys.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { readRound } from '../../../chain/readRound.ts'
import { deriveSecret } from '../../../cli/rehearse/accountKey.ts'
import { fromBitField } from '../../../protocol/bitField.ts'
import { toCid } from '../../../protocol/cid.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  openRegistration,
  type RegistrationStage,
  simulatedKey,
} from '../../relayer/support/openRegistration.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { desktop, phone, visit, type Visit } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import type { TestWallet } from '../support/testWallet.ts'
import { savedBy } from './wizardStage.ts'

/** With a letter that only CP949 has beside EUC-KR. */
const reason = '똠방 길: 이미 다른 돈으로 합니다.'

describe('the committee’s page', function () {
  this.timeout(180_000)
  let stage: RegistrationStage
  let office: Office
  let browser: Browser
  let page: Page
  let wallet: TestWallet

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openRegistration()
    office = await openOffice(stage)
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await office.close()
    await stage.close()
  })

  const round = () => stage.ranked.round
  const counts = async () => {
    const functionName = 'objectionCounts'
    const call = { round: round(), functionName, args: [] } as const
    const [objections, answered] = await readRound(stage.chain.reader, call)
    return { objections: Number(objections), answered: Number(answered) }
  }
  const textOf = async (digest: Hash): Promise<unknown> => {
    const url = `${office.relayer.url}/documents/${toCid(digest)}`
    await untilAsync(async () => (await fetch(url)).ok)
    const content = (await (await fetch(url)).json()) as {
      text: { ko: string }
    }
    return content.text.ko
  }

  it('tells a device without a key which keys may object', async () => {
    const { context, page: other } = await visitWith('dure.keys', [])
    await other.getByText('이의를 내려면 심사자나').waitFor()
    await expectSound(other)
    await context.close()
  })

  it('takes an objection of a seat, and one of a proposal', async () => {
    await object(await visitWith('dure.keys', [keyOf('reviewer')]), '순위 계산')
    expect(await counts()).to.deep.equal({ objections: 1, answered: 0 })
    const mine = [keyOf('applicant')]
    await object(await visitWith('dure.applicantKeys', mine), '우리 점수')
    expect(await counts()).to.deep.equal({ objections: 2, answered: 0 })
    const [first, second] = await getRoundLogs(stage.chain.reader, {
      round: round(),
      eventNames: ['Objected'],
    })
    expect(Number(first?.args.reviewer)).to.equal(1)
    expect(Number(second?.args.reviewer)).to.equal(0)
    expect(await textOf(first!.args.digest)).to.equal('순위 계산')
    expect(await textOf(second!.args.digest)).to.equal('우리 점수')
  })

  it('keeps an answer that the wallet refuses to send', async () => {
    const at = `/r/${round()}/office/decision`
    ;({ page, wallet } = await office.enter(browser, 'committee', at, desktop))
    await page.getByText('자기 공동체의 일이면 빠지세요.').waitFor()
    await page.getByText('확정은 이의와 답변의 때가').waitFor()
    await page.getByLabel('이의 1에 대한 답변').fill('다시 세어 보았습니다.')
    wallet.mood = 'refuses'
    await page.getByRole('button', { name: '답변 1건 기록하기' }).click()
    await page.getByText('취소했습니다. 보낸 것은 없습니다.').waitFor()
    wallet.mood = 'approves'
    expect(await counts()).to.deep.equal({ objections: 2, answered: 0 })
    await expectSound(page)
    await page.reload()
    const kept = page.getByLabel('이의 1에 대한 답변')
    expect(await kept.inputValue()).to.equal('다시 세어 보았습니다.')
  })

  it('records an answer, and others read it', async () => {
    await page.getByRole('button', { name: '답변 1건 기록하기' }).click()
    await page.getByText('이의 2건: 답함 1').waitFor()
    expect(await counts()).to.deep.equal({ objections: 2, answered: 1 })
    const other = await visitWith('dure.keys', [])
    await other.page.getByText('다시 세어 보았습니다.').waitFor()
    await expectSound(other.page)
    await other.context.close()
  })

  it('does not confirm without reason and record', async () => {
    const call = { round: round(), args: [] } as const
    const { reader } = stage.chain
    const [{ times }, rankedAt] = await Promise.all([
      readRound(reader, { ...call, functionName: 'rules' }),
      readRound(reader, { ...call, functionName: 'rankedAt' }),
    ])
    const period = times.objectionPeriod + times.answerPeriod
    await stage.chain.advanceTo(Number(rankedAt) + period + 1)
    await page.reload()
    await page.getByText('답하지 않은 이의가 1건 있습니다.').waitFor()
    await page.getByRole('radio', { name: '바꿔서 확정' }).check()
    await page.getByRole('button', { name: '바꿀 곳 더하기' }).click()
    await page.getByText('바꿀 곳마다 이유를 적어 주세요.').waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: '확정하기' }).click({ force: true })
    await page
      .getByLabel('이유 (필수)')
      .fill('같은 일을 이미 다른 돈으로 합니다.')
    await page.getByText('위원회 기록을 적어 주세요.').waitFor()
    await page.getByRole('button', { name: '확정하기' }).click({ force: true })
    const sent = wallet.asked.filter((one) => one === 'eth_sendTransaction')
    expect(sent).to.have.length(1)
  })

  it('reads departures from a table, and saves them as one', async () => {
    const out = await page.getByLabel('추천에서 뺄 제안').inputValue()
    await page.getByText('표(CSV)로 불러오기와 저장').click()
    const choose = (...lines: string[]) =>
      page.getByLabel('바꿀 곳 파일 고르기').setInputFiles({
        ...{ name: 'departures.csv', mimeType: 'text/csv' },
        buffer: iconv.encode(['제외,추가,사유', ...lines].join('\n'), 'cp949'),
      })
    await choose(`${out},0,`, '999,0,없음')
    await page.getByText('CP949 글자로 읽었습니다').waitFor()
    const preview = page.locator('[data-preview=departures]')
    await preview.getByText('2줄 · 오류 2').waitFor()
    await preview.getByText('사유가 없습니다.').waitFor()
    await preview.getByText('제외할 제안이 추천된 것이 아닙니다.').waitFor()
    await preview.getByText('3번째 줄', { exact: true }).waitFor()
    const take = page.getByRole('button', { name: '바꿀 곳 1개 넣기' })
    expect(await take.count()).to.equal(0)
    await choose(`${out},0,${reason}`)
    await preview.getByText(`${out}번을 뺌: ${reason}`).waitFor()
    await expectSound(page)
    await take.click()
    const written = page.getByLabel('이유 (필수)')
    expect(await written.inputValue()).to.equal(reason)
    const saved = await savedBy(page, '지금 적힌 것을 CSV로 저장')
    expect(saved).to.equal(`\uFEFFremoved,added,reason\n${out},0,${reason}\n`)
  })

  it('confirms with a departure and its reason', async () => {
    const added = page.getByLabel('대신 선정할 예비 제안')
    const options = await added.locator('option').all()
    const value = await options.at(-1)?.getAttribute('value')
    expect(Number(value)).to.be.greaterThan(0)
    await added.selectOption(value ?? '')
    const out = Number(await page.getByLabel('추천에서 뺄 제안').inputValue())
    await page.getByLabel('위원회 기록 (필수)').fill('4월 1일, 위원 5명.')
    await page.reload()
    await page.getByText(`${out}번 제안 대신 ${value}번 제안을 선정`).waitFor()
    await page.getByRole('button', { name: '확정하기' }).click()
    await page.getByText('결과를 확정했습니다 ✓').waitFor()
    const logs = await getRoundLogs(stage.chain.reader, {
      round: round(),
      eventNames: ['Departed', 'Confirmed'],
    })
    const departed = logs.find((log) => log.eventName === 'Departed')
    expect(departed?.args.removed).to.equal(out)
    expect(departed?.args.added).to.equal(Number(value))
    expect(await textOf(departed!.args.reason)).to.equal(reason)
    const confirmed = logs.find((log) => log.eventName === 'Confirmed')
    expect(Number(confirmed?.args.unanswered)).to.equal(1)
    const selected = fromBitField(confirmed!.args.selected)
    expect(selected).to.include(Number(value))
    expect(selected).to.not.include(out)
    expect(await textOf(confirmed!.args.record)).to.equal('4월 1일, 위원 5명.')
    await expectSound(page)
  })

  it('stands in the official record with objections and answers', async () => {
    await page.goto(`${office.url}#/r/${round()}/results?view=record`)
    const record = page.locator('.record')
    const given = ['순위 계산', '다시 세어 보았습니다.', '우리 점수']
    for (const words of [...given, reason, '4월 1일, 위원 5명.'])
      await record.getByText(words, { exact: true }).waitFor()
    await record.getByText('위원회가 답하지 않고 확정했습니다.').waitFor()
    await expectSound(page)
  })

  /** Everybody knows the keys of a simulated round: they sign without a prompt. */
  function keyOf(person: 'reviewer' | 'applicant'): HeldKey {
    const { address } = simulatedKey(stage.ranked, person, 1)
    return {
      ...{ kind: 'demo', chainId: 31_337, round: round() },
      reviewer: person === 'reviewer' ? 1 : 0,
      key: address.toLowerCase() as HeldKey['key'],
      secret: bytesToHex(deriveSecret(stage.ranked.seed, person, 1)),
    }
  }

  async function visitWith(
    place: string,
    keys: readonly HeldKey[],
  ): Promise<Visit> {
    const visited = await visit(browser, 'about:blank', phone)
    const kept = { place, text: JSON.stringify(keys) }
    await visited.context.addInitScript((given) => {
      if (location.protocol !== 'about:')
        localStorage.setItem(given.place, given.text)
    }, kept)
    await visited.page.goto(`${office.url}#/r/${round()}/objections`)
    return visited
  }

  async function object(
    { context, page: by }: Visit,
    text: string,
  ): Promise<void> {
    const press = by.getByRole('button', { name: '이의 신청하기' })
    await press.click()
    await by.getByText('이의의 내용을 적어 주세요.').waitFor()
    await by.getByLabel('무엇이 잘못되었나요?').fill(text)
    await press.dblclick()
    await by.getByText('내 이의가 기록되었습니다 ✓').waitFor()
    await by.getByText(text, { exact: true }).waitFor()
    expect(await press.count()).to.equal(0)
    await context.close()
  }
})
