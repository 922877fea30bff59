/** Every log is of its block, stands once, and in the order of the chain. */
import type { Place } from '../finding.ts'
import { isSame } from '../isSame.ts'
import type { RecordedLog, RoundRecord } from '../record.ts'
import { chainSentences } from '../sentences/chain.ts'
import { type Check, passed, type Problem } from './check.ts'

const say = chainSentences['chain.logs']

export const chainLogs: Check = {
  name: 'chain.logs',
  needs: [],
  run({ record, history }) {
    const failures = [
      ...checkOrder(record.logs),
      ...checkBlocks(record),
      ...history.unknown.map((log) => problem(log, say.unknown())),
    ]
    return passed(say.passed({ logs: record.logs.length }), { failures })
  },
}

function checkOrder(logs: readonly RecordedLog[]): Problem[] {
  const seen = new Set<string>()
  let last: RecordedLog | undefined
  return logs.flatMap((log) => {
    const place = `${log.blockNumber}:${log.logIndex}`
    if (seen.has(place)) return [problem(log, say.doubled())]
    seen.add(place)
    if (last && isAfter(last, log)) return [problem(log, say.order())]
    last = log
    return []
  })
}

function checkBlocks({ blocks, factory, logs, round }: RoundRecord): Problem[] {
  const hashes = new Map(blocks.map(({ number, hash }) => [number, hash]))
  return logs.flatMap((log) => {
    const isOurs = isSame(log.address, round) || isSame(log.address, factory)
    if (!isOurs) return [problem(log, say.stranger())]
    const hash = hashes.get(log.blockNumber)
    if (hash === undefined) return [problem(log, say.headerless())]
    if (isSame(hash, log.blockHash)) return []
    const difference = { expected: hash, actual: log.blockHash }
    return [{ ...problem(log, say.fork()), ...difference }]
  })
}

function isAfter(one: RecordedLog, other: RecordedLog): boolean {
  if (one.blockNumber !== other.blockNumber)
    return one.blockNumber > other.blockNumber
  return one.logIndex > other.logIndex
}

function problem(log: RecordedLog, sentence: Problem['sentence']): Problem {
  const where: Place = {
    block: log.blockNumber,
    transaction: log.transactionHash,
    logIndex: log.logIndex,
  }
  return { where, sentence }
}
