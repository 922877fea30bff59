// a trustee at the page where the dApp knows no relayer: node and page alone
// ├── reloaded between the file and its reopening → nothing is sent, the file is taken
// ├── reloaded while package, shares or confirmation are sent → the page knows, and goes on
// ├── the same at the release for the draw and for the ballots
// └── one call for each, none of them to anybody but the node
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Address } from 'viem'
import { getRules } from '../../../chain/getRules.ts'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { listAttempts } from '../../../chain/listAttempts.ts'
import { readRound } from '../../../chain/readRound.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import { readRoundContext } from '../../../cli/roundContext.ts'
import { fromBitField } from '../../../protocol/bitField.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import { everyone, freeze, prepareRound } from '../../cli/people/juryRound.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../../cli/support/commandChain.ts'
import { runCommand } from '../../cli/support/runCommand.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { expectSound } from '../support/expectSound.ts'
import { openPages, type Pages } from '../support/openOffice.ts'
import { countSent, reloadWhileSending } from '../support/reloadWhileSending.ts'
import { openDesk, passphrase, type TrusteeDesk } from './trusteeDesk.ts'

const isBuilt = hasChromium && existsSync(path.join(builtApp, 'index.html'))
/** By the command. */
const others = ['trustee 2', 'trustee 3']

describe('a trustee without relayers', function () {
  this.timeout(240_000)
  // Each step stands on the one before.
  inOrder(this)
  let served: CommandChain
  let clock: EmbeddedChain
  let pages: Pages
  let browser: Browser
  let round: Address
  let folder: string
  let desk: TrusteeDesk
  const asked = new Set<string>()

  before(async function () {
    if (!isBuilt) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    served = await startCommandChain(everyone)
    const { chain, url } = served
    clock = await connectChain({ url, factory: chain.factory })
    round = await prepareRound(served, clock)
    pages = await openPages(served)
    browser = await launchChromium()
    folder = await mkdtemp(path.join(tmpdir(), 'dure-alone-'))
    desk = await openDesk(browser, pages, { folder, name: 'trustee 1', round })
    desk.context.on('request', (request) => {
      asked.add(new URL(request.url()).origin)
    })
    for (const name of others) {
      const file = fileOf(name)
      const init = ['trustee', 'init', file, '--work-factor', '10']
      const env = { DURE_TRUSTEE_PASSPHRASE: passphrase }
      expect((await runCommand(init, { env })).error).to.equal(undefined)
    }
  })
  after(async () => {
    if (!isBuilt) return
    await browser.close()
    await pages.close()
    await served.chain.close()
    await rm(folder, { recursive: true })
  })

  const fileOf = (name: string) => `${folder}/${name}.age`
  async function command(name: string, ...words: string[]): Promise<void> {
    const where = ['--rpc', served.url, '--round', round, '--key', 'env:KEY']
    const { env } = served.person(name)
    const run = await runCommand([...words, ...where, '--yes'], {
      env: { ...env, DURE_TRUSTEE_PASSPHRASE: passphrase },
    })
    expect(run.error, run.stderr).to.equal(undefined)
  }
  const run = (name: string) =>
    command(name, 'trustee', 'run', fileOf(name), '--once')
  async function runOthers(): Promise<void> {
    for (const name of others) await run(name)
  }
  /** Nothing of the file is left in the page. */
  async function actAndReload(label: string): Promise<void> {
    const press = () => desk.act(label)
    await reloadWhileSending(desk, served.url, press)
    await desk.says('재료를 내놓을 때 만든 파일을 여세요.')
    await desk.open('파일 열기')
  }
  async function attempt() {
    const { reader } = served.chain
    const context = await readRoundContext(reader, round)
    return (await listAttempts(reader, context))[0]
  }
  async function released(purpose: 0 | 1): Promise<number[]> {
    const args = [purpose] as const
    const call = { round, functionName: 'released', args } as const
    return fromBitField([await readRound(served.chain.reader, call)])
  }

  it('takes the file after a reload before its reopening', async () => {
    await desk.make()
    await desk.says('다시 열어 확인')
    await desk.page.reload()
    await desk.says('비밀 만들고 파일 저장하기')
    expect(countSent(desk.wallet)).to.equal(0)
    await desk.page.getByText('이미 만든 파일이 있으면 열기').click()
    await desk.open('파일 열기')
    await desk.says('열쇠 재료를 내놓을 차례입니다.')
    await expectSound(desk.page)
  })

  it('makes the keys with the others, through reloads', async () => {
    await actAndReload('열쇠 재료 내놓기')
    await desk.says('다른 열쇠지기의 재료를 기다립니다:')
    expect((await attempt())?.packages.filter(Boolean)).to.have.length(1)
    await runOthers()
    await actAndReload('잠근 조각 보내기')
    await desk.says('다른 열쇠지기가 보낼 잠근 조각을 기다립니다:')
    expect((await attempt())?.shares[0]).not.to.equal(undefined)
    await run('trustee 2')
    await actAndReload('열쇠 확인하기')
    await desk.says('다른 열쇠지기의 확인을 기다립니다:')
    await runOthers()
    await desk.says('열쇠가 정해졌습니다. 회차가 고정되기를 기다립니다.')
    const { reader } = served.chain
    expect(await getTrusteeKeys(reader, { round })).not.to.equal(undefined)
    await expectSound(desk.page)
  })

  it('releases for the draw, through a reload', async () => {
    await freeze(served, clock, round)
    await clock.mine(3)
    await run('trustee 2')
    await run('trustee 2')
    await actAndReload('추첨 조각 내놓기')
    await desk.says('이제 누구나 추첨할 수 있습니다.')
    expect(await released(1)).to.deep.equal([1, 2])
    await command('anyone', 'draw')
  })

  it('releases for the ballots, through a reload', async () => {
    const { times } = await getRules(served.chain.reader, { round })
    await clock.advanceTo(times.releaseFrom + 1)
    await actAndReload('심사표 조각 내놓기')
    expect(await released(0)).to.deep.equal([1])
    await runOthers()
    await desk.says('열쇠지기의 일이 끝났습니다.')
    const call = { round, functionName: 'keyCame', args: [] } as const
    expect(await readRound(served.chain.reader, call)).to.equal(true)
    await expectSound(desk.page)
  })

  it('has sent each once, and asked its node alone', () => {
    expect(countSent(desk.wallet)).to.equal(5)
    const own = [pages.url, served.url].map((url) => new URL(url).origin)
    const elsewhere = [...asked].filter(
      (origin) => origin !== 'null' && !own.includes(origin),
    )
    expect(elsewhere).to.deep.equal([])
    expect(desk.outside).to.deep.equal([])
  })
})
