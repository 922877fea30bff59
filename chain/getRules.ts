/** The rules of a round, as fixed at its creation. */
import type { Address } from 'viem'
import { fromAbiRules, type Rules } from '../protocol/rules.ts'
import type { ReadClient } from './clients.ts'
import { readRound } from './readRound.ts'

export type GetRulesParameters = { round: Address }
export type GetRulesReturnType = Rules

export async function getRules(
  client: ReadClient,
  { round }: GetRulesParameters,
): Promise<GetRulesReturnType> {
  const call = { round, functionName: 'rules', args: [] } as const
  return fromAbiRules(await readRound(client, call))
}
