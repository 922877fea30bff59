/** Whether each proposal is recommended and selected, in the order of numbers. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { mapConcurrently, numbersFrom } from './mapConcurrently.ts'
import { readRound } from './readRound.ts'

export type GetOutcomesParameters = {
  round: Address
  /** Proposals on the roster. */
  proposals: number
}
export type GetOutcomesReturnType = {
  isRecommended: boolean
  isSelected: boolean
}[]

export function getOutcomes(
  client: ReadClient,
  { round, proposals }: GetOutcomesParameters,
): Promise<GetOutcomesReturnType> {
  return mapConcurrently(numbersFrom(1, proposals), async (number) => {
    const [isRecommended, isSelected] = await readRound(client, {
      round,
      functionName: 'outcome',
      args: [BigInt(number)],
    })
    return { isRecommended, isSelected }
  })
}
