/** Fixes the roster: the accepted proposals in the order of registration. */
import type { Address } from 'viem'
import type { WriteClient } from './clients.ts'
import type { SendCallReturnType } from './sendCall.ts'
import { writeRound } from './writeRound.ts'

export type ExtendRosterParameters = {
  round: Address
  /** All accepted keys, in the order of their first registration. */
  keys: readonly Address[]
}
export type ExtendRosterReturnType = SendCallReturnType[]

/** The contract takes parts of exactly this size, the last one the rest. */
const partLength = 256

export async function extendRoster(
  client: WriteClient,
  { round, keys }: ExtendRosterParameters,
): Promise<ExtendRosterReturnType> {
  const receipts: SendCallReturnType[] = []
  for (const part of toRosterParts(keys)) {
    const call = { round, functionName: 'extendRoster', args: [part] } as const
    receipts.push(await writeRound(client, call))
  }
  return receipts
}

export function toRosterParts(keys: readonly Address[]): Address[][] {
  const parts = Math.ceil(keys.length / partLength)
  return Array.from({ length: parts }, (_, index) =>
    keys.slice(index * partLength, (index + 1) * partLength),
  )
}
