/** Which ballots were opened already, from the chain's logs. */
import { type Address, hexToBytes } from 'viem'
import { getBlockNumber } from 'viem/actions'
import type { ReadClient } from '../clients.ts'
import { getRoundLogs } from '../getRoundLogs.ts'
import { parseOpenings } from '../../protocol/opening.ts'

/** By page number, and by index in the page. */
export type Opened = (page: number, index: number) => boolean

export async function readOpened(
  client: ReadClient,
  {
    round,
    fromBlock,
    valueCount,
  }: { round: Address; fromBlock: bigint; valueCount: number },
): Promise<Opened> {
  const toBlock = await getBlockNumber(client, { cacheTime: 0 })
  const range = { fromBlock, toBlock }
  const eventNames = ['PageOpened'] as const
  const logs = await getRoundLogs(client, { round, eventNames, ...range })
  const opened = new Map<number, Set<number>>()
  for (const { args } of logs) {
    const page = Number(args.page)
    const indices = opened.get(page) ?? new Set()
    opened.set(page, indices)
    const openings = parseOpenings(hexToBytes(args.openings), { valueCount })
    for (const [index, { kind }] of openings.entries())
      if (kind === 1) indices.add(index)
  }
  return (page, index) => opened.get(page)?.has(index) === true
}
