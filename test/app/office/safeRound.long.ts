// the whole round, where a Safe is admin, screener and committee
// ├── the Safe makes the round by the file of the wizard's last step
// ├── it screens, by a file
// ├── it fixes the roster and freezes, by files
// ├── owners who take days → the notice of the freeze is brought again, and read by all
// ├── trustees, registrar, reviewers and anyone do as in every round
// ├── it answers an objection, and confirms with a departure, by files
// └── `dure verify` finds nothing wrong
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { type Address, getAddress } from 'viem'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { getRules } from '../../../chain/getRules.ts'
import { readRound } from '../../../chain/readRound.ts'
import { toCid } from '../../../protocol/cid.ts'
import type { Times } from '../../../protocol/rules.ts'
import { sweepDocuments } from '../../../relayer/documents/sweepDocuments.ts'
import type { Services } from '../../../relayer/services.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import { runForJson } from '../../cli/support/runCommand.ts'
import { deploySafe, type Safe } from '../../relayer/support/safe.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { desktop } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { fixRoster, prepareFreeze } from './round/admin.ts'
import { applyAll } from './round/applyAll.ts'
import { bySafe } from './round/bySafe.ts'
import { answer, confirm, prepareDeparture } from './round/committee.ts'
import type { Deed } from './round/deed.ts'
import { type EmptyStage, openEmptyStage } from './round/emptyStage.ts'
import { enrolAll, type Reviewers } from './round/enrolAll.ts'
import { draw, openBallots, rank, storeDrawBlock } from './round/finisher.ts'
import { makeKeys } from './round/makeKeys.ts'
import { object } from './round/objector.ts'
import {
  enterDesk,
  issueTickets,
  publishRoll,
  signKeys,
} from './round/registrar.ts'
import { reviewAll } from './round/reviewAll.ts'
import { fillWizard, readMadeRound } from './round/roundMaker.ts'
import { accept } from './round/screener.ts'
import type { TrusteeDesk } from './trusteeDesk.ts'
import { addressOf } from './wizardStage.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const trustees = [1, 2, 3].map((number) => `trustee ${number}`)
const name = '봄 심사'
const ideas = ['빈 창고', '꽃길', '책방', '놀이터'].map((title, index) => ({
  title,
  community: `${index + 1}번 마을`,
}))
const hour = 3_600

describe('the whole round of a Safe', function () {
  this.timeout(300_000)
  // Each step stands on the one before.
  inOrder(this)
  let stage: EmptyStage
  let safe: Safe
  let byOwners: Deed
  let round: Address
  let times: Times
  /** Of one of the Safe's owners, who has no role. */
  let owner: Page
  let anyone: Page
  let desks: TrusteeDesk[]
  let reviewers: Reviewers

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEmptyStage(['payer', 'registrar', ...trustees, 'anyone'])
    safe = await deploySafe(payer(), 'owner')
    byOwners = bySafe(payer(), safe)
  })
  after(async () => {
    if (isBuilt) await stage.close()
  })

  const payer = () => stage.chain.sender(addressOf('payer'))
  const at = (place: string) => `${stage.office.url}#/r/${round}/${place}`
  async function go(page: Page, place: string): Promise<void> {
    await page.goto(at(place))
    await page.reload()
  }

  it('is made by the Safe', async () => {
    ;({ page: owner } = await stage.enter('owner', '/new', desktop))
    await fillWizard(owner, {
      ...{ name, communities: 4, threshold: 2 },
      trustees: trustees.map(addressOf),
      holders: {
        ...{ admin: safe.address, registrar: addressOf('registrar') },
        ...{ screener: safe.address, committee: safe.address },
      },
    })
    await owner.getByLabel('Safe로 제안').check()
    await byOwners(owner, '회차 만들기')
    round = await readMadeRound(owner)
    const call = { round, functionName: 'holder', args: [0] } as const
    const holder = await readRound(stage.chain.reader, call)
    expect(holder).to.equal(getAddress(safe.address))
    ;({ times } = await getRules(stage.chain.reader, { round }))
  })

  it('is screened by the Safe', async () => {
    const applicants = await applyAll(stage, round, ideas)
    await Promise.all(applicants.map(({ context }) => context.close()))
    await go(owner, 'office/screening')
    for (const { title } of ideas) await accept(owner, title)
    await expectSound(owner)
    await byOwners(owner, '결정 4건 기록하기')
    await owner.getByText('대기 0건').waitFor()
  })

  it('has its roster fixed by the Safe, and its keys and roll by others', async () => {
    await stage.clock.advanceTo(times.registerUntil + 1)
    await go(owner, 'office/roster')
    await fixRoster(owner, byOwners, 4)
    desks = await makeKeys(stage, round, trustees)
    const place = `/r/${round}/office/roll`
    const { context, page } = await stage.enter('registrar', place, desktop)
    await enterDesk(page)
    reviewers = await enrolAll(stage, await issueTickets(page, 4))
    await page.reload()
    await signKeys(page, 4)
    await publishRoll(page)
    await context.close()
  })

  it('is frozen by the Safe, whose owners take longer than a relayer waits', async () => {
    await stage.clock.advanceTo((await stage.now()) + times.rollNotice + 60)
    await go(owner, 'office/freeze')
    await prepareFreeze(owner, name)
    const { services } = stage.office.relayer
    const late = bySafe(payer(), safe, async () => {
      await owner.goto('about:blank')
      await stage.clock.advanceTo((await stage.now()) + 2 * hour)
      await untilAsync(async () => {
        await sweepDocuments(services)
        return (await countUnnamed(services)) === 0
      })
    })
    await late(owner, '고정하기')
    await owner.goto(at('office/freeze'))
    await owner.getByText('고정되었습니다.').waitFor()
    const range = { round, eventNames: ['Frozen'] } as const
    const [log] = await getRoundLogs(stage.chain.reader, range)
    const cid = toCid(log!.args.notice)
    const url = `${stage.office.relayer.url}/documents/${cid}`
    await untilAsync(async () => (await fetch(url)).ok)
  })

  it('is drawn, reviewed, opened and ranked by others', async () => {
    await stage.clock.mine(12)
    ;({ page: anyone } = await stage.enter(
      'anyone',
      `/r/${round}/finish`,
      desktop,
    ))
    await storeDrawBlock(anyone)
    const two = desks.slice(0, 2)
    await Promise.all(two.map((desk) => desk.act('추첨 조각 내놓기')))
    await draw(anyone)
    await stage.clock.advanceTo(times.reviewFrom + 1)
    await reviewAll(reviewers, at('review'))
    // It would do what anyone may do, too.
    await stage.office.relayer.jobs.stop(10_000)
    await stage.clock.advanceTo(times.releaseFrom + 1)
    await Promise.all(two.map((desk) => desk.act('심사표 조각 내놓기')))
    await openBallots(anyone, 4)
    await stage.clock.advanceTo(times.openUntil + 1)
    await rank(anyone)
  })

  it('is answered and confirmed by the Safe', async () => {
    const [objector] = reviewers
    await objector!.page.goto(at('objections'))
    await object(objector!.page, '순위 계산을 다시 해 주세요.')
    await go(owner, 'office/decision')
    await answer(owner, byOwners, '다시 세어 보았습니다.')
    const period = times.objectionPeriod + times.answerPeriod
    await stage.clock.advanceTo((await stage.now()) + period + 1)
    await owner.reload()
    const words = { reason: '이미 다른 돈으로 합니다.', record: '위원 5명.' }
    const departure = await prepareDeparture(owner, words)
    await expectSound(owner)
    await confirm(owner, byOwners)
    const range = { round, eventNames: ['Departed'] } as const
    const [log] = await getRoundLogs(stage.chain.reader, range)
    expect(log!.args).to.deep.include(departure)
  })

  it('is verified', async () => {
    const where = ['--rpc', stage.url, '--round', round]
    const { findings } = (await runForJson(['verify', ...where])) as {
      findings: { outcome: string }[]
    }
    expect(findings.length).to.be.greaterThan(20)
    const failed = findings.filter(({ outcome }) => outcome === 'failed')
    expect(failed).to.deep.equal([])
  })
})

/** Documents that a relayer keeps for a while alone. */
async function countUnnamed({ database }: Services): Promise<number> {
  const rows = await database.db
    .selectFrom('documents')
    .select('digest')
    .where('until', 'is not', null)
    .execute()
  return rows.length
}
