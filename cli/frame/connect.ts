/** Reaches a node, and the round that the options name. */
import {
  type Address,
  createClient,
  http,
  isAddress,
  type LocalAccount,
} from 'viem'
import { getChainId } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import type { DeliveryClient } from '../../chain/delivery/watch.ts'
import { getPhase } from '../../chain/getPhase.ts'
import { UnnamedRefusalError } from '../../chain/refusedError.ts'
import { BaseError } from '../../protocol/errors.ts'
import { UsageError } from '../usageError.ts'
import { isLocal, toChain } from './networks.ts'
import type { ChainOptions, RoundOptions } from './options.ts'

export type Connection = {
  /** The node's address. */
  rpc: string
  chainId: number
  reader: ReadClient
  /** A client that signs here and sends what it signed. */
  sender(account: LocalAccount): DeliveryClient
}

/** Milliseconds between two looks at a chain. */
const pollingIntervals = { local: 100, public: 2_000 }

export async function connect({
  rpc,
}: Pick<ChainOptions, 'rpc'>): Promise<Connection> {
  const transport = http(parseUrl(rpc))
  const chainId = await getChainId(createClient({ transport }))
  const pollingInterval =
    pollingIntervals[isLocal(chainId) ? 'local' : 'public']
  const chain = toChain(chainId)
  const options = { chain, transport, pollingInterval, cacheTime: 0 }
  return {
    rpc,
    chainId,
    reader: createClient(options),
    sender: (account) => createClient({ ...options, account }),
  }
}

/** Refuses an address where no round answers. */
export async function findRound(
  { chainId, reader }: Connection,
  { round: text }: Pick<RoundOptions, 'round'>,
): Promise<Address> {
  const round = parseAddress('--round', text, 'DURE_ROUND')
  try {
    await getPhase(reader, { round })
    return round
  } catch (cause) {
    if (!isNoContract(cause)) throw cause
    throw new NoRoundThereError({ round, chainId, cause })
  }
}

/** The address that an option or its variable gives. */
export function parseAddress(
  option: string,
  text: string | undefined,
  variable: string,
): Address {
  if (text === undefined)
    throw new UsageError(
      `${option} is missing.`,
      `Give ${option} ADDRESS, or set ${variable}.`,
    )
  if (isAddress(text)) return text
  throw new UsageError(
    `${option} is no address.`,
    'Expected 0x and 40 hexadecimal digits, and if there are capitals among them, the right ones.',
  )
}

function parseUrl(text: string): string {
  const url = URL.parse(text)
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text
  throw new UsageError(
    '--rpc is no web address.',
    'Expected an address that begins with http:// or https://.',
  )
}

/** A call that found no contract, or one that knows no such function. */
export function isNoContract(error: unknown): boolean {
  if (error instanceof UnnamedRefusalError) return true
  const names = [
    'AbiDecodingZeroDataError',
    'ContractFunctionRevertedError',
    'ContractFunctionZeroDataError',
  ]
  for (let inner = error; inner instanceof Error; inner = inner.cause)
    if (names.includes(inner.name)) return true
  return false
}

export class NoRoundThereError extends BaseError {
  override name = 'NoRoundThereError'

  constructor({
    round,
    chainId,
    cause,
  }: {
    round: Address
    chainId: number
    cause: unknown
  }) {
    super(`There is no round at ${round}.`, {
      metaMessages: [
        `The node at --rpc serves chain ${chainId}.`,
        'Expected the address of a round on that chain.',
      ],
      cause,
    })
  }
}
