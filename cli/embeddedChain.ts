/**
 * An Ethereum chain inside this process: Hardhat's EDR with mainnet's rules, the
 * round factory deployed on it, and a clock that only the caller moves. Equal
 * calls give equal blocks, so a rehearsal can be repeated to the last hash.
 */
import path from 'node:path'
import type { HardhatUserConfig } from 'hardhat/types/config'
import type { HardhatRuntimeEnvironment } from 'hardhat/types/hre'
import type { NetworkConnection } from 'hardhat/types/network'
import type { JsonRpcRequest } from 'hardhat/types/providers'
import {
  type Address,
  createClient,
  custom,
  defineChain,
  isAddress,
  toHex,
} from 'viem'
import type { ReadClient, WriteClient } from '../chain/clients.ts'
import { transactionGasCap } from '../chain/transactionGasCap.ts'
import { BaseError } from '../protocol/errors.ts'

export type EmbeddedChain = {
  factory: Address
  /** Accounts with ether, whose keys the chain holds. */
  accounts: readonly Address[]
  reader: ReadClient
  sender(account: Address): WriteClient
  /** Time of the next block. */
  now(): number
  /** Mines a block at this time, which must not have passed. */
  advanceTo(time: number): Promise<void>
  mine(blocks: number): Promise<void>
  close(): Promise<void>
}

const network = 'default'
// Not the one of viem/chains, which loads hundreds of others beside it.
export const hardhat = defineChain({
  id: 31_337,
  name: 'Hardhat',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
})
const root = path.join(import.meta.dirname, '..')
/** 1 January 2030, 00:00 UTC. */
const firstBlockTime = 1_893_456_000
/** Seconds between two blocks. */
const blockTime = 1
/** Above the base fee, which falls from 1 gwei on a chain this empty. */
const maxFeePerGas = toHex(2_000_000_000)

/** With what the rounds of its factory may use. */
export type StartedChain = EmbeddedChain & {
  /** The receipts of relayers. */
  receipts: Address
  deployVerifiers(): Promise<Verifiers>
}

export type Verifiers = { p256: Address; webAuthn: Address }

export async function startEmbeddedChain(): Promise<StartedChain> {
  const hre = await createHardhat()
  const clock = holdClock(hre, firstBlockTime)
  const connection = await hre.network.create({
    network,
    override: {
      initialDate: new Date(firstBlockTime * 1000),
      transactionGasCap,
    },
  })
  const { factory, receipts } = await deployFactory(connection)
  return {
    ...(await toEmbeddedChain(connection, factory, clock)),
    receipts,
    deployVerifiers: () => deployVerifiers(connection),
  }
}

/** The time of the next block, as long as the caller holds the clock. */
export type HeldClock = { next: number; isHeld: boolean }

const sendings = ['eth_sendTransaction', 'eth_sendRawTransaction']

/** Transactions come a second apart, from just after this time on. */
export function holdClock(
  hre: HardhatRuntimeEnvironment,
  time: number,
): HeldClock {
  const clock = { next: time + blockTime, isHeld: true }
  hre.hooks.registerHandlers('network', {
    async onRequest(context, connection, request, next) {
      const { method } = request
      if (!sendings.includes(method) || !clock.isHeld)
        return next(context, connection, request)
      const time = { ...request, ...setTime(clock.next) }
      clock.next += blockTime
      await next(context, connection, time)
      const isSigned = method === 'eth_sendRawTransaction'
      return next(context, connection, isSigned ? request : withFees(request))
    },
  })
  return clock
}

/** Hardhat with this repository's configuration, wherever it is called from. */
export async function createHardhat({
  networks,
  paths,
}: Pick<
  HardhatUserConfig,
  'networks' | 'paths'
> = {}): Promise<HardhatRuntimeEnvironment> {
  // It takes longer to load than all the rest, and few commands need it.
  const hre = await import('hardhat/hre')
  const config = path.join(root, 'hardhat.config.ts')
  const committed = await hre.importUserConfig(config)
  const userConfig = {
    ...committed,
    networks: { ...committed.networks, ...networks },
    paths: { ...committed.paths, ...paths },
  }
  return hre.createHardhatRuntimeEnvironment(userConfig, { config }, root)
}

export async function deployFactory({
  ignition,
}: NetworkConnection): Promise<{ factory: Address; receipts: Address }> {
  // Ignition loads longer than all the rest, and few commands deploy.
  const module = await import('../ignition/modules/RoundFactory.ts')
  const { receipts, roundFactory } = await ignition.deploy(module.default)
  return {
    factory: toAddress(await roundFactory.getAddress()),
    receipts: toAddress(await receipts.getAddress()),
  }
}

/** The ERC-7913 verifiers that rules may list. */
export async function deployVerifiers({
  ignition,
}: NetworkConnection): Promise<Verifiers> {
  const module = await import('../ignition/modules/Verifiers.ts')
  const { p256Verifier, webAuthnVerifier } = await ignition.deploy(
    module.default,
  )
  return {
    p256: toAddress(await p256Verifier.getAddress()),
    webAuthn: toAddress(await webAuthnVerifier.getAddress()),
  }
}

function toAddress(address: string): Address {
  if (!isAddress(address)) throw new DeployError({ address })
  return address
}

export async function toEmbeddedChain(
  connection: NetworkConnection,
  factory: Address,
  clock: HeldClock,
): Promise<EmbeddedChain> {
  const { provider } = connection
  const transport = custom(provider, { retryCount: 0 })
  const options = {
    chain: hardhat,
    transport,
    pollingInterval: 20,
    cacheTime: 0,
  }
  const accounts = (await provider.request({
    method: 'eth_accounts',
  })) as Address[]
  async function advanceTo(time: number): Promise<void> {
    if (time < clock.next) throw new ClockError({ time, next: clock.next })
    // First: others may send at the same time.
    clock.next = time + blockTime
    await provider.request(setTime(time))
    await provider.request({ method: 'evm_mine' })
  }
  return {
    factory,
    accounts,
    reader: createClient(options),
    sender: (account) => createClient({ ...options, account }),
    now: () => clock.next,
    advanceTo,
    async mine(blocks) {
      for (let mined = 0; mined < blocks; mined++) await advanceTo(clock.next)
    },
    close: () => connection.close(),
  }
}

function setTime(time: number) {
  return { method: 'evm_setNextBlockTimestamp', params: [time] }
}

/**
 * Gas and fees set here save three requests for each transaction. What is not
 * used is not paid, so the limit can be the cap.
 */
function withFees(request: JsonRpcRequest): JsonRpcRequest {
  const [transaction] = request.params as readonly [object]
  const fees = { maxFeePerGas, maxPriorityFeePerGas: '0x0' }
  const gas = toHex(transactionGasCap)
  return { ...request, params: [{ gas, ...fees, ...transaction }] }
}

export class DeployError extends BaseError {
  override name = 'DeployError'

  constructor({ address }: { address: string }) {
    super(`A contract was deployed to ${address}.`, {
      metaMessages: ['Expected an address.'],
    })
  }
}

export class ClockError extends BaseError {
  override name = 'ClockError'

  constructor({ time, next }: { time: number; next: number }) {
    super(`The time ${time} has passed on the embedded chain.`, {
      metaMessages: [`Expected ${next} or later.`],
    })
  }
}
