/** All logs of a range, in parts where the node refuses it or cuts its answer. */
import type { Address } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { RecordedLog } from '../record.ts'
import { askReceipts } from './askReceipts.ts'
import { askLogs, type BlockRange } from './askLogs.ts'
import { type BlockSpan, noteAnswer, noteRefusal } from './blockSpan.ts'
import type { LogPart } from './logCache.ts'
import { isRefusal, NodeRefusedError } from './patientClient.ts'
import { inOrder } from './roundLogs.ts'

export type LogAsking = {
  client: ReadClient
  address: Address
  span: BlockSpan
  /** Logs are known to be missing: every long answer is asked for again. */
  isCareful: boolean
  /** Most logs that came in one answer. */
  longest: number
  /** Most logs that the node gives at once, once that is known. */
  cap: number
}

/** Takes what was read of a part of the range, each part once. */
export type OnPart = (part: LogPart) => Promise<void>

/** Part by part where the node refuses the range, else all at once. */
export async function readRange(
  asking: LogAsking,
  range: BlockRange,
  onPart: OnPart,
): Promise<void> {
  const logs = await tryRange(asking, range)
  if (logs) return onPart({ ...range, logs })
  const [first, second] = halvesOf(range)
  await readRange(asking, first, onPart)
  await readRange(asking, second, onPart)
}

/** All logs of the range, or undefined where the node wants it shorter. */
async function tryRange(
  asking: LogAsking,
  range: BlockRange,
): Promise<RecordedLog[] | undefined> {
  const logs = await ask(asking, range)
  if (!logs) return undefined
  asking.longest = Math.max(asking.longest, logs.length)
  return mayBeCut(asking, logs) ? readAround(asking, range, logs) : logs
}

async function ask(
  asking: LogAsking,
  range: BlockRange,
): Promise<RecordedLog[] | undefined> {
  const { client, address, span } = asking
  try {
    const logs = await askLogs(client, address, range)
    noteAnswer(span)
    return inOrder(logs)
  } catch (error) {
    if (!(error instanceof NodeRefusedError)) throw error
    if (range.from === range.to) return readBlockOf(asking, range.from, error)
    noteRefusal(span, range)
    return undefined
  }
}

/** A block that the node refuses to give at once. */
async function readBlockOf(
  { address, client }: LogAsking,
  block: bigint,
  cause: NodeRefusedError,
): Promise<RecordedLog[]> {
  try {
    return await askReceipts(client, address, block)
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw new LogsRefusedError({ block, cause })
  }
}

function halvesOf(
  { from, to }: BlockRange,
  second = (from + to + 1n) / 2n,
): [BlockRange, BlockRange] {
  return [
    { from, to: second - 1n },
    { from: second, to },
  ]
}

async function gather(
  asking: LogAsking,
  ranges: readonly BlockRange[],
): Promise<RecordedLog[]> {
  const logs: RecordedLog[] = []
  for (const range of ranges)
    await readRange(asking, range, (part) => {
      logs.push(...part.logs)
      return Promise.resolve()
    })
  return logs
}

/**
 * Some nodes leave out what is beyond their cap and do not say so. Caps are
 * round numbers; and no answer is longer than the cap.
 */
function mayBeCut(
  { cap, isCareful, longest }: LogAsking,
  { length }: readonly RecordedLog[],
): boolean {
  if (length >= cap) return true
  if (isCareful) return length > 1 && length >= longest
  return length >= 100 && (length % 100 === 0 || length % 256 === 0)
}

/**
 * Parted in the middle of the logs, either half has room for what was cut off
 * at the beginning or at the end.
 */
async function readAround(
  asking: LogAsking,
  range: BlockRange,
  logs: readonly RecordedLog[],
): Promise<RecordedLog[]> {
  if (range.from === range.to) return addReceipts(asking, range.from, logs)
  const middle = logs[logs.length >> 1]?.blockNumber ?? range.from
  const second = middle === range.from ? middle + 1n : middle
  const parts = await gather(asking, halvesOf(range, second))
  const all = inOrder([...logs, ...parts])
  if (all.length > logs.length)
    asking.cap = Math.min(asking.cap, Math.max(2, logs.length))
  return all
}

async function addReceipts(
  { address, client }: LogAsking,
  block: bigint,
  logs: readonly RecordedLog[],
): Promise<RecordedLog[]> {
  try {
    return inOrder([...logs, ...(await askReceipts(client, address, block))])
  } catch (error) {
    if (!isRefusal(error)) throw error
    return [...logs]
  }
}

export class LogsRefusedError extends BaseError {
  override name = 'LogsRefusedError'
  readonly block: bigint

  constructor({ block, cause }: { block: bigint; cause: NodeRefusedError }) {
    super(`The node refused the logs of block ${block}, even alone.`, {
      metaMessages: cause.metaMessages,
      cause,
    })
    this.block = block
  }
}
