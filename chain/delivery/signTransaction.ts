/** Signs a delivery's first transaction, and those that replace it. */
import {
  type Address,
  type Hex,
  type LocalAccount,
  parseTransaction,
} from 'viem'
import type { Fees } from './fees.ts'

export type UnsignedCall = {
  chainId: number
  nonce: number
  to: Address
  data: Hex
  gas: bigint
}

export function signTransaction(
  account: LocalAccount,
  call: UnsignedCall,
  fees: Fees,
): Promise<Hex> {
  return account.signTransaction({ type: 'eip1559', ...call, ...fees })
}

/** The same with other fees: everything else is read from the bytes. */
export function signReplacement(
  account: LocalAccount,
  transaction: Hex,
  fees: Fees,
): Promise<Hex> {
  const {
    chainId,
    nonce = 0,
    to,
    data = '0x',
    gas,
  } = parseTransaction(transaction)
  const same = { type: 'eip1559', chainId, nonce, to, data, gas } as const
  return account.signTransaction({ ...same, chainId: chainId ?? 0, ...fees })
}
