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
  for (let start = 0; start < keys.length; start += partLength) {
    const args = [keys.slice(start, start + partLength)] as const
    const call = { round, functionName: 'extendRoster', args } as const
    receipts.push(await writeRound(client, call))
  }
  return receipts
}
