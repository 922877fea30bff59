/** The history of a round: its events, decoded, in the order of the chain. */
import { type Address, decodeEventLog, type Hash } from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'
import type {
  RecordedLog,
  RecordedTransaction,
  RoundRecord,
} from '../record.ts'
import { isSame } from '../isSame.ts'
import type { EventName, RoundEvent } from './event.ts'

export type History = {
  /** Every event once, whatever the order of the record. */
  events: readonly RoundEvent[]
  /** Logs of the round that are no event of a round. */
  unknown: readonly RecordedLog[]
  byName: ReadonlyMap<EventName, readonly RoundEvent[]>
  /** By hash. */
  transactions: ReadonlyMap<Hash, RecordedTransaction>
}

export function readHistory(record: RoundRecord): History {
  const times = new Map(
    record.blocks.map(({ number, timestamp }) => [number, Number(timestamp)]),
  )
  const transactions = new Map(
    record.transactions.map((one) => [one.hash, one]),
  )
  const events: RoundEvent[] = []
  const unknown: RecordedLog[] = []
  for (const log of inOrder(record)) {
    const sender = senderOf(record.round, transactions.get(log.transactionHash))
    const event = decode(log, times.get(log.blockNumber) ?? 0, sender)
    if (event) events.push(event)
    else unknown.push(log)
  }
  return { events, unknown, byName: groupByName(events), transactions }
}

function groupByName(events: readonly RoundEvent[]): History['byName'] {
  const byName = new Map<EventName, RoundEvent[]>()
  for (const event of events) {
    const others = byName.get(event.name)
    if (others) others.push(event)
    else byName.set(event.name, [event])
  }
  return byName
}

/** All events of a name, in the order of the chain. */
export function eventsOf<name extends EventName>(
  { byName }: History,
  name: name,
): readonly RoundEvent<name>[] {
  return (byName.get(name) ?? []) as readonly RoundEvent<name>[]
}

/** The logs of the round, each place of the chain once. */
function inOrder({ logs, round }: RoundRecord): RecordedLog[] {
  const places = new Map<string, RecordedLog>()
  for (const log of logs) {
    const place = `${log.blockNumber}:${log.logIndex}`
    if (isSame(log.address, round) && !places.has(place)) places.set(place, log)
  }
  return [...places.values()].sort(
    (one, other) =>
      Number(one.blockNumber - other.blockNumber) ||
      one.logIndex - other.logIndex,
  )
}

function decode(
  { topics, data, blockNumber, logIndex, transactionHash }: RecordedLog,
  time: number,
  sender: Address | undefined,
): RoundEvent | undefined {
  const [signature, ...indexed] = topics
  if (signature === undefined) return undefined
  try {
    const { eventName, args } = decodeEventLog({
      abi: roundAbi,
      topics: [signature, ...indexed],
      data,
    })
    const at = {
      block: blockNumber,
      logIndex,
      transaction: transactionHash,
      time,
      sender,
    }
    // The name belongs to the arguments: viem decoded them together.
    return { name: eventName, args, at } as RoundEvent
  } catch {
    return undefined
  }
}

function senderOf(
  round: Address,
  transaction: RecordedTransaction | undefined,
): Address | undefined {
  const to = transaction?.to
  return to && isSame(to, round) ? transaction.from : undefined
}
