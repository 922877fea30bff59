/** A chain with factory, verifiers and receipts, a relayer and the dApp; no round. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { getAbiItem } from 'viem'
import { getBlock, getLogs } from 'viem/actions'
import { roundFactoryAbi } from '../../../../chain/generated/abis.ts'
import { connectChain } from '../../../../cli/connectedChain.ts'
import { startCommandChain } from '../../../cli/support/commandChain.ts'
import { launchChromium } from '../../../support/chromium.ts'
import type { Device } from '../../support/browsing.ts'
import { openOffice } from '../../support/openOffice.ts'

export type EmptyStage = Awaited<ReturnType<typeof openEmptyStage>>

/** Milliseconds that a page gets on a machine with much else to do. */
export const patience = 60_000
const payers = ['relayer', 'other relayer']

/** `people` have ether. */
export async function openEmptyStage(people: readonly string[]) {
  const served = await startCommandChain([...people, ...payers])
  const { chain, url } = served
  const clock = await connectChain({ url, factory: chain.factory })
  const office = await openOffice(served)
  const browser: Browser = await launchChromium()
  const folder = await mkdtemp(path.join(tmpdir(), 'dure-whole-'))
  return {
    ...{ browser, chain, clock, folder, office, url },
    async enter(name: string, place: string, device?: Device) {
      const entered = await office.enter(browser, name, place, device)
      entered.page.setDefaultTimeout(patience)
      return entered
    },
    /** Unix seconds of the latest block. */
    async now(): Promise<number> {
      return Number((await getBlock(chain.reader)).timestamp)
    },
    async countRounds(): Promise<number> {
      const event = getAbiItem({ abi: roundFactoryAbi, name: 'RoundCreated' })
      const range = { address: chain.factory, event, fromBlock: 0n } as const
      return (await getLogs(chain.reader, range)).length
    },
    async close() {
      await browser.close()
      await office.close()
      await chain.close()
      await rm(folder, { recursive: true })
    },
  }
}
