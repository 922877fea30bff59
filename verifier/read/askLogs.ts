/** Logs of one range of blocks, as a node answers them. */
import { type Address, getAbiItem, isAddressEqual, type Log } from 'viem'
import { getLogs } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { roundFactoryAbi } from '../../chain/generated/abis.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { RecordedLog } from '../record.ts'

/** Both ends included. */
export type BlockRange = { from: bigint; to: bigint }

export async function askLogs(
  client: ReadClient,
  address: Address,
  { from, to }: BlockRange,
): Promise<RecordedLog[]> {
  const filter = { address, fromBlock: from, toBlock: to }
  const logs = (await getLogs(client, filter)).map(toRecordedLog)
  const other = logs.find(
    (log) =>
      !isAddressEqual(log.address, address) ||
      log.blockNumber < from ||
      log.blockNumber > to,
  )
  if (other) throw new OtherLogError({ address, from, to })
  return logs
}

const created = getAbiItem({ abi: roundFactoryAbi, name: 'RoundCreated' })

/** Whoever says in this block to have made the round. */
export async function askCreations(
  client: ReadClient,
  round: Address,
  block: bigint,
): Promise<RecordedLog[]> {
  const range = { fromBlock: block, toBlock: block }
  const filter = { event: created, args: { round }, ...range }
  return (await getLogs(client, filter)).map(toRecordedLog)
}

export function toRecordedLog(log: Log): RecordedLog {
  const { address, topics, data } = log
  const { blockNumber, blockHash, transactionHash, logIndex } = log
  if (
    blockNumber === null ||
    blockHash === null ||
    transactionHash === null ||
    logIndex === null ||
    log.removed
  )
    throw new PendingLogError({ address })
  const place = { blockNumber, blockHash, transactionHash, logIndex }
  return { address, topics, data, ...place }
}

export class OtherLogError extends BaseError {
  override name = 'OtherLogError'

  constructor({ address, from, to }: BlockRange & { address: Address }) {
    super('The node answered a log that nobody asked for.', {
      metaMessages: [
        `Expected logs of ${address} in blocks ${from} to ${to} only.`,
        'Ask another node.',
      ],
    })
  }
}

export class PendingLogError extends BaseError {
  override name = 'PendingLogError'

  constructor({ address }: { address: Address }) {
    super(`The node answered a log of ${address} that is in no block.`, {
      metaMessages: [
        'Expected logs of finished blocks only. Ask another node.',
      ],
    })
  }
}
