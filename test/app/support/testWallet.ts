/** A browser wallet (EIP-1193, announced by EIP-6963) whose owner approves, refuses, or is on another chain. */
import type { BrowserContext } from 'playwright-core'
import {
  bytesToHex,
  createClient,
  hashMessage,
  type Hex,
  hexToBytes,
  http,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { type Safe, signBySafe } from '../../relayer/support/safe.ts'

export type WalletMood = 'approves' | 'refuses'

export type TestWallet = {
  /** What it was asked, in turn. */
  asked: string[]
  mood: WalletMood
  chainId: number
}

type Request = { method: string; params?: readonly unknown[] }
/** As EIP-1193 has errors: the page throws it. */
type Answer = { result?: unknown; error?: { code: number; message: string } }

const userRefused = { code: 4001, message: 'User rejected the request.' }
const chainUnknown = { code: 4902, message: 'Unrecognized chain.' }

export type TestWalletParameters = {
  node: string
  secret: Hex
  /** The one it is on at first. */
  chainId: number
  /** Whose account it shows: as a Safe's own app does. */
  safe?: Safe | undefined
}

export async function addWallet(
  context: BrowserContext,
  { chainId, node, safe, secret }: TestWalletParameters,
): Promise<TestWallet> {
  const account = privateKeyToAccount(secret)
  const client = createClient({ transport: http(node) })
  const wallet: TestWallet = { asked: [], mood: 'approves', chainId }

  async function answer({ method, params = [] }: Request): Promise<Answer> {
    wallet.asked.push(method)
    const asksOwner =
      /^(eth_requestAccounts|wallet_|eth_sign|eth_send|personal_)/
    if (asksOwner.test(method) && wallet.mood === 'refuses')
      return { error: userRefused }
    switch (method) {
      case 'eth_requestAccounts':
      case 'eth_accounts':
        return { result: [safe?.address ?? account.address] }
      case 'wallet_requestPermissions':
        return { result: [{ parentCapability: 'eth_accounts' }] }
      case 'eth_chainId':
        return { result: toHex(wallet.chainId) }
      case 'wallet_switchEthereumChain': {
        const [{ chainId: asked } = {}] = params as { chainId?: Hex }[]
        if (Number(asked) !== 31_337) return { error: chainUnknown }
        wallet.chainId = Number(asked)
        return { result: null }
      }
      case 'wallet_addEthereumChain': {
        const [{ chainId: asked } = {}] = params as { chainId?: Hex }[]
        wallet.chainId = Number(asked)
        return { result: null }
      }
      case 'eth_signTypedData_v4': {
        const text = params[1]
        const typed = JSON.parse(String(text)) as {
          domain: { chainId: unknown }
        }
        // As MetaMask does: typed data of another chain are refused.
        if (Number(typed.domain.chainId) !== wallet.chainId)
          return {
            error: {
              code: -32_603,
              message: `Provided chainId "${String(typed.domain.chainId)}" must match the active chainId "${wallet.chainId}"`,
            },
          }
        return { result: await account.signTypedData(typed as never) }
      }
      case 'personal_sign': {
        const raw = params[0] as Hex
        const hash = hexToBytes(hashMessage({ raw }))
        if (safe) return { result: bytesToHex(signBySafe(safe, hash)) }
        return { result: await account.signMessage({ message: { raw } }) }
      }
      default:
        try {
          const request = { method, params } as never
          return { result: await client.request(request) }
        } catch (error) {
          const { code = -32_603, message } = error as Error & { code?: number }
          return { error: { code, message } }
        }
    }
  }

  await context.exposeFunction('askTestWallet', answer)
  // The tests' transpiler leaves calls of it in functions.
  await context.addInitScript('globalThis.__name = (named) => named')
  await context.addInitScript(announce)
  return wallet
}

/** In the page. */
function announce(): void {
  type Ask = (request: Request) => Promise<Answer>
  const { askTestWallet } = globalThis as unknown as { askTestWallet: Ask }
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  const provider = {
    async request(request: Request): Promise<unknown> {
      const { error, result } = await askTestWallet(request)
      if (error)
        throw Object.assign(new Error(error.message), { code: error.code })
      if (request.method.startsWith('wallet_switch')) {
        const [{ chainId } = {}] = (request.params ?? []) as {
          chainId?: string
        }[]
        for (const listener of listeners.get('chainChanged') ?? [])
          listener(chainId)
      }
      return result
    },
    on(event: string, listener: (value: unknown) => void) {
      const known = listeners.get(event) ?? new Set()
      listeners.set(event, known.add(listener))
    },
    removeListener(event: string, listener: (value: unknown) => void) {
      listeners.get(event)?.delete(listener)
    },
  }
  const info = {
    uuid: '6f2b5b0e-0b1f-4c39-9d0c-6d0a5e6a9c11',
    name: 'Test Wallet',
    icon: '',
    rdns: 'org.example.testwallet',
  }
  const detail = Object.freeze({ info, provider })
  const say = () => {
    window.dispatchEvent(
      new CustomEvent('eip6963:announceProvider', { detail }),
    )
  }
  window.addEventListener('eip6963:requestProvider', say)
  say()
}
