/** A simulated chain that another process serves, such as that of `npm start`. */
import { type Address, createClient, createTestClient, http } from 'viem'
import { getAddresses, getBlock } from 'viem/actions'
import { type EmbeddedChain, hardhat } from './embeddedChain.ts'

/** Milliseconds: a busy machine takes a while to mine a full page. */
const timeout = 60_000

/** Its clock runs by itself: a time that has passed needs no block. */
export async function connectChain({
  url,
  factory,
}: {
  url: string
  factory: Address
}): Promise<EmbeddedChain> {
  const transport = http(url, { retryCount: 0, timeout })
  const pollingInterval = 50
  const options = { chain: hardhat, transport, pollingInterval, cacheTime: 0 }
  const reader = createClient(options)
  const clock = createTestClient({ ...options, mode: 'hardhat' })
  let latest = await readTime()

  async function readTime(): Promise<number> {
    const { timestamp } = await getBlock(reader)
    return Number(timestamp)
  }

  async function mine(blocks: number): Promise<void> {
    await clock.mine({ blocks })
    latest = await readTime()
  }

  return {
    factory,
    accounts: await getAddresses(reader),
    reader,
    sender: (account) => createClient({ ...options, account }),
    now: () => latest + 1,
    async advanceTo(time) {
      latest = await readTime()
      if (latest >= time) return
      await clock.setNextBlockTimestamp({ timestamp: BigInt(time) })
      await mine(1)
    },
    mine,
    close: () => Promise.resolve(),
  }
}
