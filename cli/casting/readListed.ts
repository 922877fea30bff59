/** What the roster says of the proposals on a list. */
import { type Address, zeroAddress } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import { readRound } from '../../chain/readRound.ts'
import type { RoundContext } from '../roundContext.ts'

/** The blank card has number 0 and nothing else. */
export type ListedProposal = {
  number: number
  key: Address
  category: number
  ask: bigint
}

export function readListed(
  client: ReadClient,
  { round }: RoundContext,
  list: readonly number[],
): Promise<ListedProposal[]> {
  return mapConcurrently(list, async (number) => {
    if (number === 0) return { number, key: zeroAddress, category: 0, ask: 0n }
    const args = [BigInt(number)] as const
    const call = { round, functionName: 'rosterEntry', args } as const
    const [key, category, ask] = await readRound(client, call)
    return { number, key, category, ask }
  })
}
