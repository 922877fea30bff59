/** The wallets of this browser, as they announce themselves (EIP-6963). */
import { useSyncExternalStore } from 'react'
import type { EIP1193Provider } from 'viem'

export type FoundWallet = {
  /** The same at every visit. */
  id: string
  name: string
  provider: EIP1193Provider
}

type Announcement = CustomEvent<{
  info: { uuid: string; rdns: string; name: string }
  provider: EIP1193Provider
}>

let found: readonly FoundWallet[] = []
const listeners = new Set<() => void>()

/** Asks once; wallets may answer at any time after. */
function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('eip6963:announceProvider', note)
    window.dispatchEvent(new Event('eip6963:requestProvider'))
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function note(event: Event): void {
  const { info, provider } = (event as Announcement).detail
  if (found.some(({ id }) => id === info.rdns)) return
  found = [...found, { id: info.rdns, name: info.name, provider }]
  for (const listener of listeners) listener()
}

/** Older wallets stand in `window.ethereum` and announce nothing. */
function withInjected(wallets: readonly FoundWallet[]): readonly FoundWallet[] {
  const { ethereum } = window as { ethereum?: EIP1193Provider }
  if (wallets.length > 0 || !ethereum) return wallets
  injected ??= [{ id: 'injected', name: 'Ethereum', provider: ethereum }]
  return injected
}

let injected: readonly FoundWallet[] | undefined

export function useWallets(): readonly FoundWallet[] {
  return useSyncExternalStore(listen, () => withInjected(found))
}
