// the whole round at the pages, from an empty chain to its recount
// ├── the admin makes the round in the wizard
// ├── applicants register, one of them by a passkey
// ├── the screener decides; a proposal replaced meanwhile is decided anew
// ├── the admin fixes the roster
// ├── five trustees make the keys, each in a profile of its own
// ├── the registrar imports contacts, issues tickets
// ├── reviewers enrol by their tickets, one of them by a passkey
// ├── two registrars at once → the roll is published as it was enrolled
// ├── two admins at once → frozen once, and both pages say so
// ├── anyone draws, with the shares of three trustees
// ├── reviewers send; the board of coverage counts them
// ├── three release, one comes late, one never → anyone opens
// ├── anyone ranks; a reviewer objects, the committee answers
// ├── two of the committee at once → confirmed once, with one departure
// └── a stranger recounts: pages, bundle and `dure verify` find nothing wrong
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Address } from 'viem'
import { getProposals } from '../../../chain/getProposals.ts'
import { getRollChunks } from '../../../chain/getRoll.ts'
import { getRoundLogs } from '../../../chain/getRoundLogs.ts'
import { getRules } from '../../../chain/getRules.ts'
import { fromBitField } from '../../../protocol/bitField.ts'
import { parseKeys } from '../../../protocol/roll.ts'
import type { Times } from '../../../protocol/rules.ts'
import { readEnrolments } from '../../../relayer/enrolment/readEnrolments.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import { runForJson } from '../../cli/support/runCommand.ts'
import { hasChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { desktop, type Visit, visit } from '../support/browsing.ts'
import { expectSound } from '../support/expectSound.ts'
import { expectSoundVisit } from '../support/expectSoundVisit.ts'
import { fixRoster, freeze, prepareFreeze } from './round/admin.ts'
import { replaceIdea } from './round/applicant.ts'
import { type Applicants, applyAll } from './round/applyAll.ts'
import {
  answer,
  confirm,
  type Departure,
  prepareDeparture,
} from './round/committee.ts'
import { byWallet } from './round/deed.ts'
import { type EmptyStage, openEmptyStage } from './round/emptyStage.ts'
import { enrolAll, type Reviewers } from './round/enrolAll.ts'
import { draw, openBallots, rank, storeDrawBlock } from './round/finisher.ts'
import { makeKeys } from './round/makeKeys.ts'
import { object } from './round/objector.ts'
import { recount, recountBundle } from './round/recounter.ts'
import {
  enterDesk,
  importContacts,
  issueTickets,
  publishRoll,
  setDateOfDeletion,
  signKeys,
  type Ticket,
} from './round/registrar.ts'
import { reviewAll } from './round/reviewAll.ts'
import { fillWizard, readMadeRound } from './round/roundMaker.ts'
import { save } from './round/saves.ts'
import { accept, refuse } from './round/screener.ts'
import type { TrusteeDesk } from './trusteeDesk.ts'
import { addressOf } from './wizardStage.ts'

const officials = ['admin', 'registrar', 'screener', 'committee'] as const
const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const trustees = [1, 2, 3, 4, 5].map((number) => `trustee ${number}`)
const name = '봄 심사'
const ideas = ['빈 창고', '꽃길', '책방', '놀이터', '우물'].map(
  (title, index) => ({ title, community: `${index + 1}번 마을` }),
)
const contacts = ['a@mail.kr', 'b@mail.kr', 'c@mail.kr', 'd@mail.kr']
const day = 86_400

describe('the whole round at the pages', function () {
  this.timeout(300_000)
  // Each step stands on the one before.
  inOrder(this)
  let stage: EmptyStage
  let round: Address
  let times: Times
  let admin: Page
  let registrar: Page
  let committee: Page
  let anyone: Page
  let applicants: Applicants
  let desks: TrusteeDesk[]
  let tickets: Ticket[]
  let reviewers: Reviewers
  let departure: Departure
  const officialVisits: Visit[] = []

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    stage = await openEmptyStage([...officials, ...trustees, 'anyone'])
  })
  after(async () => {
    if (isBuilt) await stage.close()
  })

  const at = (place: string) => `${stage.office.url}#/r/${round}/${place}`
  async function go(page: Page, place: string): Promise<void> {
    await page.goto(at(place))
    await page.reload()
  }
  async function enter(official: string, place: string): Promise<Page> {
    const visited = await stage.enter(official, `/r/${round}/${place}`, desktop)
    officialVisits.push(visited)
    return visited.page
  }

  /** Their work is done: each page that is open asks the chain again and again. */
  async function leave(pages: readonly Page[]): Promise<void> {
    await Promise.all(pages.map((page) => page.context().close()))
  }

  it('is made in the wizard', async () => {
    expect(await stage.countRounds()).to.equal(0)
    const visited = await stage.enter('admin', '/new', desktop)
    officialVisits.push(visited)
    admin = visited.page
    await fillWizard(admin, {
      ...{ name, communities: 4, threshold: 3 },
      trustees: trustees.map(addressOf),
      holders: {
        ...{ admin: addressOf('admin'), registrar: addressOf('registrar') },
        screener: addressOf('screener'),
        committee: addressOf('committee'),
      },
    })
    await byWallet(admin, '회차 만들기')
    round = await readMadeRound(admin)
    expect(await stage.countRounds()).to.equal(1)
    ;({ times } = await getRules(stage.chain.reader, { round }))
    await expectSound(admin)
  })

  it('takes proposals of wallets without ether, and of a passkey', async () => {
    applicants = await applyAll(stage, round, ideas)
    const proposals = await getProposals(stage.chain.reader, { round })
    expect(proposals).to.have.length(ideas.length)
    const wallets = ideas.map((_, index) => addressOf(`applicant ${index + 1}`))
    const byPasskey = proposals.filter(({ key }) => !wallets.includes(key))
    expect(byPasskey).to.have.length(1)
  })

  it('screens them; what was replaced meanwhile is decided anew', async () => {
    const page = await enter('screener', 'office/screening')
    await page.getByText('대기 5건').waitFor()
    for (const { title } of ideas.slice(0, 4)) await accept(page, title)
    await refuse(page, '우물', '다른 돈으로 이미 합니다.')
    await expectSound(page)
    await replaceIdea(applicants[1]!.page, '넓은 꽃길')
    await byWallet(page, /결정 \d건 기록하기/)
    await page.getByText('새 판이 있습니다. 읽으신 것은 1번째 판').waitFor()
    await page.getByText('대기 1건').waitFor()
    await page.getByRole('button', { name: '알겠습니다' }).click()
    await page.reload()
    await accept(page, '넓은 꽃길')
    await byWallet(page, '결정 1건 기록하기')
    await page.getByText('대기 0건').waitFor()
    await leave([page, ...applicants.map((one) => one.page)])
    const states = (await getProposals(stage.chain.reader, { round })).map(
      ({ state, version }) => `${state} ${version}`,
    )
    expect(states.toSorted()).to.deep.equal([
      ...Array<string>(3).fill('accepted 1'),
      ...['accepted 2', 'refused 1'],
    ])
  })

  it('has its roster fixed', async () => {
    await stage.clock.advanceTo(times.registerUntil + 1)
    await go(admin, 'office/roster')
    await fixRoster(admin, byWallet, 4)
    await expectSound(admin)
  })

  it('gets its keys from five trustees', async () => {
    desks = await makeKeys(stage, round, trustees)
    await expectSoundVisit(desks[0]!)
    // Is not seen again.
    await leave([desks[4]!.page])
  })

  it('has a ticket for every seat', async () => {
    registrar = await enter('registrar', 'office/retention')
    await enterDesk(registrar)
    await setDateOfDeletion(registrar, times.openUntil + 60 * day)
    await expectSound(registrar)
    await registrar.goto(at('office/roll'))
    await importContacts(registrar, contacts)
    tickets = await issueTickets(registrar, 4)
    expect(tickets.map(({ contact }) => contact)).to.deep.equal(contacts)
    await expectSound(registrar)
  })

  it('enrols who has a ticket', async () => {
    reviewers = await enrolAll(stage, tickets)
    await registrar.reload()
    await signKeys(registrar, 4)
  })

  it('has the roll published, by two registrars at once', async () => {
    const other = await enter('registrar', 'office/roll')
    await enterDesk(other)
    const ready = other.getByRole('button', { name: '명부 공개', exact: true })
    await ready.waitFor()
    await Promise.all([registrar, other].map((page) => publishRoll(page)))
    const { database } = stage.office.relayer.services
    const enrolled = await readEnrolments(database, round)
    const chunks = await getRollChunks(stage.chain.reader, { round })
    const keys = chunks.flatMap(([, packed]) => parseKeys(packed))
    expect(keys).to.deep.equal(enrolled.map(({ key }) => key))
    await expectSound(registrar)
    await leave([other])
  })

  it('is frozen once, by two admins at once', async () => {
    const now = await stage.now()
    await stage.clock.advanceTo(now + times.rollNotice + 60)
    const other = await enter('admin', 'office/freeze')
    await go(admin, 'office/freeze')
    for (const page of [admin, other]) await prepareFreeze(page, name)
    await expectSound(other)
    await Promise.all([admin, other].map((page) => freeze(page, byWallet)))
    const eventNames = ['Frozen'] as const
    const logs = await getRoundLogs(stage.chain.reader, { round, eventNames })
    expect(logs).to.have.length(1)
    await leave([other, admin])
  })

  it('is drawn by anyone, with the shares of three', async () => {
    await stage.clock.mine(12)
    anyone = await enter('anyone', 'finish')
    await storeDrawBlock(anyone)
    await Promise.all(
      desks.slice(0, 3).map((desk) => desk.act('추첨 조각 내놓기')),
    )
    await draw(anyone)
    await expectSound(anyone)
  })

  it('is reviewed, and the board counts who has sent', async () => {
    await stage.clock.advanceTo(times.reviewFrom + 1)
    await reviewAll(reviewers.slice(0, 3), at('review'))
    await registrar.goto(at('office/coverage'))
    await registrar.getByText('기록 3 / 명부 4 (75%)').waitFor()
    await expectSound(registrar)
    await leave([registrar, ...reviewers.slice(1).map((one) => one.page)])
  })

  it('is opened by anyone, with one trustee absent and one late', async () => {
    // It would do what anyone may do, too.
    await stage.office.relayer.jobs.stop(10_000)
    await stage.clock.advanceTo(times.releaseFrom + 1)
    const [one, two, three, late] = desks
    await one!.act('심사표 조각 내놓기')
    await two!.act('심사표 조각 내놓기')
    const told = '열쇠지기 3곳 중 2곳이 조각을 내놓았습니다.'
    await anyone.getByText(told).waitFor()
    const open = anyone.getByRole('button', { name: '심사표 열기' })
    expect(await open.count()).to.equal(0)
    await three!.act('심사표 조각 내놓기')
    await openBallots(anyone, 3)
    await late!.says('열쇠지기의 일이 끝났습니다.')
    await expectSoundVisit(late!)
    await leave(desks.slice(0, 4).map((desk) => desk.page))
  })

  it('is ranked by anyone, objected to, answered', async () => {
    await stage.clock.advanceTo(times.openUntil + 1)
    await rank(anyone)
    await expectSound(anyone)
    const [objector] = reviewers
    await objector!.page.goto(at('objections'))
    await object(objector!.page, '순위 계산을 다시 해 주세요.')
    committee = await enter('committee', 'office/decision')
    await answer(committee, byWallet, '다시 세어 보았습니다.')
    await expectSound(committee)
  })

  it('is confirmed once, by two of the committee at once', async () => {
    const period = times.objectionPeriod + times.answerPeriod
    await stage.clock.advanceTo((await stage.now()) + period + 1)
    const words = { reason: '이미 다른 돈으로 합니다.', record: '위원 5명.' }
    const other = await enter('committee', 'office/decision')
    await committee.reload()
    departure = await prepareDeparture(committee, words)
    expect(await prepareDeparture(other, words)).to.deep.equal(departure)
    await committee.reload()
    await expectSound(other)
    await Promise.all([committee, other].map((one) => confirm(one, byWallet)))
    const eventNames = ['Departed'] as const
    const logs = await getRoundLogs(stage.chain.reader, { round, eventNames })
    expect(logs).to.have.length(1)
    expect(logs[0]!.args).to.deep.include(departure)
    const selected = await readSelected()
    expect(selected).to.have.length(2)
    expect(selected).to.include(departure.added)
    expect(selected).not.to.include(departure.removed)
  })

  it('is recounted by a stranger, who finds nothing wrong', async () => {
    const url = at('recount')
    const stranger = await visit(stage.browser, url, desktop)
    const { page } = stranger
    const found = await recount(page)
    expect(found.differences).to.equal(0)
    expect(found.matches).to.be.greaterThan(20)
    await expectSoundVisit(stranger)
    await page.goto(at('results'))
    const csv = await save(page, 'CSV 표', `${stage.folder}/round.csv`)
    const bundle = await save(page, '검증 묶음', `${stage.folder}/round.dure`)
    await expectSoundVisit(stranger)
    await page.goto(url)
    expect(await recountBundle(page, bundle)).to.include({ differences: 0 })
    await expectConsistent(csv)
    const ofChain = ['--rpc', stage.url, '--round', round]
    for (const source of [ofChain, [bundle]])
      expect(await failuresOf(source)).to.deep.equal([])
  })

  it('asked nobody else', () => {
    for (const { outside } of officialVisits) expect(outside).to.deep.equal([])
  })

  /** The table has what the chain says was selected. */
  async function expectConsistent(csv: string): Promise<void> {
    const text = await readFile(csv, 'utf8')
    const [head = '', ...lines] = text.trim().split('\n')
    const rows = lines.map((line) => line.split(','))
    expect(rows).to.have.length(4)
    const column = head.split(',').indexOf('isSelected')
    const selected = rows
      .filter((row) => row[column] === 'true')
      .map(([number]) => Number(number))
    expect(selected).to.deep.equal(await readSelected())
  }
  async function readSelected(): Promise<number[]> {
    const eventNames = ['Confirmed'] as const
    const found = await getRoundLogs(stage.chain.reader, { round, eventNames })
    expect(found).to.have.length(1)
    return fromBitField(found[0]!.args.selected)
  }
})

async function failuresOf(source: readonly string[]): Promise<unknown[]> {
  const answer = await runForJson(['verify', ...source])
  const findings = answer['findings'] as { check: string; outcome: string }[]
  expect(findings.length).to.be.greaterThan(20)
  return findings.filter(({ outcome }) => outcome === 'failed')
}
