/** The pages of cast ballots, from the chain's logs, in their order. */
import { type Address, type Hex, hexToBytes } from 'viem'
import type { ReadClient } from './clients.ts'
import { getRoundLogs } from './getRoundLogs.ts'

export type GetPagesParameters = {
  round: Address
  /** The round's first block, or that of its review. */
  fromBlock?: bigint
  /** Blocks asked for at once; many nodes refuse more than 10,000. */
  blocksAtOnce?: bigint
}
export type GetPagesReturnType = Page[]

export type Page = {
  number: number
  ballots: number
  /** The packed ballots as they were sent. */
  batch: Uint8Array
  blockNumber: bigint
  transactionHash: Hex
}

const eventNames = ['PageCast'] as const

export async function getPages(
  client: ReadClient,
  parameters: GetPagesParameters,
): Promise<GetPagesReturnType> {
  const logs = await getRoundLogs(client, { ...parameters, eventNames })
  return logs.map(({ args, blockNumber, transactionHash }) => ({
    number: Number(args.page),
    ballots: Number(args.ballots),
    batch: hexToBytes(args.batch),
    blockNumber,
    transactionHash,
  }))
}
