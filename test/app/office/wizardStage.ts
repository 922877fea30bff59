/** A served chain with one earlier round, and what tests of the wizard ask of it. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { type Address, getAbiItem, sha256 } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { getLogs } from 'viem/actions'
import { createRound } from '../../../chain/createRound.ts'
import { roundFactoryAbi } from '../../../chain/generated/abis.ts'
import { assignActors } from '../../../cli/rehearse/stage.ts'
import { planTimes } from '../../../cli/rehearse/timetable.ts'
import {
  readAllDocuments,
  readDocument,
} from '../../../cli/sample/documents.ts'
import type { ServedChain } from '../../../cli/servedChain.ts'
import type { Rules } from '../../../protocol/rules.ts'
import { keyOf, startCommandChain } from '../../cli/support/commandChain.ts'
import { makeRules } from '../../protocol/makeRules.ts'

const people = ['admin', 'registrar', 'screener', 'committee', 'relay', 'key 1']
const payers = ['relayer', 'other relayer']

export type WizardStage = {
  chain: ServedChain
  url: string
  earlier: Address
  rules: Rules
  document: Uint8Array<ArrayBuffer>
  /** All rounds of the factory, oldest first. */
  rounds(): Promise<Address[]>
  close(): Promise<void>
}

export async function openWizardStage(): Promise<WizardStage> {
  const { digest } = readDocument('round')
  const document = readAllDocuments().find((one) => one.digest === digest)
  if (!document) throw new Error('The sample has no document of its round.')
  let made: { round: Address; rules: Rules } | undefined
  const { chain, url } = await startCommandChain([...people, ...payers], {
    began: 3_600,
    async work(served) {
      made = await makeEarlier(served, sha256(document.bytes))
    },
  })
  if (!made) throw new Error('There is no earlier round.')
  const event = getAbiItem({ abi: roundFactoryAbi, name: 'RoundCreated' })
  return {
    ...{ chain, url, rules: made.rules, earlier: made.round },
    document: document.bytes,
    async rounds() {
      const logs = await getLogs(chain.reader, {
        ...{ address: chain.factory, event, strict: true, fromBlock: 0n },
      })
      return logs.map(({ args }) => args.round)
    },
    close: () => chain.close(),
  }
}

async function makeEarlier(chain: ServedChain, document: `0x${string}`) {
  const { admin, committee, registrar, screener } = assignActors(chain, 1)
  const rules = makeRules({
    ...{ document, times: planTimes(chain.now()), weights: [2, 1] },
    ...{ seatsPerCommunity: 3, listLength: 4, points: 'Score' },
  })
  const { round } = await createRound(admin, {
    ...{ factory: chain.factory, rules, salt: document },
    holders: {
      admin: admin.account.address,
      registrar: registrar.account.address,
      screener: screener.account.address,
      committee: committee.account.address,
    },
  })
  return { round, rules }
}

export function addressOf(name: string): Address {
  return privateKeyToAccount(keyOf(name)).address
}

/** Presses what saves a file, and reads it. */
export async function savedBy(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFile(await download.path(), 'utf8')
}
