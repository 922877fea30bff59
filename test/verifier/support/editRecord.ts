/** Changes events of a record, as somebody would who wants to be believed. */
import {
  type AbiEvent,
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

export function eventArgs<name extends EventName>(
  record: RoundRecord,
  name: name,
): EventArgs<name> {
  // The log was found by the name that the arguments are of.
  return decode(findLog(record, name))?.args as EventArgs<name>
}

/** Gives a log other arguments. */
export function changeEvent<name extends EventName>(
  record: RoundRecord,
  name: name,
  changed: Partial<EventArgs<name>> & object,
  nth = 0,
): void {
  const log = findLog(record, name, nth)
  const args = decode(log)?.args ?? {}
  Object.assign(log, encode(name, { ...args, ...changed }))
}

export function removeEvent(record: RoundRecord, name: EventName, nth = 0) {
  const log = findLog(record, name, nth)
  record.logs.splice(record.logs.indexOf(log), 1)
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

function encode(name: EventName, args: object): { topics: Hex[]; data: Hex } {
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
