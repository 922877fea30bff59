// pages of officials that are reloaded while they send: done once, and told
// ├── an offer of a role, and its acceptance
// ├── the freeze, and a cancellation
// ├── the block of the draw, the wait for the shares, the draw
// └── a roster of two parts, between them: the second alone is left
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { getBlock } from 'viem/actions'
import { getRosterPlan } from '../../../chain/getRosterPlan.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { readRound } from '../../../chain/readRound.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import { planSimulation } from '../../../cli/rehearse/planSimulation.ts'
import { registerProposals } from '../../../cli/rehearse/registerProposals.ts'
import { releaseShares } from '../../../cli/rehearse/releaseShares.ts'
import type { Stage } from '../../../cli/rehearse/stage.ts'
import { packKeys } from '../../../protocol/roll.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  type EnrolmentStage,
  official,
  openEnrolment,
} from '../../relayer/support/openEnrolment.ts'
import { openDraw } from '../../relayer/support/openReview.ts'
import { serveStage } from '../../relayer/support/serveStage.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { phone } from '../support/browsing.ts'
import {
  type Office,
  openOffice,
  openPages,
  type Pages,
} from '../support/openOffice.ts'
import { countSent, reloadWhileSending } from '../support/reloadWhileSending.ts'
import { prepareFreeze } from './round/admin.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const seed = 'reloads'

describe('an official’s page that is reloaded while it sends', function () {
  this.timeout(240_000)
  let browser: Browser

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    browser = await launchChromium()
  })
  after(async () => {
    if (isBuilt) await browser.close()
  })

  /** Somebody at a page of a round, who presses and reloads. */
  async function sit(pages: Pages, name: string, path: string, node: string) {
    const visited = await pages.enter(browser, name, path, phone)
    const { page, wallet } = visited
    page.setDefaultTimeout(40_000)
    const press = (label: string) =>
      page.getByRole('button', { name: label, exact: true }).click()
    return {
      ...visited,
      press,
      pressAndReload: (label: string) =>
        reloadWhileSending(visited, node, () => press(label)),
      says: (text: string | RegExp) => page.getByText(text).first().waitFor(),
      sent: () => countSent(wallet),
    }
  }

  describe('before the review', () => {
    let stage: EnrolmentStage
    // Freeze and cancellation bring their texts to a relayer first.
    let pages: Office

    before(async () => {
      stage = await openEnrolment()
      pages = await openOffice(stage)
    })
    after(async () => {
      if (!isBuilt) return
      await pages.close()
      await stage.close()
    })

    const office = (name: string, place: string, round = stage.round) =>
      sit(pages, name, `/r/${round}/office/${place}`, stage.url)
    const logsOf = (name: 'Frozen' | 'RoundCancelled', round = stage.round) =>
      getRoundLogs(stage.chain.reader, { round, eventNames: [name] })

    it('offers a role once, and takes it once', async () => {
      const screener = 2
      const holder = () =>
        readRound(stage.chain.reader, {
          ...{ round: stage.round, functionName: 'holder', args: [screener] },
        })
      const before = await holder()
      const old = await office('screener', 'handover')
      const { address } = official('key 1')
      await old.page.getByLabel('어떤 담당').selectOption('screener')
      await old.page.getByLabel('새 지갑의 주소').fill(address)
      await old.pressAndReload('자격 확인 담당 넘기기')
      await old.says('아직 받지 않은 것')
      expect(await holder()).to.equal(before)
      expect(old.sent()).to.equal(1)

      const next = await office('key 1', 'handover')
      await next.pressAndReload('자격 확인 담당 받기')
      await next.page
        .getByRole('heading', { name: '아직 받지 않은 것' })
        .waitFor({ state: 'detached' })
      expect(await holder()).to.equal(address)
      expect(next.sent()).to.equal(1)
      await old.page.reload()
      await old.says('어떤 담당')
      const still = old.page.getByText('아직 받지 않은 것')
      expect(await still.count()).to.equal(0)
      await next.context.close()
      await old.context.close()
    })

    it('freezes once', async () => {
      const { actors, chain, round, rules } = stage
      const seats = Array.from({ length: 12 }, (_, seat) => `seat ${seat}`)
      const keys = packKeys(seats.map((name) => official(name).address))
      const call = { round, functionName: 'publishRoll' } as const
      await writeRound(actors.registrar, { ...call, args: [0n, keys] })
      const { timestamp } = await getBlock(chain.reader)
      await chain.advanceTo(Number(timestamp) + rules.times.rollNotice + 60)
      const admin = await office('admin', 'freeze')
      await prepareFreeze(admin.page, short(round))
      await admin.pressAndReload('고정하기')
      await admin.says('고정되었습니다.')
      expect(await logsOf('Frozen')).to.have.length(1)
      expect(admin.sent()).to.equal(1)
      await admin.context.close()
    })

    it('cancels once', async () => {
      const { other } = stage
      const admin = await office('admin', 'cancel', other)
      await admin.page.getByLabel('취소하는 이유').fill('예산이 없습니다.')
      await admin.page.getByLabel('회차 이름').fill(short(other))
      await admin.pressAndReload('회차 취소하기')
      await admin.says('이 회차는 취소되었습니다')
      expect(await logsOf('RoundCancelled', other)).to.have.length(1)
      expect(admin.sent()).to.equal(1)
      await admin.context.close()
    })
  })

  it('stores the block of the draw once, waits, draws once', async () => {
    const stage = await openDraw({ communities: 6, seats: 2 })
    const pages = await openPages(stage)
    const { chain, round, url } = stage
    const { factory } = chain
    const clock = await connectChain({ url, factory })
    await clock.mine(stage.rules.drawDelay + 1)
    const anyone = await sit(pages, 'relay', `/r/${round}/finish`, url)
    await anyone.pressAndReload('추첨 블록 적기')
    await anyone.says('열쇠지기 1곳이 추첨 조각을 더 내놓아야 합니다.')
    const draw = anyone.page.getByRole('button', { name: '추첨하기' })
    expect(await draw.count()).to.equal(0)
    await anyone.page.reload()
    await releaseShares(stage, 'lottery', stage.lotteryShares)
    await anyone.pressAndReload('추첨하기')
    await anyone.says('심사 목록이 추첨으로 정해졌습니다.')
    const range = { round, eventNames: ['Drawn'] } as const
    expect(await getRoundLogs(chain.reader, range)).to.have.length(1)
    expect(anyone.sent()).to.equal(2)
    await anyone.context.close()
    await pages.close()
    await stage.close()
  })

  it('fixes a roster of two parts, each once', async () => {
    const proposals = 260
    const stage = await openScreened(proposals)
    const pages = await openPages(stage)
    const { chain, round, url } = stage
    const at = `/r/${round}/office/roster`
    const admin = await sit(pages, 'admin', at, url)
    await admin.says('(2번에 나누어 보냅니다)')
    await admin.pressAndReload('명단 확정하기')
    await admin.says('260개 중 256개까지 번호를 받았습니다. 이어서 하세요.')
    const plan = () => getRosterPlan(chain.reader, { round })
    expect(await plan()).to.deep.include({ isFixed: false, onRoster: 256 })
    await admin.press('명단 확정하기')
    await admin.says('제안 260개가 번호를 받았습니다.')
    expect(await admin.page.getByRole('alert').count()).to.equal(0)
    expect(await plan()).to.deep.include({ isFixed: true, onRoster: 260 })
    expect(admin.sent()).to.equal(2)
    await admin.context.close()
    await pages.close()
    await stage.close()
  })
})

const short = (round: string) => `${round.slice(0, 6)}…${round.slice(-4)}`

/** Registration is over, all are accepted, none has a number. */
function openScreened(communities: number) {
  const day = 24 * 3_600
  const sizes = { communities, seats: 1, list: 3, fund: 2, turnout: 1 }
  const trustees = { count: 1, threshold: 1 }
  return serveStage(
    { age: 16 * day, seed },
    () => planSimulation({ ...sizes, trustees, seed }),
    screenAll,
  )
}

/** The roster is refused to who is no admin. */
async function screenAll(stage: Stage): Promise<void> {
  const { actors } = stage
  const others = { ...actors, admin: actors.registrar }
  const done = registerProposals({ ...stage, actors: others })
  const name = await done.then(
    () => 'none',
    (error: unknown) => (error as Error).name,
  )
  expect(name).to.match(/Refused|Round_|Error/)
}
