/** The way to the chain: a reader, and an account that sends with delivery. */
import {
  createClient,
  defineChain,
  type Hash,
  http,
  type LocalAccount,
} from 'viem'
import { getChainId } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import type { Journal } from '../../chain/delivery/journal.ts'
import { nameAct } from '../../chain/delivery/prepareDelivery.ts'
import {
  type Clock,
  type DeliveryProgress,
  localPace,
  type Pace,
  publicPace,
} from '../../chain/delivery/settings.ts'
import type { SendCallParameters } from '../../chain/sendCall.ts'
import type { Config } from '../config/readConfig.ts'
import type { Hold } from '../storage/openDatabase.ts'
import { askAgain } from './askAgain.ts'
import { createNodeWatch, type NodeWatch } from './nodeWatch.ts'
import { sendInTurn } from './sendInTurn.ts'

export type Node = {
  chainId: number
  reader: ReadClient
  /** Sends one transaction at a time, whoever asks. */
  sender: Sending['sender']
  /** When the call of this name, which is to be sent, comes to be in a block. */
  inclusionOf: Sending['inclusionOf']
  pace: Pace
  /** Blocks after which nothing is expected to change any more. */
  finality: number
  /** Of a hundred calls of late; none if there were too few. */
  failing: NodeWatch['failing']
  /** The journal's name of a call. */
  actOf: (call: SendCallParameters) => Hash
  /** What the journal has under way. */
  openActs: () => Promise<ReadonlySet<Hash>>
}

type Sending = ReturnType<typeof sendInTurn>

export type ConnectNodeParameters = {
  config: Pick<Config, 'rpcUrl' | 'confirmations' | 'highestFeePerGas'>
  account: LocalAccount
  journal: Journal
  clock: Clock
  /** For as long as no other process may send with the key. */
  waitForHold: (name: string) => Promise<Hold>
  onProgress: (progress: DeliveryProgress) => void
}

const localChains = [1_337, 31_337]
/** Milliseconds that the node gets for an answer. */
const patience = 10_000

export async function connectNode({
  config,
  account,
  journal,
  clock,
  waitForHold,
  onProgress,
}: ConnectNodeParameters): Promise<Node> {
  const watch = createNodeWatch()
  const once = http(config.rpcUrl, {
    batch: { wait: 2 },
    retryCount: 0,
    timeout: patience,
  })
  const transport = askAgain(once, watch)
  const chainId = await getChainId(createClient({ transport }))
  const chain = defineChain({
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [] } },
  })
  const client = createClient({ account, chain, transport, cacheTime: 0 })
  const pace = paceOf(chainId, config)
  const { highestFeePerGas } = config
  const settings = { journal, clock, pace, highestFeePerGas, onProgress }
  const name = `sender ${chainId} ${account.address}`
  const sending = sendInTurn(client, settings, () => waitForHold(name))
  const actOf = (call: SendCallParameters) => nameAct(client, call)
  async function openActs() {
    const deliveries = await journal.load()
    return new Set(deliveries.map(({ act }) => act))
  }
  const finality = localChains.includes(chainId) ? 6 : 64
  return {
    ...{ chainId, reader: client, ...sending, pace, finality },
    ...{ failing: watch.failing, actOf, openActs },
  }
}

function paceOf(
  chainId: number,
  { confirmations }: Pick<Config, 'confirmations'>,
): Pace {
  const pace = localChains.includes(chainId) ? localPace : publicPace
  return confirmations === undefined ? pace : { ...pace, confirmations }
}
