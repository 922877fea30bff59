/** All logs of a contract, several ranges at a time. */
import type { Address } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import type { RecordedLog } from '../record.ts'
import type { BlockRange } from './askLogs.ts'
import { nextRange, startSpan } from './blockSpan.ts'
import { afterLast, type LogCache, type LogPart } from './logCache.ts'
import { countStep, type OnProgress } from './readProgress.ts'
import { type LogAsking, readRange } from './readRange.ts'
import { inOrder } from './roundLogs.ts'

export type ReadLogsParameters = {
  address: Address
  range: BlockRange
  /** Reads all anew, and looks out for answers that were cut. */
  isCareful: boolean
  cache: LogCache
  onProgress: OnProgress
}

/** Ranges asked for at the same time. */
const rangesAtOnce = 4

export async function readLogs(
  client: ReadClient,
  { address, range, isCareful, cache, onProgress }: ReadLogsParameters,
): Promise<RecordedLog[]> {
  const total = Number(range.to - range.from) + 1
  const onRead = countStep('logs', total, onProgress)
  const kept = isCareful ? [] : await cache.load()
  const parts = kept.map(({ logs }) => logs)
  let from = afterLast(kept, range.from)
  onRead(Number(from - range.from))
  const asking = startAsking(client, address, isCareful)
  await Promise.all(Array.from({ length: rangesAtOnce }, work))
  return inOrder(parts.flat())

  async function work(): Promise<void> {
    while (from <= range.to) {
      const part = nextRange(asking.span, { from, to: range.to })
      from = part.to + 1n
      await readRange(asking, part, keep)
    }
  }

  async function keep(part: LogPart): Promise<void> {
    parts.push(part.logs)
    await cache.save(part)
    onRead(Number(part.to - part.from) + 1)
  }
}

function startAsking(
  client: ReadClient,
  address: Address,
  isCareful: boolean,
): LogAsking {
  const span = startSpan()
  return { client, address, span, isCareful, longest: 0, cap: Infinity }
}
