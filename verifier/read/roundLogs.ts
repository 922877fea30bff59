/** The events in the logs of a record, in the order of the chain. */
import {
  type Address,
  encodeEventTopics,
  type Hex,
  type Log,
  parseEventLogs,
} from 'viem'
import { roundAbi } from '../../chain/generated/abis.ts'
import type { RecordedLog } from '../record.ts'

/** For viem's parsers of events. */
export function toViemLogs(logs: readonly RecordedLog[]): Log[] {
  return logs.map(({ topics, ...log }) => ({
    ...log,
    topics: topics as [Hex, ...Hex[]],
    transactionIndex: 0,
    removed: false,
  }))
}

const [openedTopic] = encodeEventTopics({
  abi: roundAbi,
  eventName: 'RoundOpened',
})

export function isRoundOpened(log?: RecordedLog): log is RecordedLog {
  return log?.topics[0] === openedTopic
}

export type RoundEvents = ReturnType<typeof parseEvents>

/** What is no event of a round is left out. */
export function parseEvents(logs: readonly RecordedLog[]) {
  return parseEventLogs({ abi: roundAbi, logs: toViemLogs(logs), strict: true })
}

/** Every key that registered a proposal, in the order of the first one. */
export function registeredKeys(logs: readonly RecordedLog[]): Address[] {
  const registered = parseEventLogs({
    abi: roundAbi,
    eventName: 'ProposalRegistered',
    logs: toViemLogs(logs),
  })
  return [...new Set(registered.map(({ args }) => args.key))]
}

/** The addresses of all chunks of the roll, replaced ones too. */
export function chunkAddresses(logs: readonly RecordedLog[]): Address[] {
  const published = parseEventLogs({
    abi: roundAbi,
    eventName: 'RollPublished',
    logs: toViemLogs(logs),
  })
  return [...new Set(published.map(({ args }) => args.code))]
}

/** The ERC-7913 verifiers of the rules, as the round's first event says them. */
export function verifierAddresses(logs: readonly RecordedLog[]): Address[] {
  const opened = parseEventLogs({
    abi: roundAbi,
    eventName: 'RoundOpened',
    logs: toViemLogs(logs),
  })
  return opened.flatMap(({ args }) => args.rules.verifiers)
}

/** In the order of the chain, exact doubles once. */
export function inOrder(logs: readonly RecordedLog[]): RecordedLog[] {
  const different = new Map(logs.map((log) => [fingerprint(log), log]))
  return [...different.values()].sort(
    (a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex,
  )
}

function fingerprint(log: RecordedLog): string {
  const { blockHash, transactionHash, logIndex, address, topics, data } = log
  return [
    `${log.blockNumber}`,
    ...[blockHash, transactionHash, `${logIndex}`, address],
    ...[topics.join(), data],
  ].join(' ')
}
