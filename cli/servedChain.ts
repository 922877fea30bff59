/**
 * A simulated chain behind a JSON-RPC address. It is set up at times of the
 * past, which take no waiting; once opened it runs on the real clock.
 */
import type { HardhatRuntimeEnvironment } from 'hardhat/types/hre'
import type { JsonRpcServer, NetworkConnection } from 'hardhat/types/network'
import type { Address, Hex } from 'viem'
import { transactionGasCap } from '../chain/transactionGasCap.ts'
import {
  createHardhat,
  deployFactory,
  toEmbeddedChain,
  type EmbeddedChain,
  deployVerifiers,
  holdClock,
} from './embeddedChain.ts'

export type ServedChain = EmbeddedChain & {
  /** The receipts of relayers that serve the factory's rounds. */
  receipts: Address
  /** The ERC-7913 verifiers that are deployed beside the factory. */
  verifiers: readonly Address[]
  /** Lets the chain run on the real clock, answers at its address. */
  open(): Promise<void>
}

export type ServedChainParameters = {
  port: number
  firstBlockTime: number
  /** Private keys of accounts with ether, which the chain signs for. */
  accounts: readonly Hex[]
}

export const host = '127.0.0.1'

const network = 'node'
/** Milliseconds between two blocks, as on mainnet. */
const blockInterval = 12_000
/** 10,000 ether. */
const balance = 10n ** 22n
/** Milliseconds that open connections get to end. */
const closingPatience = 1_000

export async function startServedChain({
  port,
  firstBlockTime,
  accounts,
}: ServedChainParameters): Promise<ServedChain> {
  const hre = await createHardhat()
  const clock = holdClock(hre, firstBlockTime)
  const connected = catchConnection(hre)
  const override = {
    initialDate: new Date(firstBlockTime * 1000),
    transactionGasCap,
    accounts: accounts.map((privateKey) => ({ privateKey, balance })),
  }
  const server = await hre.network.createServer(
    { network, override },
    host,
    port,
  )
  const connection = await connected
  const { factory, receipts } = await deployFactory(connection)
  const { p256, webAuthn } = await deployVerifiers(connection)
  const chain = await toEmbeddedChain(connection, factory, clock)
  let isListening = false
  return {
    ...chain,
    receipts,
    verifiers: [p256, webAuthn],
    async open() {
      clock.isHeld = false
      await runOnRealClock(connection)
      await server.listen()
      isListening = true
    },
    async close() {
      if (isListening) await closeServer(server)
      await chain.close()
    },
  }
}

/** The connection that a server makes for itself. */
function catchConnection(
  hre: HardhatRuntimeEnvironment,
): Promise<NetworkConnection> {
  return new Promise((resolve) => {
    hre.hooks.registerHandlers('network', {
      async newConnection(context, next) {
        const connection = await next(context)
        resolve(connection as unknown as NetworkConnection)
        return connection
      },
    })
  })
}

/**
 * Views answer by the time of the latest block, so blocks also come when
 * nobody sends anything: phases begin by themselves.
 */
async function runOnRealClock({ provider }: NetworkConnection): Promise<void> {
  const request = (method: string, ...params: number[]) =>
    provider.request({ method, params })
  await request('evm_setNextBlockTimestamp', Math.floor(Date.now() / 1000))
  await request('evm_mine')
  await request('evm_setIntervalMining', blockInterval)
}

async function closeServer(server: JsonRpcServer): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closingPatience)
  })
  await Promise.race([server.close(), patience])
  clearTimeout(timer)
}
