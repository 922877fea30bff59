/** Where a round stands now. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { type Phase, phases } from './enums.ts'
import { readRound } from './readRound.ts'

export type GetPhaseParameters = { round: Address }
export type GetPhaseReturnType = Phase

export async function getPhase(
  client: ReadClient,
  { round }: GetPhaseParameters,
): Promise<GetPhaseReturnType> {
  const number = await readRound(client, {
    round,
    functionName: 'phase',
    args: [],
  })
  return phases[number] ?? 'registration'
}
