/**
 * what goes wrong around a round, and what must never be seen, in the dApp
 * ├── times are told with their weekday, in Korean time wherever one is, and named so abroad
 * ├── from a proposal back to the list: the filter and the place are as they were
 * ├── a key that is not on the roll is told so
 * ├── without a wallet: told, and an address without a seat: told what can still be done
 * ├── a node that takes what it is asked and never answers: said in time, scores stay, another node helps
 * ├── a relayer that does: said in time, the sealed ballot stays; scores wait for no text
 * ├── a language that does not come: told; the one that is there stays, on new pages too
 * ├── sent again from another device: told which ballot counts
 * ├── no score is to be found before the close, by anybody else: in no answer, page or storage
 * ├── the log: all acts of the chain, newest first, however they are read
 * ├── after the close: closed, and when the result comes; what was not sent is told so
 * └── after the ranking: the counts add up, and are those of the chain
 */
import { expect } from 'chai'
import type { Browser, Page, Response } from 'playwright-core'
import { createClient, http } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { getRoll } from '../../chain/getRoll.ts'
import { getRoundLogs } from '../../chain/getRoundLogs.ts'
import { untilAsync } from '../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import {
  desktop,
  type Device,
  phone,
  untilShown,
  visit,
} from './support/browsing.ts'
import { expectSound } from './support/expectSound.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'
import { demoKey, publicPages } from './support/pages.ts'

/** Of the sample, who have not cast: see cli/sample/planSample.ts. */
const free = { node: 3, relayer: 5, twice: 6, late: 9 }
const slow = { timeout: 60_000 }
/** Two proposals of two criteria each: unlike anything else on the pages. */
const given = [5, 1, 4, 2] as const

describe('troubles around the dApp', function () {
  this.timeout(600_000)
  let app: SampleApp
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn('!!! SKIPPED: no Chromium, so nobody is in trouble !!!')
      this.skip()
    }
    app = await openSampleApp()
    browser = await launchChromium()
  })
  after(async () => {
    if (!hasChromium) return
    await browser.close()
    await app.close()
  })

  const address = (rest = '') => `${app.url}#/r/${app.sample.round}${rest}`
  const reader = () => createClient({ transport: http(app.sample.url) })

  async function open(rest: string, device: Device = phone) {
    const visited = await visit(browser, address(rest), device)
    visited.page.setDefaultTimeout(30_000)
    return visited
  }
  const openAs = (reviewer: number, rest: string) =>
    open(rest, { ...phone, keys: [demoKey(app.sample, reviewer)] })

  it('tell times in Korean time, with the weekday, and abroad say so', async () => {
    const abroad: Device = { ...phone, timeZone: 'Europe/Berlin' }
    for (const language of ['ko', 'en'] as const) {
      const display = { language }
      const home = await open('/rules', { ...phone, display })
      const away = await open('/rules', { ...abroad, display })
      const [here, there] = await Promise.all(
        [home, away].map(async ({ context, page }) => {
          await page.locator('.times').waitFor()
          const told = await page.locator('.times dd').allInnerTexts()
          await context.close()
          return told.filter((one) => /[:：]\d\d/.test(one))
        }),
      )
      const named = language === 'ko' ? ' (한국 시간)' : ' (Korean time)'
      expect(here?.length).to.be.above(6)
      expect(there).to.deep.equal(here?.map((one) => `${one}${named}`))
      const form =
        language === 'ko'
          ? /^\d+월 \d+일\([월화수목금토일]\) (오전|오후|AM|PM) \d+:\d\d$/
          : /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? \d+ \w+,? (at )?\d+:\d\d (am|pm)$/
      for (const one of here ?? []) expect(one).to.match(form)
    }
  })

  it('lead back to the same filter and the same place of a list', async () => {
    const { context, page } = await open('/p?state=accepted')
    const rows = page.getByRole('listitem').getByRole('link')
    const last = rows.last()
    await page.getByText('12개').first().waitFor()
    await last.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => window.scrollY)
    expect(before).to.be.above(500)
    await last.click()
    await page.getByText('← 제안 목록').waitFor()
    await page.goBack()
    await last.waitFor()
    expect(page.url()).to.include('state=accepted')
    await page.waitForFunction(
      (place) => Math.abs(window.scrollY - place) < 100,
      before,
    )
    await context.close()
  })

  it('tell a key that is not on the roll', async () => {
    const other = demoKey(app.sample, free.twice)
    const key = { ...other, reviewer: free.node }
    const { context, page } = await open('/review', { ...phone, keys: [key] })
    await page.getByText('이 기기의 열쇠는 명부에 없습니다.').waitFor()
    await context.close()
  })

  it('tell that there is no wallet, and that no seat has an address', async () => {
    const { context, page } = await visit(browser, `${app.url}#/me`, phone)
    await page.getByText('지갑으로 등록했다면').click()
    await page.getByText('지갑이 없습니다.').waitFor()
    const field = page.getByLabel('또는 지갑 주소')
    const look = page.getByRole('button', { name: '주소로 찾기' })
    await field.fill('0x1234')
    await look.click()
    await page.getByText('0x로 시작하는 지갑 주소 42자').waitFor()
    await field.fill(app.sample.round)
    await look.click()
    await page.getByText('열쇠를 찾지 못했습니다.').waitFor(slow)
    await page.getByText('그 휴대폰에서 심사하세요').waitFor()
    await context.close()
  })

  it('say in time that a node never answers, and go on with another', async () => {
    const { context, page } = await openAs(free.node, '/review/1')
    await choose(page, 0, 4)
    const node = `${app.sample.url}/**`
    // Taken, and never answered.
    await context.route(node, () => undefined)
    await page.evaluate(() => indexedDB.deleteDatabase('dure').readyState)
    await page.clock.install()
    await page.goto('about:blank')
    await page.goto(address('/rules'))
    await page.locator('[aria-busy="true"]').waitFor()
    await page.clock.fastForward(11_000)
    await page.getByText('이 기기에 저장된 것은 그대로').waitFor()
    const other = page.getByRole('link', { name: '다른 노드 쓰기' })
    await other.waitFor()
    await page.clock.fastForward(45_000)
    await page.clock.fastForward(45_000)
    await page.getByText('공개 장부에 닿지 않습니다.').waitFor()
    await other.click()
    await page.getByLabel('노드 주소').fill(app.sample.url)
    await context.unroute(node)
    const again = page.waitForEvent('load')
    await page.getByRole('button', { name: '확인하고 바꾸기' }).click()
    await again
    await page.goto(address('/review/1'))
    await page.locator('fieldset input:checked[value="4"]').waitFor({
      ...{ state: 'attached' },
    })
    await context.close()
  })

  it('say in time that a relayer never answers, and keep the ballot', async () => {
    const { context, page } = await openAs(free.relayer, '/review/1')
    await scoreAll(page, given)
    await page.clock.install()
    await context.route(`${app.relayer.url}/**`, () => undefined)
    await send(page)
    const told = page.getByText('지금은 접수할 수 없습니다.')
    // It is asked what it holds, and then to take the ballot: twice in vain.
    await untilAsync(async () => {
      await page.clock.fastForward(5_000)
      return told.isVisible()
    })
    await page
      .getByRole('heading', { name: '아직 보내지 못했습니다' })
      .waitFor()
    await page.getByRole('button', { name: '봉인한 파일 저장' }).waitFor()
    await expectSound(page)
    await context.close()
  })

  it('let scores be given while a relayer keeps the text back', async () => {
    const { context, page } = await openAs(free.relayer, '/rules')
    await context.route(`${app.relayer.url}/**`, () => undefined)
    await page.goto(address('/review/1'))
    await page.getByRole('radio').first().waitFor({ timeout: 8_000 })
    expect(await page.locator('.summary-place').isVisible()).to.equal(true)
    await choose(page, 0, 4)
    await context.close()
  })

  it('stay in the language that is there where the other does not come', async () => {
    const { context, page } = await open('')
    await untilShown(page)
    await context.route(/assets\/en-/, (route) => route.abort())
    const told = page.getByText('다른 언어를 가져오지 못했습니다.')
    await page.getByRole('button', { name: 'English' }).click()
    await told.waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: '도움', exact: true }).click()
    await page.getByRole('heading', { name: '도움', exact: true }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).to.equal('ko')
    await context.unroute(/assets\/en-/)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Help', exact: true }).waitFor()
    expect(await page.locator('.offline').count()).to.equal(0)
    await context.close()
  })

  it('tell that it was sent again from another device', async () => {
    const one = await openAs(free.twice, '/review/1')
    await scoreAll(one.page, [1, 1, 1, 1])
    await send(one.page)
    await recorded(one.page)
    const other = await openAs(free.twice, '/review/1')
    await scoreAll(other.page, given)
    await send(other.page)
    await other.page.getByText('2번째 심사표').first().waitFor(slow)
    await one.page.getByText('다른 기기에서 다시 보냈습니다.').waitFor(slow)
    await one.page.getByText(/2번째 심사표를\s+셉니다/).waitFor()
    const secrets = await keptSecrets(other.page)
    expect(secrets.length).to.equal(1)
    await one.context.close()
    await other.context.close()
    await expectUnseen(secrets)
  })

  /** Of another person, who looks everywhere. */
  async function expectUnseen(secrets: readonly string[]): Promise<void> {
    const { context, page } = await visit(browser, 'about:blank', phone)
    const answers: Promise<string>[] = []
    context.on('response', (response) => {
      answers.push(textOf(response))
    })
    const shown: string[] = []
    const round = app.sample.round
    const check = `/r/${round}/check?ref=${free.twice}`
    const paths = publicPages(app.sample).map(({ path }) => path)
    for (const path of [...paths, check, `/r/${round}/office/coverage`]) {
      await page.goto('about:blank')
      await page.goto(`${app.url}#${path}`)
      await untilShown(page)
      shown.push(await page.locator('body').innerText())
    }
    const kept = await storageOf(page)
    const read = await Promise.all(answers)
    // What was cast stands in it, sealed.
    const logs = await getRoundLogs(reader(), {
      ...{ round: app.sample.round, eventNames: ['PageCast'] },
    })
    const batch = logs[0]?.args.batch.slice(2, 66) ?? '?'
    expect(read.some((text) => text.includes(batch))).to.equal(true)
    const all = [...shown, ...read, kept].join('\n')
    for (const secret of secrets) expect(all).to.not.include(secret)
    expect(all).to.not.match(/"(values|scores|salt)":\s*["[]/)
    expect(all).to.not.include(JSON.stringify(given))
    await context.close()
  }

  it('show all acts of the chain in their order', async () => {
    const { context, page } = await open('/log', desktop)
    const acts: string[] = []
    for (;;) {
      await page.locator('.acts > li').first().waitFor()
      const spans = page.locator('section > [role=status]')
      const span = await spans.innerText()
      acts.push(...(await page.locator('.acts code').allTextContents()))
      const older = page.getByRole('link', { name: '더 오래된 기록' })
      if ((await older.count()) === 0) break
      await older.click()
      await spans.filter({ hasNotText: span }).waitFor()
    }
    const logs = await getRoundLogs(reader(), {
      ...{ round: app.sample.round, eventNames: allEvents },
    })
    const names = logs.map(({ eventName }) => eventName).toReversed()
    const told = acts.filter((text) => /^[A-Z]\w+$/.test(text))
    expect(told).to.deep.equal(names)
    await context.close()
  })

  it('say after the close that it is closed, and when the result comes', async () => {
    const late = await openAs(free.late, '/review/1')
    await late.page.route('**/ballots', (route) => route.abort())
    await scoreAll(late.page, given)
    await late.page.getByRole('button', { name: /열쇠로 보내기$/ }).click()
    await late.page
      .getByRole('heading', { name: '아직 보내지 못했습니다' })
      .waitFor(slow)
    await app.passTo('close')
    await late.page
      .getByRole('heading', { name: '마감까지 기록되지 않았습니다' })
      .waitFor(slow)
    await late.page.getByText('심사가 끝났습니다').first().waitFor()
    expect(
      await late.page.getByRole('button', { name: /보내기/ }).count(),
    ).to.equal(0)
    await expectSound(late.page)
    await late.context.close()
    const { context, page } = await openAs(free.node, '/review/send')
    await page.getByText('심사가 끝났습니다').first().waitFor()
    await page.getByText(/결과는 \d+월 \d+일\(.\) .* 뒤에 나옵니다/).waitFor()
    expect(
      await page.getByRole('button', { name: /보내기$/ }).count(),
    ).to.equal(0)
    await context.close()
  })

  it('count what the chain counts', async () => {
    await app.passTo('ranked')
    const { context, page } = await open('/results', desktop)
    const line = page.getByText(/명부 [\d,]+ ▸ 등록/)
    await line.waitFor()
    const shown = (await line.innerText()).match(/[\d,]+/g) ?? []
    const [seats, enrolled, cast, counted, spoiled, unopened] = shown.map(
      (one) => Number(one.replaceAll(',', '')),
    )
    const { round } = app.sample
    const roll = await getRoll(reader(), { round })
    const counts = await getBallotCounts(reader(), { round })
    const opened = await getRoundLogs(reader(), {
      ...{ round, eventNames: ['PageOpened'] },
    })
    const sumOf = (part: 'counted' | 'spoiled') =>
      opened.reduce((sum, { args }) => sum + Number(args[part]), 0)
    expect({ seats, cast, counted, spoiled }).to.deep.equal({
      ...{ seats: roll.length, cast: counts.cast },
      ...{ counted: sumOf('counted'), spoiled: sumOf('spoiled') },
    })
    expect(enrolled).to.be.at.least(cast ?? NaN)
    expect(seats).to.be.at.least(enrolled ?? NaN)
    expect(cast).to.equal(
      (counted ?? NaN) + (spoiled ?? NaN) + (unopened ?? NaN),
    )
    await context.close()
  })
})

const allEvents = [
  ...['RoundOpened', 'RoundCancelled', 'RoleOffered', 'RoleAccepted'],
  ...['ProposalRegistered', 'ProposalWithdrawn', 'ProposalScreened'],
  ...['RosterExtended', 'RosterFixed', 'RollPublished', 'Frozen'],
  ...['AttemptStarted', 'PackagePublished', 'SharesPublished'],
  ...['ShareDisputed', 'KeysConfirmed', 'KeysStand', 'ShareReleased'],
  ...['KeyCame', 'DrawBlockStored', 'Drawn', 'PageCast', 'BallotSkipped'],
] as Parameters<typeof getRoundLogs>[1]['eventNames']

/** As a finger does: on the label, since the button itself is drawn over. */
async function choose(page: Page, group: number, score: number): Promise<void> {
  const fieldset = page.locator('fieldset').nth(group)
  await fieldset
    .locator('label')
    .nth(score - 1)
    .click()
  await fieldset
    .locator(`input:checked[value="${score}"]`)
    .waitFor({ state: 'attached' })
}

async function scoreAll(page: Page, scores: readonly number[]): Promise<void> {
  for (const place of [0, 1]) {
    await page.waitForURL(new RegExp(`/review/${place + 1}$`))
    await page.getByRole('radio').first().waitFor()
    for (const criterion of [0, 1])
      await choose(page, criterion, scores[2 * place + criterion] ?? 1)
    await page.locator('main .button--main').click()
  }
  await page.waitForURL(/\/send$/)
}

const send = (page: Page) =>
  page.getByRole('button', { name: /열쇠로 보내기$/ }).click()

const recorded = (page: Page) =>
  page.getByRole('heading', { name: /기록됨/ }).waitFor(slow)

/** What opens the ballots that this device has sealed. */
async function keptSecrets(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => localStorage.getItem('dure.ballots'))
  const ballots = JSON.parse(text ?? '[]') as { salt: string }[]
  return ballots.map(({ salt }) => salt.slice(2))
}

/** All that a device keeps, but its code. */
function storageOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => {
          resolve(asked.result)
        }
        asked.onerror = () => {
          reject(new Error(name))
        }
      })
      for (const store of database.objectStoreNames)
        found.push(
          await new Promise((resolve) => {
            const asked = database
              .transaction(store)
              .objectStore(store)
              .getAll()
            asked.onsuccess = () => {
              resolve(asked.result)
            }
          }),
        )
    }
    return JSON.stringify(found, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  })
}

async function textOf(response: Response): Promise<string> {
  try {
    return response.url().includes('/assets/') ? '' : await response.text()
  } catch {
    return ''
  }
}
