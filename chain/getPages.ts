/** The pages of cast ballots, from the chain's logs, in their order. */
import { type Address, getAbiItem, type Hex, hexToBytes } from 'viem'
import { getBlockNumber, getLogs } from 'viem/actions'
import type { ReadClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'

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

const event = getAbiItem({ abi: roundAbi, name: 'PageCast' })

export async function getPages(
  client: ReadClient,
  { round, fromBlock = 0n, blocksAtOnce = 2_000n }: GetPagesParameters,
): Promise<GetPagesReturnType> {
  const last = await getBlockNumber(client, { cacheTime: 0 })
  const pages: Page[] = []
  for (let from = fromBlock; from <= last; from += blocksAtOnce) {
    const to = from + blocksAtOnce - 1n
    const toBlock = to < last ? to : last
    pages.push(...(await getPagesIn(client, round, from, toBlock)))
  }
  return pages
}

async function getPagesIn(
  client: ReadClient,
  address: Address,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<Page[]> {
  const range = { address, event, fromBlock, toBlock, strict: true } as const
  const logs = await getLogs(client, range)
  return logs.map(({ args, blockNumber, transactionHash }) => ({
    number: Number(args.page),
    ballots: Number(args.ballots),
    batch: hexToBytes(args.batch),
    blockNumber,
    transactionHash,
  }))
}
