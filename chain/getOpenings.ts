/** The openings of pages, from the chain's logs, in their order. */
import { type Address, type Hash, hexToBytes } from 'viem'
import { type Opening, parseOpenings } from '../protocol/opening.ts'
import type { ReadClient } from './clients.ts'
import { getRoundLogs } from './getRoundLogs.ts'

export type GetOpeningsParameters = {
  round: Address
  /** The round's first block, or that of its opening. */
  fromBlock?: bigint
  /** Values of a ballot. */
  valueCount: number
}
export type GetOpeningsReturnType = OpenedPage[]

/** A page may be opened several times: each time it is one of these. */
export type OpenedPage = {
  page: number
  /** One for each ballot of the page, in its order. */
  openings: Opening[]
  blockNumber: bigint
  transactionHash: Hash
}

const eventNames = ['PageOpened'] as const

export async function getOpenings(
  client: ReadClient,
  { valueCount, ...parameters }: GetOpeningsParameters,
): Promise<GetOpeningsReturnType> {
  const logs = await getRoundLogs(client, { ...parameters, eventNames })
  return logs.map(({ args, blockNumber, transactionHash }) => ({
    page: Number(args.page),
    openings: parseOpenings(hexToBytes(args.openings), { valueCount }),
    blockNumber,
    transactionHash,
  }))
}
