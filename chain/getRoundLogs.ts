/** Named events of a round from the chain's logs, in their order. */
import {
  type Address,
  type ContractEventName,
  type Log,
  parseEventLogs,
  type ParseEventLogsReturnType,
} from 'viem'
import { getBlockNumber, getLogs } from 'viem/actions'
import type { ReadClient } from './clients.ts'
import { roundAbi } from './generated/abis.ts'

export type RoundEventName = ContractEventName<typeof roundAbi>

export type GetRoundLogsParameters<name extends RoundEventName> = {
  round: Address
  eventNames: readonly name[]
  /** The round's first block. */
  fromBlock?: bigint | undefined
  /** The latest unless told. */
  toBlock?: bigint | undefined
  /** Blocks asked for at once; many nodes refuse more than 10,000. */
  blocksAtOnce?: bigint | undefined
}

export type GetRoundLogsReturnType<name extends RoundEventName> =
  ParseEventLogsReturnType<typeof roundAbi, name[], true>

export async function getRoundLogs<const name extends RoundEventName>(
  client: ReadClient,
  {
    round: address,
    eventNames,
    fromBlock = 0n,
    toBlock: end,
    blocksAtOnce = 2_000n,
  }: GetRoundLogsParameters<name>,
): Promise<GetRoundLogsReturnType<name>> {
  const last = end ?? (await getBlockNumber(client, { cacheTime: 0 }))
  const names: readonly string[] = eventNames
  const events = roundAbi.filter(
    ({ type, ...item }) => type === 'event' && names.includes(nameOf(item)),
  )
  const logs: Log[] = []
  for (let from = fromBlock; from <= last; from += blocksAtOnce) {
    const to = from + blocksAtOnce - 1n
    const toBlock = to < last ? to : last
    const range = { address, fromBlock: from, toBlock }
    // Decoded below: viem cannot follow names that are still generic.
    logs.push(...(await getLogs(client, { ...range, events } as never)))
  }
  const parsed: unknown = parseEventLogs({
    abi: roundAbi,
    eventName: [...eventNames] as name[],
    logs,
  })
  return parsed as GetRoundLogsReturnType<name>
}

function nameOf(item: object): string {
  return 'name' in item ? String(item.name) : ''
}
