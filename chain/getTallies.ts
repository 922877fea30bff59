/** Points and counted reviews of every proposal, in the order of numbers. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { mapConcurrently, numbersFrom } from './mapConcurrently.ts'
import { readRound } from './readRound.ts'

export type GetTalliesParameters = {
  round: Address
  /** Proposals on the roster. */
  proposals: number
}
export type GetTalliesReturnType = { points: bigint; count: bigint }[]

export function getTallies(
  client: ReadClient,
  { round, proposals }: GetTalliesParameters,
): Promise<GetTalliesReturnType> {
  return mapConcurrently(numbersFrom(1, proposals), async (number) => {
    const [points, count] = await readRound(client, {
      round,
      functionName: 'tally',
      args: [BigInt(number)],
    })
    return { points, count }
  })
}
