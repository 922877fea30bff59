/** Whether a round names a document on the chain. */
import type { Address, Hash } from 'viem'
import { listDocuments } from '../rounds/listDocuments.ts'
import type { Services } from '../services.ts'

export async function isNamed(
  { events, rounds }: Pick<Services, 'events' | 'rounds'>,
  round: Address,
  digest: Hash,
): Promise<boolean> {
  const { rules } = await rounds.round(round)
  const named = listDocuments(rules, await events(round))
  return named.some((one) => one.digest === digest)
}
