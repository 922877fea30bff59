/** The wallet that an official acts with, remembered on this device until it is put away. */
import { useMemo } from 'react'
import * as v from 'valibot'
import type { Address } from 'viem'
import { forget, keep, parseKept } from '../../config/kept.ts'
import { useKeptText } from '../../config/keptValue.ts'
import { type FoundWallet, useWallets } from '../../keys/wallets.ts'

const schema = v.object({
  wallet: v.string(),
  address: v.custom<Address>((value) => typeof value === 'string'),
})

export type ActingAccount = { wallet: string; address: Address }

const place = 'dure.actingWallet'

export function keepActing(account: ActingAccount | undefined): void {
  if (account) keep(place, account)
  else forget(place)
}

export type ActingWallet = ActingAccount & { found: FoundWallet | undefined }

/** `found`: none while the wallet has not announced itself, or is gone. */
export function useActingWallet(): ActingWallet | undefined {
  const wallets = useWallets()
  const text = useKeptText(place)
  const account = useMemo(() => parseKept(schema, text), [text])
  if (!account) return undefined
  const found = wallets.find(({ id }) => id === account.wallet)
  return { ...account, found }
}
