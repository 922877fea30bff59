/** An account that sends with delivery, and what it reports meanwhile. */
import { setTimeout as wait } from 'node:timers/promises'
import { createClient, type Hex, http, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { type Journal, memoryJournal } from '../../../chain/delivery/journal.ts'
import {
  defaultHighestFeePerGas,
  type DeliveryProgress,
  type DeliverySettings,
  type Pace,
  systemClock,
} from '../../../chain/delivery/settings.ts'
import { withDelivery } from '../../../chain/delivery/withDelivery.ts'
import { hardhat } from '../../../cli/embeddedChain.ts'
import type { StartedNode } from './startNode.ts'

export type Sender = ReturnType<typeof createSender>

export type SenderOptions = {
  key?: Hex
  journal?: Journal
  /** Another way to the node. */
  url?: string
  chainId?: number
  pace?: Partial<Pace>
  settings?: Partial<DeliverySettings>
}

const testPace: Pace = {
  confirmations: 6,
  patience: 30,
  giveUpAfter: 30,
  pollEvery: 0.03,
  maxHeadAge: undefined,
}
/** Milliseconds. */
const patience = 30_000

/** A new account with ether. */
export async function fundedKey({ client }: StartedNode): Promise<Hex> {
  const key = generatePrivateKey()
  const { address } = privateKeyToAccount(key)
  await client.setBalance({ address, value: parseEther('10') })
  return key
}

export function createSender(node: StartedNode, options: SenderOptions = {}) {
  const { url = node.url, chainId = hardhat.id } = options
  const account = privateKeyToAccount(options.key ?? generatePrivateKey())
  const journal = options.journal ?? memoryJournal()
  const events: DeliveryProgress[] = []
  const client = withDelivery(
    createClient({
      chain: { ...hardhat, id: chainId },
      transport: http(url, { retryCount: 0 }),
      account,
      cacheTime: 0,
    }),
    {
      journal,
      clock: systemClock,
      highestFeePerGas: defaultHighestFeePerGas,
      onProgress: (event) => events.push(event),
      ...options.settings,
      pace: { ...testPace, ...options.pace },
    },
  )
  const namesOf = () => events.map(({ event }) => event)
  return {
    client,
    journal,
    events,
    address: account.address,
    namesOf,
    /** Waits until this has been reported so often. */
    async hasReported(
      name: DeliveryProgress['event'],
      times = 1,
    ): Promise<void> {
      await until(
        () => namesOf().filter((event) => event === name).length >= times,
      )
    },
    transactionCount: () =>
      node.client.getTransactionCount({ address: account.address }),
  }
}

export async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > patience) throw new Error('It does not come about.')
    await wait(10)
  }
}
