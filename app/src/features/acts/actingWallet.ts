/** The wallet that an official acts with, remembered on this device until it is put away. */
import { useSyncExternalStore } from 'react'
import * as v from 'valibot'
import type { Address } from 'viem'
import { type FoundWallet, useWallets } from '../../keys/wallets.ts'

const schema = v.object({ wallet: v.string(), address: v.string() })

export type ActingAccount = { wallet: string; address: Address }

const place = 'dure.actingWallet'
const listeners = new Set<() => void>()

export function keepActing(account: ActingAccount | undefined): void {
  if (account) localStorage.setItem(place, JSON.stringify(account))
  else localStorage.removeItem(place)
  for (const listener of listeners) listener()
}

export type ActingWallet = ActingAccount & { found: FoundWallet | undefined }

/** `found`: none while the wallet has not announced itself, or is gone. */
export function useActingWallet(): ActingWallet | undefined {
  const wallets = useWallets()
  const text = useSyncExternalStore(listen, () => localStorage.getItem(place))
  const account = parse(text)
  if (!account) return undefined
  const found = wallets.find(({ id }) => id === account.wallet)
  return { ...account, found }
}

function parse(text: string | null): ActingAccount | undefined {
  try {
    const read = v.safeParse(schema, JSON.parse(text ?? 'null'))
    return read.success ? (read.output as ActingAccount) : undefined
  } catch {
    return undefined
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
