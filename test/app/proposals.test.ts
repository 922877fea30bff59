/**
 * the proposals of a round, as anyone looks for them
 * ├── by words, first sounds, number or category → those that fit, and how many of all they are
 * ├── nothing fits → said, and a way out
 * ├── the address, loaded anew or in another browser → the same proposals in the same order
 * ├── a text changed on its way → not shown: neither on its page nor in the list nor found
 * └── of more than a page holds
 *     ├── the address of a region's second page → the same in another browser
 *     └── a text that would run a script, load a picture → shown without
 */
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { writeRound } from '../../chain/writeRound.ts'
import { planSimulation } from '../../cli/rehearse/planSimulation.ts'
import type { Stage } from '../../cli/rehearse/stage.ts'
import { toCid } from '../../protocol/cid.ts'
import { digestOf } from '../../relayer/documents/digestOf.ts'
import {
  applicant,
  documentOf,
  signProposal,
} from '../relayer/support/openRegistration.ts'
import { serveStage } from '../relayer/support/serveStage.ts'
import { hasChromium, launchChromium } from '../support/chromium.ts'
import { desktop, phone, visit } from './support/browsing.ts'
import { changeDocument } from './support/changeDocument.ts'
import { expectSound } from './support/expectSound.ts'
import { type Office, openOffice } from './support/openOffice.ts'
import { openSampleApp, type SampleApp } from './support/openSampleApp.ts'

describe('the proposals in the dApp', function () {
  this.timeout(180_000)
  let browser: Browser

  before(async function () {
    if (!hasChromium) {
      console.warn(
        '!!! SKIPPED: no Chromium, so nobody looks for proposals !!!',
      )
      this.skip()
    }
    browser = await launchChromium()
  })
  after(async () => {
    if (hasChromium) await browser.close()
  })

  async function open(address: string, device = phone) {
    const visited = await visit(browser, address, device)
    visited.page.setDefaultTimeout(30_000)
    return visited
  }

  describe('of the sample', () => {
    let app: SampleApp

    before(async () => {
      app = await openSampleApp()
    })
    after(() => app.close())

    const address = (rest: string) => `${app.url}#/r/${app.sample.round}${rest}`
    const registered = () =>
      app.sample.plan.applications.map(({ versions }) => {
        const last = versions.at(-1)
        if (!last) throw new Error('An application without a version.')
        return last.proposal
      })
    const titles = (category?: number) =>
      registered()
        .filter((one) => category === undefined || one.category === category)
        .map(({ title }) => title.ko)

    it('are found by words, first sounds, number and category', async () => {
      const { context, page } = await open(address('/p'))
      const all = titles()
      expect(await shown(page)).to.have.members(all)
      const kitchen = '빈 방앗간을 마을 부엌으로'
      const library = '나루터 작은 도서관의 토요일'
      for (const [words, found] of [
        ['방앗간을 마을', [kitchen]],
        // Of the text alone.
        ['김장철', [kitchen]],
        ['ㅁㅇㅂㅇ', [kitchen]],
        ['ㄴㄹㅌ ㅈㅇ', [library]],
        [String(numberOf(kitchen)), [kitchen]],
      ] as const) {
        await look(page, words)
        await counted(page, found.length, all.length)
        expect(await shown(page), words).to.deep.equal(found)
      }
      await look(page, '')
      const more = page.getByText('분야, 상태, 차례 고르기')
      await more.click()
      await page.getByLabel('분야').selectOption('공간 만들기')
      await page.getByRole('button', { name: '찾기', exact: true }).click()
      await counted(page, titles(2).length, all.length)
      expect(await shown(page)).to.have.members(titles(2))
      expect(page.url()).to.include('cat=2')
      await context.close()
    })

    it('say that nothing fits, and lead out', async () => {
      const { context, page } = await open(address('/p'))
      await shown(page)
      await look(page, 'ㅋㅋㅋㅋ')
      await page.getByText('찾는 조건에 맞는 제안이 없습니다.').waitFor()
      await expectSound(page)
      await page.getByRole('button', { name: '조건 지우기' }).click()
      expect(await shown(page)).to.have.members(titles())
      expect(await page.getByLabel('찾는 말').inputValue()).to.equal('')
      await context.close()
    })

    it('stand in the same order after a reload and in another browser', async () => {
      const { context, page } = await open(address('/p'))
      await shown(page)
      await look(page, '마을')
      const seen = await shown(page)
      expect(seen.length).to.be.within(2, titles().length)
      await page.reload()
      expect(await shown(page)).to.deep.equal(seen)
      expect(page.url()).to.match(/[?&]order=\d+/)
      const other = await open(page.url(), desktop)
      expect(await shown(other.page)).to.deep.equal(seen)
      expect(await other.page.getByLabel('찾는 말').inputValue()).to.equal(
        '마을',
      )
      await other.context.close()
      await context.close()
    })

    const numberOf = (title: string) =>
      app.sample.plan.proposals.findIndex((one) => one.title.ko === title) + 1

    it('are not shown with a text that was changed on its way', async () => {
      const kitchen = '빈 방앗간을 마을 부엌으로'
      const number = numberOf(kitchen)
      const { context, page } = await open('about:blank')
      const { digest } = app.sample.plan.proposals[number - 1] ?? {}
      await changeDocument(context, digest ?? '0x', '부엌', '궁궐')
      await page.goto(address('/p?size=50'))
      const row = page.getByRole('listitem').filter({ hasText: `${number}번` })
      await row.getByText('등록된 글과 다른 글').waitFor()
      await expectUnseen(page, '궁궐')
      await look(page, '궁궐')
      await page.getByText('찾는 조건에 맞는 제안이 없습니다.').waitFor()
      await page.goto(address(`/p/${number}`))
      const told = page.getByRole('alert')
      await told.getByText('등록된 글과 달라 보여 드리지 않습니다.').waitFor()
      await page.getByRole('heading', { name: `${number}번 제안` }).waitFor()
      await expectUnseen(page, '궁궐')
      await expectSound(page)
      await context.unrouteAll()
      await page.getByRole('button', { name: '다시 해 보기' }).click()
      await page.getByRole('heading', { name: kitchen }).waitFor()
      await context.close()
    })
  })

  describe('of more than a page holds', () => {
    let stage: Awaited<ReturnType<typeof openRegistered>>
    let office: Office

    before(async () => {
      stage = await openRegistered()
      office = await openOffice(stage)
      for (const document of written) await bring(office, stage, document)
    })
    after(async () => {
      await office.close()
      await stage.close()
    })

    it('have an address for each page of what was looked for', async () => {
      const at = `${office.url}#/r/${stage.round}/p`
      const { context, page } = await open(at)
      await page.getByText('분야, 상태, 차례 고르기').click()
      await page.getByLabel('지역').selectOption(regions[0])
      await page.getByRole('button', { name: '찾기', exact: true }).click()
      const first = await shown(page)
      await page.getByText('36개 중 24개를 찾았습니다: 1–20').waitFor()
      await page.getByRole('link', { name: '다음', exact: true }).click()
      await page.getByText('36개 중 24개를 찾았습니다: 21–24').waitFor()
      const second = await shown(page)
      const wanted = written.flatMap(({ region, title }) =>
        region === regions[0] ? [title] : [],
      )
      expect([...first, ...second]).to.have.members(wanted)
      expect(page.url()).to.include('page=2')
      const other = await open(page.url(), desktop)
      expect(await shown(other.page)).to.deep.equal(second)
      await other.context.close()
      await context.close()
    })

    it('run and load nothing of what was written', async () => {
      const at = `${office.url}#/r/${stage.round}/p?q=${unsafe.title}`
      const { context, outside, page } = await open(at)
      await page.getByRole('link', { name: unsafe.title }).click()
      const text = page.locator('.markdown')
      await text.getByText('누르기').waitFor()
      const inside = text.locator('script, img, iframe, [onerror], [onclick]')
      expect(await inside.count()).to.equal(0)
      const links = text.getByRole('link')
      expect(await links.allInnerTexts()).to.deep.equal(['좋은 곳'])
      expect(await links.getAttribute('rel')).to.include('noopener')
      await text.getByText('누르기').click()
      expect(await page.evaluate('globalThis.ran')).to.equal(undefined)
      expect(outside).to.deep.equal([])
      await context.close()
    })
  })
})

const regions = ['가람면', '도담면'] as const
const unsafe = {
  title: '놀이터',
  text: [
    '<script>globalThis.ran = true</script>',
    '<img src="https://elsewhere.example/a.png" onerror="globalThis.ran = true">',
    '',
    '[누르기](javascript:globalThis.ran=true) ![그림](https://elsewhere.example/b.png)',
    '[좋은 곳](https://good.example/)',
  ].join('\n'),
}
/** Two of three are in the first region. */
const written = Array.from({ length: 36 }, (_, index) => ({
  title: `${index + 1}번째 꿈`,
  text: '함께 합니다.',
  region: regions[index % 3 === 2 ? 1 : 0],
  ...(index === 2 ? unsafe : {}),
}))
type Written = (typeof written)[number]

function bytesOf({ region, text, title }: Written): Uint8Array<ArrayBuffer> {
  const words = { title: { ko: title }, region: { ko: region } }
  return Uint8Array.from(documentOf(text, words))
}

function openRegistered() {
  const day = 24 * 3_600
  const sizes = { communities: 6, seats: 2, list: 3, fund: 2, turnout: 1 }
  const trustees = { count: 1, threshold: 1 }
  const plan = { ...sizes, trustees, seed: 'proposals' }
  return serveStage(
    { age: day, seed: plan.seed },
    () => planSimulation(plan),
    registerAll,
  )
}

async function registerAll({ actors, round }: Stage) {
  for (const document of written) {
    const account = applicant(document.title)
    const signed = await signProposal(account, { round }, bytesOf(document))
    const { key, message, signature } = signed
    const registration = { ...message, ask: BigInt(message.ask) }
    const args = [key, registration, signature] as never
    const call = { functionName: 'registerProposal', args } as const
    await writeRound(actors.relayer, { round, ...call })
  }
  return {}
}

async function bring(office: Office, { round }: Stage, document: Written) {
  const body = bytesOf(document)
  const place = `/documents/${toCid(digestOf(body))}?round=${round}`
  const headers = { 'content-type': 'application/json' }
  const request = { method: 'PUT', body, headers }
  const answer = await fetch(`${office.relayer.url}${place}`, request)
  expect(answer.ok, await answer.text()).to.equal(true)
}

async function look(page: Page, words: string): Promise<void> {
  await page.getByLabel('찾는 말').fill(words)
  const before = page.url()
  await page.getByRole('button', { name: '찾기', exact: true }).click()
  await page.waitForURL((url) => url.href !== before)
}

function counted(page: Page, found: number, all: number): Promise<void> {
  const told = `${all}개 중 ${found}개를 찾았습니다: 1–${found}`
  return page.getByText(told).waitFor()
}

/** Titles, in their order, once all have come. */
async function shown(page: Page): Promise<string[]> {
  const titles = page.getByRole('listitem').getByRole('heading')
  await titles.first().waitFor()
  const coming = titles.filter({ hasText: '제목을 읽는 중입니다…' })
  await coming.first().waitFor({ state: 'detached' })
  return titles.allInnerTexts()
}

async function expectUnseen(page: Page, words: string): Promise<void> {
  expect(await page.content()).to.not.include(words)
}
