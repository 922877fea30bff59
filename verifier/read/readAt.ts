/** Everything of a round at one pinned block. */
import type { Address } from 'viem'
import type { ReadClient } from '../../chain/clients.ts'
import type {
  RecordedBlock,
  RecordedCode,
  RecordedLog,
  RecordedState,
  RecordedTransaction,
  RoundRecord,
} from '../record.ts'
import { findFirstBlock } from './findFirstBlock.ts'
import { findGaps } from './findGaps.ts'
import { noLogCache, openLogCache, type RecordCache } from './logCache.ts'
import { readBlocks } from './readBlocks.ts'
import { readCodes } from './readCodes.ts'
import { readLogs } from './readLogs.ts'
import { readOrigin, requireRound } from './readOrigin.ts'
import { countStep, type OnProgress } from './readProgress.ts'
import { readState } from './readState.ts'
import { readTransactions, transactionsToRead } from './readTransactions.ts'
import {
  chunkAddresses,
  inOrder,
  isRoundOpened,
  verifierAddresses,
} from './roundLogs.ts'

export type Reader = {
  client: ReadClient
  chainId: number
  round: Address
  pinned: RecordedBlock
  cache: RecordCache | undefined
  onProgress: OnProgress
}

export async function readAt(reader: Reader): Promise<RoundRecord> {
  const { chainId, round, pinned } = reader
  const { factory, logs, state } = await readLogsAndState(reader)
  const named = [...chunkAddresses(logs), ...verifierAddresses(logs)]
  const addresses = [round, state.implementation, ...named]
  return {
    ...{ chainId, round, factory, block: pinned, logs },
    blocks: await readBlocksOf(reader, logs, state.drawBlock.number),
    transactions: await readTransactionsOf(reader, logs),
    codes: await readCodesAt(reader, addresses),
    state,
  }
}

type LogsAndState = {
  factory: Address
  logs: RecordedLog[]
  state: RecordedState
}

/**
 * Where logs are missing by what the round counts, they are read again with
 * suspicion. What is missing then is for the checks to say.
 */
async function readLogsAndState(reader: Reader): Promise<LogsAndState> {
  const { client, pinned, round } = reader
  const found = await findFirstBlock(client, round, {
    last: pinned.number,
  })
  await requireRound(client, { round, blockNumber: pinned.number })
  const { first, own } = await readFromFirst(reader, found)
  if (isRoundOpened(own[0])) {
    const read = await readStateOf(reader, own)
    if (findGaps(read.logs, read.state).length === 0) return read
  }
  return readStateOf(reader, await readOwnLogs(reader, first, true))
}

/** A node without old state may say that there was no code: then all blocks. */
async function readFromFirst(
  reader: Reader,
  found: bigint,
): Promise<{ first: bigint; own: RecordedLog[] }> {
  const own = await readOwnLogs(reader, found, false)
  if (found === 0n || isRoundOpened(own[0])) return { first: found, own }
  return { first: 0n, own: await readOwnLogs(reader, 0n, false) }
}

function readOwnLogs(
  { cache, chainId, client, onProgress, pinned, round }: Reader,
  from: bigint,
  isCareful: boolean,
): Promise<RecordedLog[]> {
  const range = { from, to: pinned.number }
  const opened = cache
    ? openLogCache(client, { cache, chainId, round, range })
    : noLogCache
  return readLogs(client, {
    ...{ address: round, range, isCareful },
    ...{ cache: opened, onProgress },
  })
}

async function readStateOf(
  { client, onProgress, pinned, round }: Reader,
  own: readonly RecordedLog[],
): Promise<LogsAndState> {
  const created = await readOrigin(client, round, own)
  const factory = created.address
  const logs = inOrder([created, ...own])
  const blockNumber = pinned.number
  const parameters = { round, factory, blockNumber, logs, onProgress }
  return { factory, logs, state: await readState(client, parameters) }
}

function readBlocksOf(
  { client, pinned, onProgress }: Reader,
  logs: readonly RecordedLog[],
  drawBlock: bigint,
): Promise<RecordedBlock[]> {
  const draw = 0n < drawBlock && drawBlock <= pinned.number ? [drawBlock] : []
  const numbers = logs.map(({ blockNumber }) => blockNumber)
  const all = [...new Set([...numbers, ...draw, pinned.number])]
  const onRead = countStep('blocks', all.length, onProgress)
  return readBlocks(client, all, onRead)
}

function readTransactionsOf(
  { client, onProgress }: Reader,
  logs: readonly RecordedLog[],
): Promise<RecordedTransaction[]> {
  const hashes = transactionsToRead(logs)
  const onRead = countStep('transactions', hashes.length, onProgress)
  return readTransactions(client, hashes, onRead)
}

function readCodesAt(
  { client, pinned, onProgress }: Reader,
  addresses: readonly Address[],
): Promise<RecordedCode[]> {
  const onRead = countStep('codes', addresses.length, onProgress)
  return readCodes(client, addresses, pinned.number, onRead)
}
