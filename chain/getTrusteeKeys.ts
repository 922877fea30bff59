/** The keys that stand, or nothing while no key generation has come through. */
import type { Address } from 'viem'
import type { TrusteeKeys } from '../protocol/keyTranscript.ts'
import type { ReadClient } from './clients.ts'
import { readRound } from './readRound.ts'

export type GetTrusteeKeysParameters = { round: Address }
export type GetTrusteeKeysReturnType = TrusteeKeys | undefined

export async function getTrusteeKeys(
  client: ReadClient,
  { round }: GetTrusteeKeysParameters,
): Promise<GetTrusteeKeysReturnType> {
  const call = { round, functionName: 'trusteeKeys', args: [] } as const
  const keys = await readRound(client, call)
  return keys.ballotShares.length === 0 ? undefined : keys
}
