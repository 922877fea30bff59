// the finish of a round at the page
// ├── before the shares → says how many are there, and offers nothing to press
// ├── the wallet refuses, the page is reloaded → the opening goes on, and all ballots are settled
// ├── after the opening → the ranking, which the verifier finds to be right
// └── after the confirmation → the statement, and files of the result
//
// the own opening, where the key never came
// ├── another's copy is refused
// ├── by the own wallet → settled on the chain, and shown as counted
// └── as a file → `dure open --own` takes it
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { getBallotCounts } from '../../../chain/getBallotCounts.ts'
import { getPhase } from '../../../chain/getPhase.ts'
import { readRound } from '../../../chain/readRound.ts'
import { writeRound } from '../../../chain/writeRound.ts'
import { documentDigest } from '../../../cli/rehearse/stage.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import { trustees } from '../../cli/people/juryRound.ts'
import { runCommand } from '../../cli/support/runCommand.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { expectSoundVisit } from '../support/expectSoundVisit.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { type Jury, openJury } from './juryToClose.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
const cast = 3

function atJury() {
  const at = {} as {
    folder: string
    jury: Jury
    office: Office
    browser: Browser
  }
  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    at.folder = await mkdtemp(path.join(tmpdir(), 'dure-finish-'))
    at.jury = await openJury(at.folder)
    at.office = await openOffice(at.jury)
    at.browser = await launchChromium()
  })
  after(async () => {
    if (!isBuilt) return
    await at.browser.close()
    await at.office.close()
    await at.jury.close()
    await rm(at.folder, { recursive: true })
  })
  return at
}

describe('the finish of a round at the page', function () {
  this.timeout(240_000)
  // Each step stands on the one before.
  inOrder(this)
  const at = atJury()
  let visited: Awaited<ReturnType<Office['enter']>>
  let page: Page

  const press = (name: string) => page.getByRole('button', { name }).click()
  const says = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const settled = async () => {
    const { chain, round } = at.jury
    return (await getBallotCounts(chain.reader, { round })).settled
  }

  it('says what is missing before the shares are there', async () => {
    const { clock, round, runTrustee, times } = at.jury
    await clock.advanceTo(times.releaseFrom + 60)
    const [first = ''] = trustees
    await runTrustee(first)
    const { browser, office } = at
    visited = await office.enter(browser, 'anyone', `/r/${round}/finish`)
    page = visited.page
    page.setDefaultTimeout(30_000)
    await says('열쇠지기 2곳 중 1곳이 조각을 내놓았습니다.')
    const open = page.getByRole('button', { name: '심사표 열기' })
    expect(await open.count()).to.equal(0)
    await expectSoundVisit(visited)
  })

  it('opens all ballots, after a refusal and a reload', async () => {
    const [, second = ''] = trustees
    await at.jury.runTrustee(second)
    visited.wallet.mood = 'refuses'
    await press('심사표 열기')
    await says('취소했습니다. 보낸 것은 없습니다.')
    expect(await settled()).to.equal(0)
    await page.reload()
    visited.wallet.mood = 'approves'
    await press('심사표 열기')
    await untilAsync(async () => (await settled()) === cast)
    await says(/심사자 3명의 심사표 중 3장을 열어 셌습니다/)
    await expectSoundVisit(visited)
  })

  it('ranks as the verifier does', async () => {
    const { chain, clock, round, times, url } = at.jury
    await clock.advanceTo(times.openUntil + 60)
    await press('순위 매기기')
    const reader = chain.reader
    await untilAsync(
      async () => (await getPhase(reader, { round })) === 'objections',
    )
    await page.getByRole('link', { name: '결과 보기' }).waitFor()
    const where = ['--rpc', url, '--round', round, '--json']
    const { stdout } = await runCommand(['verify', ...where])
    const { findings } = JSON.parse(stdout) as {
      findings: { check: string; outcome: string }[]
    }
    const failed = findings.filter(({ outcome }) => outcome === 'failed')
    expect(failed).to.deep.equal([])
    expect(findings.some(({ check }) => check.startsWith('ranking'))).to.equal(
      true,
    )
  })

  it('hands out what an office publishes', async () => {
    const { chain, clock, round, served, times } = at.jury
    const end = times.objectionPeriod + times.answerPeriod
    await clock.advanceTo((await served.time()) + end + 120)
    const digest = documentDigest('minutes')
    await writeRound(chain.sender(served.person('admin').address), {
      ...{ round, functionName: 'confirm', args: [[], digest] },
    })
    await page.reload()
    await says('공고에 넣을 한 줄')
    const line = await page.locator('code', { hasText: digest }).innerText()
    expect(line).to.include(round)
    expect(line).to.include(`/r/${round}/recount`)
    const download = page.waitForEvent('download')
    await press('CSV 표')
    const file = await (await download).path()
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    expect(lines).to.have.length(4)
    await expectSoundVisit(visited)
  })
})

describe('the own opening, where the key never came', function () {
  this.timeout(240_000)
  inOrder(this)
  const at = atJury()

  const copyOf = async (name: string) => {
    const folder = at.jury.keptBy(name)
    const [file = ''] = await readdir(folder)
    return `${folder}/${file}`
  }
  const isSettled = (reviewer: number) => {
    const { chain, round } = at.jury
    const args = [BigInt(reviewer)] as const
    const call = { round, functionName: 'isSettled', args } as const
    return readRound(chain.reader, call)
  }
  async function look(name: string, reviewer: number) {
    const { browser, jury, office } = at
    const { round, served } = jury
    const key = served.person(name).address.toLowerCase() as `0x${string}`
    const held = { kind: 'wallet', chainId: 31_337, round, reviewer, key }
    const device = { keys: [held as never] }
    const where = `/r/${round}/check`
    const visited = await office.enter(browser, name, where, device)
    visited.page.setDefaultTimeout(30_000)
    const find = `이 기기의 열쇠로 찾기: 심사자 ${reviewer}번`
    await visited.page.getByRole('button', { name: find }).click()
    return visited
  }

  it('takes the own copy alone, and sends it by the own wallet', async () => {
    const { clock, times } = at.jury
    await clock.advanceTo(times.releaseUntil + 60)
    const visited = await look('ana', 1)
    const { page } = visited
    await page.getByLabel('내 점수 파일').setInputFiles(await copyOf('bo'))
    await page.getByText('이 심사표의 파일이 아닙니다.').waitFor()
    await expectSoundVisit(visited)
    await page.getByLabel('내 점수 파일').setInputFiles(await copyOf('ana'))
    await page.getByRole('button', { name: /내 심사표 열기/ }).click()
    await page.getByRole('button', { name: '지갑으로 보내기' }).click()
    await untilAsync(() => isSettled(1))
    expect(await isSettled(2)).to.equal(false)
    await visited.context.close()
    const again = await look('ana', 1)
    await again.page.getByText('집계됨').first().waitFor()
    await again.context.close()
  })

  it('makes a file that the command takes', async () => {
    const visited = await look('bo', 2)
    const { page } = visited
    await page.getByLabel('내 점수 파일').setInputFiles(await copyOf('bo'))
    await page.getByRole('button', { name: /내 심사표 열기/ }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '서명 파일 저장' }).click()
    const file = `${at.folder}/signed.json`
    await (await download).saveAs(file)
    await at.jury.act('anyone', 'open', '--own', file)
    expect(await isSettled(2)).to.equal(true)
    await visited.context.close()
  })
})
