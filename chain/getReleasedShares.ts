/** The trustees' shares that are public, in the order of their release. */
import { type Address, getAbiItem } from 'viem'
import { getLogs } from 'viem/actions'
import type { ReleasedShare } from '../protocol/release.ts'
import type { ReadClient } from './clients.ts'
import { enumNumber, type Purpose, purposes } from './enums.ts'
import { roundAbi } from './generated/abis.ts'

export type GetReleasedSharesParameters = {
  round: Address
  purpose: Purpose
  /** The round's first block. */
  fromBlock?: bigint
}
export type GetReleasedSharesReturnType = ReleasedShare[]

const event = getAbiItem({ abi: roundAbi, name: 'ShareReleased' })

export async function getReleasedShares(
  client: ReadClient,
  { round, purpose, fromBlock = 0n }: GetReleasedSharesParameters,
): Promise<GetReleasedSharesReturnType> {
  const args = { purpose: enumNumber(purposes, purpose) }
  const filter = {
    address: round,
    event,
    args,
    fromBlock,
    strict: true,
  } as const
  const logs = await getLogs(client, filter)
  return logs.map(({ args: { trustee, share } }) => ({
    trustee: Number(trustee),
    share,
  }))
}
