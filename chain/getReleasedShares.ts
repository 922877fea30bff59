/** The trustees' shares that are public, in the order of their release. */
import type { Address } from 'viem'
import type { ReleasedShare } from '../protocol/release.ts'
import type { ReadClient } from './clients.ts'
import { enumNumber, type Purpose, purposes } from './enums.ts'
import { getRoundLogs } from './getRoundLogs.ts'

export type GetReleasedSharesParameters = {
  round: Address
  purpose: Purpose
  /** The round's first block. */
  fromBlock?: bigint | undefined
}
export type GetReleasedSharesReturnType = ReleasedShare[]

const eventNames = ['ShareReleased'] as const

export async function getReleasedShares(
  client: ReadClient,
  { round, purpose, fromBlock }: GetReleasedSharesParameters,
): Promise<GetReleasedSharesReturnType> {
  const logs = await getRoundLogs(client, { round, eventNames, fromBlock })
  const number = enumNumber(purposes, purpose)
  return logs
    .filter(({ args }) => args.purpose === number)
    .map(({ args: { trustee, share } }) => ({
      trustee: Number(trustee),
      share,
    }))
}
