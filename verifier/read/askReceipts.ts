/** Logs of one block by its receipts, for nodes that give too few at once. */
import { type Address, isAddressEqual } from 'viem'
import { getBlock, getTransactionReceipt } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import type { RecordedLog } from '../record.ts'
import { toRecordedLog } from './askLogs.ts'

/** One request for each transaction of the block. */
export async function askReceipts(
  client: ReadClient,
  address: Address,
  blockNumber: bigint,
): Promise<RecordedLog[]> {
  const { transactions } = await getBlock(client, { blockNumber })
  const logs = await mapConcurrently(transactions, async (hash) => {
    const receipt = await getTransactionReceipt(client, { hash })
    return receipt.logs.map(toRecordedLog)
  })
  return logs.flat().filter((log) => isAddressEqual(log.address, address))
}
