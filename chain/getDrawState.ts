/** How far the draw of a round is: its block, the lottery shares, the seed. */
import type { Address } from 'viem'
import { getBlockNumber } from 'viem/actions'
import { fromBitField } from '../protocol/bitField.ts'
import type { ReadClient } from './clients.ts'
import { enumNumber, purposes } from './enums.ts'
import { readRound } from './readRound.ts'

export type GetDrawStateParameters = { round: Address }
export type GetDrawStateReturnType = {
  isDrawn: boolean
  /** Whose hash goes into the seed. */
  block: bigint
  /** Its hash stands in the round. */
  isStored: boolean
  latest: bigint
  /** Trustees who released their lottery shares. */
  released: readonly number[]
}

export async function getDrawState(
  client: ReadClient,
  { round }: GetDrawStateParameters,
): Promise<GetDrawStateReturnType> {
  const call = { round, args: [] } as const
  const lottery = [enumNumber(purposes, 'lottery')] as const
  const [seed, [block, hash], bits, latest] = await Promise.all([
    readRound(client, { ...call, functionName: 'seed' }),
    readRound(client, { ...call, functionName: 'drawBlock' }),
    readRound(client, { round, functionName: 'released', args: lottery }),
    getBlockNumber(client, { cacheTime: 0 }),
  ])
  return {
    isDrawn: BigInt(seed) !== 0n,
    block,
    isStored: BigInt(hash) !== 0n,
    latest,
    released: fromBitField([bits]),
  }
}
