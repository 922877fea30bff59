/** The proposals on the roster, in the order of their numbers. */
import type { Address } from 'viem'
import type { ReadClient } from './clients.ts'
import { mapConcurrently, numbersFrom } from './mapConcurrently.ts'
import { readRound } from './readRound.ts'

export type GetRosterParameters = { round: Address }
export type GetRosterReturnType = {
  number: number
  key: Address
  category: number
  ask: bigint
}[]

export async function getRoster(
  client: ReadClient,
  { round }: GetRosterParameters,
): Promise<GetRosterReturnType> {
  const [, onRoster] = await readRound(client, {
    round,
    functionName: 'rosterSize',
    args: [],
  })
  return mapConcurrently(numbersFrom(1, Number(onRoster)), async (number) => {
    const [key, category, ask] = await readRound(client, {
      round,
      functionName: 'rosterEntry',
      args: [BigInt(number)],
    })
    return { number, key, category, ask }
  })
}
