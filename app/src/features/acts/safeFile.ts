/**
 * Calls as a file of Safe's Transaction Builder ("batch file", version 1.0), which
 * a Safe's owners drop into that app, sign and send. Its checksum is left out: the
 * app asks for none.
 */
import type { Address } from 'viem'
import { type Call, callData } from './call.ts'

export type SafeFile = {
  version: '1.0'
  chainId: string
  /** Milliseconds. */
  createdAt: number
  meta: { name: string; description: string; createdFromSafeAddress: Address }
  transactions: readonly SafeTransaction[]
}

export type SafeTransaction = {
  to: Address
  value: '0'
  data: `0x${string}`
  contractMethod: null
  contractInputsValues: null
}

export type SafeFileParameters = {
  chainId: number
  safe: Address
  /** What the owners read. */
  name: string
  description?: string
  /** Milliseconds. */
  now: number
}

export function toSafeFile(
  calls: readonly Call[],
  { chainId, description = '', name, now, safe }: SafeFileParameters,
): SafeFile {
  return {
    version: '1.0',
    chainId: String(chainId),
    createdAt: now,
    meta: { name, description, createdFromSafeAddress: safe },
    transactions: calls.map((call) => ({
      to: call.address,
      value: '0',
      data: callData(call),
      contractMethod: null,
      contractInputsValues: null,
    })),
  }
}
