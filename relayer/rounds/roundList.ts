/** The rounds that the factory made, in their order, from its logs. */
import { type Address, getAbiItem, type Hash } from 'viem'
import { getLogs } from 'viem/actions'
import { inTurn } from '../../chain/delivery/journal.ts'
import type { ReadClient } from '../../chain/clients.ts'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import { findFirstBlock } from '../../verifier/read/findFirstBlock.ts'
import { readHead } from '../node/readHead.ts'

export type ListedRound = { round: Address; rulesDigest: Hash; block: number }

export type RoundList = () => Promise<readonly ListedRound[]>

const event = getAbiItem({ abi: roundFactoryAbi, name: 'RoundCreated' })
/** Many nodes refuse more. */
const blocksAtOnce = 2_000n
/** What a reorganisation could still change is read again. */
const unsettled = 64n

export function createRoundList(
  client: ReadClient,
  factory: Address,
): RoundList {
  const takeTurn = inTurn()
  const settled: ListedRound[] = []
  let next: bigint | undefined

  async function read(): Promise<readonly ListedRound[]> {
    const { number: last } = await readHead(client)
    const from = (next ??= await findFirstBlock(client, factory, { last }))
    const found: ListedRound[] = []
    for (let first = from; first <= last; first += blocksAtOnce) {
      const end = first + blocksAtOnce - 1n
      const toBlock = end < last ? end : last
      found.push(...(await readRange(client, factory, first, toBlock)))
    }
    const bound = last - unsettled
    settled.push(...found.filter(({ block }) => BigInt(block) < bound))
    const recent = found.filter(({ block }) => BigInt(block) >= bound)
    if (bound > from) next = bound
    return [...settled, ...recent]
  }

  return () => takeTurn(read)
}

async function readRange(
  client: ReadClient,
  address: Address,
  fromBlock: bigint,
  toBlock: bigint,
): Promise<ListedRound[]> {
  const range = { address, fromBlock, toBlock }
  const logs = await getLogs(client, { ...range, event, strict: true })
  return logs.map(({ args, blockNumber }) => ({
    round: args.round,
    rulesDigest: args.rulesDigest,
    block: Number(blockNumber),
  }))
}
