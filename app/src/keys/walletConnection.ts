/** A wallet, connected through wagmi on the chain of the page: loaded when needed. */
import type { Address, Chain, Hex, TypedDataDefinition } from 'viem'
import { hexToBytes, http, UserRejectedRequestError } from 'viem'
import { createConfig, injected } from 'wagmi'
import {
  connect,
  getConnectorClient,
  signMessage,
  signTypedData,
  switchChain,
} from 'wagmi/actions'
import type { WriteClient } from '../../../chain/clients.ts'
import {
  recoverAccount,
  type Signature,
  signatureKinds,
  toAccountBody,
} from '../../../protocol/signer.ts'
import type { Config } from '../config/config.ts'
import { SigningCancelledError, WalletElsewhereError } from './errors.ts'
import type { FoundWallet } from './wallets.ts'

export type WalletConnection = {
  /** In small letters, as the roll has it. */
  address: Address
  sign(typedData: TypedDataDefinition, digest: Uint8Array): Promise<Signature>
  /** The signature as the wallet gives it. */
  signTyped(typedData: TypedDataDefinition): Promise<Hex>
  /** A text, as sign-in messages are (EIP-191). */
  signText(message: string): Promise<Hex>
  /** Sends from the wallet, at its own cost. */
  client(): Promise<WriteClient>
}

type Place = Pick<Config, 'chainId' | 'node'>

/** Throws `WalletElsewhereError` where it is on another chain. */
export async function connectWallet(
  wallet: FoundWallet,
  place: Place,
): Promise<WalletConnection> {
  const { config, connector } = configure(wallet, place)
  const connected = await ask(() => connect(config, { connector }))
  const account = connected.accounts[0]
  const chainId = await connector.getChainId()
  if (chainId !== place.chainId) throw new WalletElsewhereError({ chainId })
  const signTyped = (typedData: TypedDataDefinition) => {
    const parameters = { account, connector, ...typedData }
    return ask(() => signTypedData(config, parameters as never))
  }
  return {
    address: account.toLowerCase() as Address,
    async sign(typedData, digest) {
      return toSignature(account, digest, await signTyped(typedData))
    },
    signTyped,
    signText: (message) =>
      ask(() => signMessage(config, { account, connector, message })),
    client: () => getConnectorClient(config, { account, connector }),
  }
}

/** Asks the wallet to come to the chain of the page, and tells it the chain. */
export async function switchWallet(
  wallet: FoundWallet,
  place: Place,
): Promise<void> {
  const { chain, config, connector } = configure(wallet, place)
  await ask(() => connect(config, { connector }))
  await ask(() => switchChain(config, { connector, chainId: chain.id }))
}

function configure({ id, name, provider }: FoundWallet, place: Place) {
  const chain = toChain(place)
  const target = { id, name, provider: provider as never }
  const config = createConfig({
    chains: [chain],
    connectors: [injected({ target, shimDisconnect: false })],
    transports: { [chain.id]: http(place.node) },
    multiInjectedProviderDiscovery: false,
    storage: null,
  })
  const [connector] = config.connectors
  return { chain, config, connector }
}

function toChain({ chainId: id, node }: Place): Chain {
  return {
    id,
    name: `Dure ${id}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [node] } },
  }
}

/** A contract wallet's answer is checked by the contract itself. */
function toSignature(
  account: Address,
  digest: Uint8Array,
  signature: Hex,
): Signature {
  const bytes = hexToBytes(signature)
  if (bytes.length === 65) {
    const body = toAccountBody(bytes)
    const signer = recoverAccount(digest, body)
    if (signer === account.toLowerCase())
      return { kind: signatureKinds.account, body }
  }
  return { kind: signatureKinds.contract, body: bytes }
}

async function ask<answer>(prompt: () => Promise<answer>): Promise<answer> {
  try {
    return await prompt()
  } catch (cause) {
    if (isWalletRefusal(cause)) throw new SigningCancelledError({ cause })
    throw cause
  }
}

/** By its code 4001, however deep it stands. */
export function isWalletRefusal(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof UserRejectedRequestError || codeOf(one) === 4001)
      return true
  return codeOf(error) === 4001
}

function codeOf(error: unknown): unknown {
  const isObject = typeof error === 'object' && error !== null
  return isObject && 'code' in error ? error.code : undefined
}
