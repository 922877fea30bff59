// the trustees' page, with five trustees of whom three open
// ├── a wallet that is no trustee → is told so, and can act with another
// ├── a file that was made → counts only once it was read back: another file does not
// ├── one sends a bad share → the page says from whom; disputed, it is blamed by all pages
// ├── the admin starts the next attempt, with a reason → it stands beside the first; a contract among them is warned of
// ├── a reload in the middle → a wrong passphrase, a file of another round, of another attempt are refused; the right one goes on
// ├── a file of `dure trustee` in the page, and a file of the page in `dure trustee`
// ├── all confirm → the keys stand on the chain
// ├── after the freeze → the shares of the draw from three of them
// └── after the close → the shares of the ballots, while two are absent
import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Address } from 'viem'
import { getRules } from '../../../chain/getRules.ts'
import { getTrusteeKeys } from '../../../chain/getTrusteeKeys.ts'
import { listAttempts } from '../../../chain/listAttempts.ts'
import { readRound } from '../../../chain/readRound.ts'
import { decryptText, encryptText } from '../../../chain/trustee/encryptText.ts'
import {
  parseTrusteeFile,
  printTrusteeFile,
  type TrusteeFile,
} from '../../../chain/trustee/trusteeFile.ts'
import { connectChain } from '../../../cli/connectedChain.ts'
import type { EmbeddedChain } from '../../../cli/embeddedChain.ts'
import { readRoundContext } from '../../../cli/roundContext.ts'
import { fromBitField } from '../../../protocol/bitField.ts'
import { builtApp } from '../../../scripts/serveApp.ts'
import {
  everyone,
  freeze,
  prepareRound,
  trustees,
} from '../../cli/people/juryRound.ts'
import {
  type CommandChain,
  startCommandChain,
} from '../../cli/support/commandChain.ts'
import { runCommand } from '../../cli/support/runCommand.ts'
import { untilAsync } from '../../relayer/support/untilAsync.ts'
import { hasChromium, launchChromium } from '../../support/chromium.ts'
import { inOrder } from '../../support/inOrder.ts'
import { expectSoundVisit } from '../support/expectSoundVisit.ts'
import { type Office, openOffice } from '../support/openOffice.ts'
import { meetBadTrustee } from './badTrustee.ts'
import { openDesk, passphrase, type TrusteeDesk } from './trusteeDesk.ts'

const five = [...trustees, 'trustee 4', 'trustee 5']
const last = 'trustee 5'
const threshold = 3

describe('the trustees’ page', function () {
  this.timeout(300_000)
  // Each step stands on the one before.
  inOrder(this)
  let served: CommandChain
  let clock: EmbeddedChain
  let office: Office
  let browser: Browser
  let round: Address
  let folder: string
  const desks: TrusteeDesk[] = []
  const desk = (number: number) => desks[number - 1]!

  before(async function () {
    if (!hasChromium || !existsSync(path.join(builtApp, 'index.html'))) {
      console.warn('!!! SKIPPED: no Chromium, or the dApp is not built !!!')
      this.skip()
    }
    const people = ['trustee 4', last, 'relayer', 'other relayer']
    served = await startCommandChain([...everyone, ...people])
    const { chain, url } = served
    clock = await connectChain({ url, factory: chain.factory })
    round = await prepareRound(served, clock, { names: five, threshold })
    office = await openOffice(served)
    browser = await launchChromium()
    folder = await mkdtemp(path.join(tmpdir(), 'dure-trustees-'))
    for (const name of five.slice(0, 4))
      desks.push(await openDesk(browser, office, { folder, name, round }))
  })

  after(async () => {
    if (!folder) return
    await browser.close()
    await office.close()
    await served.chain.close()
    await rm(folder, { recursive: true })
  })

  const command = (name: string, ...words: string[]) =>
    runCommand([...words, '--rpc', served.url, '--round', round, '--yes'], {
      env: {
        ...served.person(name).env,
        DURE_TRUSTEE_PASSPHRASE: passphrase,
      },
    })
  const runTrustee = (name: string, file: string) =>
    command(name, 'trustee', 'run', file, '--once', '--key', 'env:KEY')
  async function attempts() {
    const { reader } = served.chain
    return listAttempts(reader, await readRoundContext(reader, round))
  }
  const until = (isSo: () => Promise<boolean>) => untilAsync(isSo, 30_000)
  async function published(of: 'packages' | 'shares', count: number) {
    await until(async () => {
      const attempt = (await attempts()).at(-1)
      return attempt![of].filter(Boolean).length === count
    })
  }
  async function released(purpose: 0 | 1): Promise<number[]> {
    const args = [purpose] as const
    const call = { round, functionName: 'released', args } as const
    return fromBitField([await readRound(served.chain.reader, call)])
  }

  it('tells a stranger that its wallet is none of them', async () => {
    const visited = await office.enter(browser, 'anyone', `/r/${round}/trustee`)
    const { context, page } = visited
    await page.getByText('이 지갑은 이 회차의 열쇠지기가 아닙니다.').waitFor()
    expect(await page.getByLabel('새 파일 암호').count()).to.equal(0)
    await page.getByRole('button', { name: '다른 지갑' }).waitFor()
    await expectSoundVisit(visited)
    await context.close()
  })

  it('refuses short and unequal passphrases', async () => {
    const { page } = desk(1)
    await page.getByLabel('새 파일 암호').fill('short')
    await page.getByLabel('한 번 더').fill('other')
    await page
      .getByRole('button', { name: '비밀 만들고 파일 저장하기' })
      .click()
    await desk(1).says('8자 이상으로 적어 주세요.')
    await desk(1).says('두 암호가 다릅니다.')
    await expectSoundVisit(desk(1))
  })

  it('asks for the file again before the step counts', async () => {
    await desk(1).make()
    await desk(2).make()
    expect(await desk(1).page.getByText('차례입니다').count()).to.equal(0)
    await desk(1).open('다시 열어 확인', desk(2).file)
    await desk(1).says('방금 만든 파일이 아닙니다.')
    await expectSoundVisit(desk(1))
    await desk(1).open('다시 열어 확인')
    await desk(1).says('열쇠 재료를 내놓을 차례입니다.')
    await desk(2).open('다시 열어 확인')
    expect((await attempts())[0]?.packages.filter(Boolean)).to.have.length(0)
    const stored = await desk(1).page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
      ]),
    )
    expect(stored).not.to.include(passphrase)
    expect(stored).not.to.include('transportSecret')
  })

  it('shows who sent a bad share, and blames it', async () => {
    for (const number of [3, 4]) {
      await desk(number).make()
      await desk(number).open('다시 열어 확인')
    }
    const { chain } = served
    const bad = meetBadTrustee(
      chain.reader,
      chain.sender(served.person(last).address),
      await readRoundContext(chain.reader, round),
    )
    await bad()
    for (const one of desks) await one.act('열쇠 재료 내놓기')
    await published('packages', 5)
    await bad()
    for (const one of desks) await one.act('잠근 조각 보내기')
    await published('shares', 5)
    await desk(1).says('열쇠지기 5번이 보낸 조각이 잘못되었습니다.')
    await expectSoundVisit(desk(1))
    await desk(1).act('잘못된 조각 밝히기')
    await until(async () => (await attempts())[0]?.dispute !== undefined)
    const [first] = await attempts()
    expect(first?.dispute).to.include({ trustee: 1, accused: 5 })
    for (const one of desks)
      await one.says('다시 계산하면 잘못은 열쇠지기 5번에게 있습니다.')
    expect(await getTrusteeKeys(chain.reader, { round })).to.equal(undefined)
  })

  it('starts the next attempt, with a reason', async () => {
    const admin = await office.enter(browser, 'admin', `/r/${round}/trustee`)
    const { page } = admin
    await page.getByText('관리자: 새 시도 시작하기').click()
    const reason = '열쇠지기 5번이 잘못된 조각을 보냈습니다.'
    await page.getByLabel('이유 (공개됩니다)').fill(reason)
    const addresses = page.getByLabel('열쇠지기 주소, 한 줄에 하나')
    const right = await addresses.inputValue()
    await addresses.fill(`${right}\n0x12`)
    await page.getByText('주소가 아닙니다: 0x12').first().waitFor()
    const contract = page.getByText('계약 지갑(Safe)은 열쇠지기 일을')
    expect(await contract.count()).to.equal(0)
    // The round itself is a contract, as a Safe is.
    await addresses.fill(`${right}\n${round}`)
    await contract.filter({ hasText: round }).waitFor()
    await addresses.fill(right)
    await contract.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByText('관리자: 새 시도 시작하기').click()
    expect(await page.getByLabel('이유 (공개됩니다)').inputValue()).to.equal(
      reason,
    )
    await addresses.fill(right)
    await page.getByRole('button', { name: '2번째 시도 시작하기' }).click()
    await until(async () => (await attempts()).length === 2)
    await page.getByText('이 시도를 시작한 이유:').waitFor()
    // The relayer hands it out once it has seen that the chain names it.
    await until(async () => {
      await page.reload()
      const told = page.getByText(reason).first()
      const wait = { timeout: 3_000 }
      return told.waitFor(wait).then(
        () => true,
        () => false,
      )
    })
    await expectSoundVisit(admin)
    await admin.context.close()
  })

  it('goes on after a reload, with the right file alone', async () => {
    const two = desk(2)
    await two.says('2번째 시도에 쓸 비밀을 만들어')
    const ofFirst = `${folder}/first attempt.age`
    await writeFile(ofFirst, await readFile(two.file))
    await two.addSecrets()
    await two.open('다시 열어 확인')
    await two.act('열쇠 재료 내놓기')
    await published('packages', 1)
    await two.page.reload()
    await two.open('파일 열기', two.file, 'another passphrase')
    await two.says('이 암호로는 열리지 않습니다.')
    await two.open('파일 열기', ofFirst)
    await two.says('이 파일에는 1번째 시도의 비밀만 있습니다.')
    await two.says('2번째 시도의 재료를 내놓을 때 만든 파일을 여세요.')
    await expectSoundVisit(two)
    await two.open('파일 열기', await fileOfAnotherRound(two.file))
    await two.says('이 파일에는 이 회차의 비밀이 없습니다.')
    await two.open('파일 열기')
    await two.says('다른 열쇠지기의 재료를 기다립니다:')
  })

  it('takes a file of the command, and gives one to it', async () => {
    const publish = async (number: number) => {
      await desk(number).addSecrets()
      await desk(number).open('다시 열어 확인')
      await desk(number).act('열쇠 재료 내놓기')
    }
    for (const number of [1, 3]) await publish(number)
    await published('packages', 3)
    // The fifth begins with the command, and goes on in the page.
    const file = `${folder}/${last}.age`
    const init = ['trustee', 'init', file, '--work-factor', '10']
    const env = { DURE_TRUSTEE_PASSPHRASE: passphrase }
    const made = await runCommand(init, { env })
    expect(made.error).to.equal(undefined)
    expect((await runTrustee(last, file)).error).to.equal(undefined)
    await published('packages', 4)
    await publish(4)
    await published('packages', 5)
    const five = await openDesk(browser, office, { folder, name: last, round })
    await five.open('파일 열기', file)
    await five.act('잠근 조각 보내기')
    // The fourth began in the page, and goes on with the command.
    const run = await runTrustee('trustee 4', desk(4).file)
    expect(run.error).to.equal(undefined)
    await published('shares', 2)
    for (const number of [1, 2, 3]) await desk(number).act('잠근 조각 보내기')
    await published('shares', 5)
    await five.act('열쇠 확인하기')
    expect((await runTrustee('trustee 4', desk(4).file)).error).to.equal(
      undefined,
    )
    for (const number of [1, 2]) await desk(number).act('열쇠 확인하기')
    await until(async () => (await attempts())[1]?.confirmations.length === 4)
    await desk(1).says('다른 열쇠지기의 확인을 기다립니다:')
    await five.context.close()
  })

  it('acts by itself while it is open, if it is told to', async () => {
    const three = desk(3)
    await three.says('열쇠를 확인할 차례입니다.')
    await three.page.getByLabel(/차례가 오면 저절로 하기/).check()
    const { reader } = served.chain
    await until(async () => Boolean(await getTrusteeKeys(reader, { round })))
    await three.says('열쇠가 정해졌습니다. 회차가 고정되기를 기다립니다.')
    await expectSoundVisit(three)
  })

  it('releases the shares of the draw, without two of them', async () => {
    await freeze(served, clock, round)
    await clock.mine(3)
    // The third stores the block by itself.
    await desk(1).act('추첨 조각 내놓기')
    await desk(2).act('추첨 조각 내놓기')
    await until(async () => (await released(1)).length === threshold)
    expect(await released(1)).to.deep.equal([1, 2, 3])
    await desk(1).says('이제 누구나 추첨할 수 있습니다.')
    const drawn = await command('anyone', 'draw', '--key', 'env:KEY')
    expect(drawn.error).to.equal(undefined)
  })

  it('releases the shares of the ballots after the close alone', async () => {
    const { times } = await getRules(served.chain.reader, { round })
    await clock.advanceTo(times.close + 1)
    await desk(1).says('조각을 내놓을 시각을 기다립니다.')
    expect(await released(0)).to.deep.equal([])
    await clock.advanceTo(times.releaseFrom + 1)
    await desk(1).act('심사표 조각 내놓기')
    const byCommand = await runTrustee('trustee 4', desk(4).file)
    expect(byCommand.error).to.equal(undefined)
    await until(async () => (await released(0)).length === threshold)
    await desk(1).says('열쇠지기의 일이 끝났습니다.')
    const call = { round, functionName: 'keyCame', args: [] } as const
    expect(await readRound(served.chain.reader, call)).to.equal(true)
  })

  async function fileOfAnotherRound(source: string): Promise<string> {
    const text = await decryptText(await readFile(source, 'utf8'), passphrase)
    const { rounds, ...rest } = parseTrusteeFile(text)
    const other: Address = `0x${'ab'.repeat(20)}`
    const moved: TrusteeFile = {
      ...rest,
      rounds: rounds.map((one) => ({ ...one, round: other })),
    }
    const name = `${folder}/another round.age`
    const locked = await encryptText(printTrusteeFile(moved), passphrase, 10)
    await writeFile(name, locked)
    return name
  }
})
