/** Changes events of a record, as somebody would who wants to be believed. */
import {
  type AbiEvent,
  type Address,
  decodeEventLog,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
} from 'viem'
import { roundAbi } from '../../../chain/generated/abis.ts'
import type { EventArgs, EventName } from '../../../verifier/history/event.ts'
import type { RecordedLog, RoundRecord } from '../../../verifier/record.ts'

/** The nth (from 0) log of an event. */
export function findLog(
  record: RoundRecord,
  name: EventName,
  nth = 0,
): RecordedLog {
  const found = record.logs.filter((log) => nameOf(log) === name)[nth]
  if (!found) throw new Error(`The record has no ${name} ${nth}.`)
  return found
}

export function argsOf<name extends EventName>(
  record: RoundRecord,
  name: name,
  nth = 0,
): EventArgs<name> {
  return decode(findLog(record, name, nth))?.args as EventArgs<name>
}

/** Gives a log other arguments. */
export function changeEvent<name extends EventName>(
  record: RoundRecord,
  name: name,
  change: (args: EventArgs<name>) => Partial<EventArgs<name>>,
  nth = 0,
): void {
  const log = findLog(record, name, nth)
  const args = argsOf(record, name, nth)
  Object.assign(log, encode(name, Object.assign({}, args, change(args))))
}

export function removeEvent(record: RoundRecord, name: EventName, nth = 0) {
  const log = findLog(record, name, nth)
  record.logs.splice(record.logs.indexOf(log), 1)
}

/**
 * Puts a log right behind another, into the same block: by a transaction of
 * its own where somebody else sent it.
 */
export function insertEvent<name extends EventName>(
  record: RoundRecord,
  after: EventName,
  name: name,
  args: EventArgs<name>,
  from?: Address,
): void {
  const log = findLog(record, after)
  const made = { ...log, logIndex: log.logIndex + 1, ...encode(name, args) }
  record.logs.splice(record.logs.indexOf(log) + 1, 0, made)
  if (from === undefined) return
  made.transactionHash = `0x${'77'.repeat(32)}`
  record.transactions.push({
    hash: made.transactionHash,
    blockNumber: log.blockNumber,
    from,
    to: record.round,
    input: '0x',
  })
}

/** Moves a log right behind a later one, as if it had happened then. */
export function moveEvent(
  record: RoundRecord,
  name: EventName,
  nth: number,
  after: EventName,
): void {
  const { data, topics } = findLog(record, name, nth)
  removeEvent(record, name, nth)
  const log = findLog(record, after)
  const moved = { ...log, logIndex: log.logIndex + 1, data, topics }
  record.logs.splice(record.logs.indexOf(log) + 1, 0, moved)
}

function decode(log: RecordedLog) {
  const [signature, ...indexed] = log.topics
  if (signature === undefined) return undefined
  try {
    const topics: [Hex, ...Hex[]] = [signature, ...indexed]
    return decodeEventLog({ abi: roundAbi, topics, data: log.data })
  } catch {
    // The factory's.
    return undefined
  }
}

function nameOf(log: RecordedLog): EventName | undefined {
  return decode(log)?.eventName
}

function encode(name: EventName, args: unknown): { topics: Hex[]; data: Hex } {
  const abi = roundAbi.find(
    (item) => item.type === 'event' && item.name === name,
  ) as AbiEvent
  const values = args as Record<string, unknown>
  const topics = encodeEventTopics({
    abi: [abi],
    eventName: name,
    args: values,
  }) as Hex[]
  const plain = abi.inputs.filter(({ indexed }) => !indexed)
  const data = encodeAbiParameters(
    plain,
    plain.map((input) => values[input.name ?? '']),
  )
  return { topics, data }
}
