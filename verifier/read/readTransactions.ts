/** The transactions behind logs, but for those that only cast or open pages. */
import { type AbiEvent, type Hash, type Hex, toEventSelector } from 'viem'
import { getTransaction } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { roundAbi } from '../../chain/generated/abis.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import type { RecordedLog, RecordedTransaction } from '../record.ts'

/** Their events say all that a recount asks of them. */
const bulkEvents = ['PageCast', 'BallotSkipped', 'PageOpened', 'BallotSpoiled']

const bulkTopics: ReadonlySet<Hex | undefined> = new Set(
  roundAbi
    .filter((item): item is AbiEvent & typeof item => item.type === 'event')
    .filter(({ name }) => bulkEvents.includes(name))
    .map((event) => toEventSelector(event)),
)

/** In the order of the logs, each once. */
export function transactionsToRead(logs: readonly RecordedLog[]): Hash[] {
  const hashes = logs
    .filter(({ topics }) => !bulkTopics.has(topics[0]))
    .map(({ transactionHash }) => transactionHash)
  return [...new Set(hashes)]
}

export function readTransactions(
  client: ReadClient,
  hashes: readonly Hash[],
  onRead: (count: number) => void,
): Promise<RecordedTransaction[]> {
  return mapConcurrently(hashes, async (hash) => {
    const transaction = await getTransaction(client, { hash })
    const { blockNumber, from, to, input } = transaction
    onRead(1)
    return { hash: transaction.hash, blockNumber, from, to, input }
  })
}
