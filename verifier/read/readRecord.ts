/** Reads all of a round at one block, from any JSON-RPC node. */
import { type Address, BaseError as ViemError, type Hash } from 'viem'
import { getChainId } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { BaseError } from '../../protocol/errors.ts'
import type { RoundRecord } from '../record.ts'
import type { RecordCache } from './logCache.ts'
import {
  findNodeError,
  makePatient,
  NodeRefusedError,
  realWait,
  type Wait,
} from './patientClient.ts'
import { readAt } from './readAt.ts'
import { readBlock } from './readBlocks.ts'
import type { OnProgress } from './readProgress.ts'

export type ReadRecordParameters = {
  round: Address
  /** The latest block unless told. */
  block?: bigint
  /** Where logs are kept from one reading to the next. */
  cache?: RecordCache
  onProgress?: OnProgress
  /** Stops the reading, which then throws the signal's reason. */
  signal?: AbortSignal
  wait?: Wait
}
export type ReadRecordReturnType = RoundRecord

/** Where the chain is reorganised meanwhile, the reading begins again. */
const mostReadings = 3

export async function readRecord(
  client: ReadClient,
  parameters: ReadRecordParameters,
): Promise<ReadRecordReturnType> {
  const { signal: given, wait = realWait } = parameters
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(given ? [given] : [])])
  try {
    const patient = makePatient(client, { wait, signal })
    return await readStanding(patient, parameters)
  } catch (error) {
    throw given?.aborted ? given.reason : toBaseError(error)
  } finally {
    // Where one request failed, others may be under way or waiting.
    stop.abort()
  }
}

async function readStanding(
  client: ReadClient,
  { round, block, cache, onProgress = ignore }: ReadRecordParameters,
): Promise<RoundRecord> {
  const chainId = await getChainId(client)
  for (let reading = 1; ; reading++) {
    const pinned = await readBlock(client, block)
    const reader = { client, chainId, round, pinned, cache, onProgress }
    const record = await readAt(reader)
    const { number, hash: expected } = pinned
    const { hash: actual } = await readBlock(client, number)
    if (actual === expected) return record
    if (reading === mostReadings)
      throw new BlockReplacedError({ number, expected, actual })
  }
}

/** viem's errors come from calls that the node refused. */
function toBaseError(error: unknown): unknown {
  const known = findNodeError(error)
  if (known) return known
  if (!(error instanceof ViemError)) return error
  return new NodeRefusedError({ method: 'eth_call', cause: error })
}

function ignore(): void {
  // Nobody watches.
}

/** The chain was reorganised while it was read, each time. */
export class BlockReplacedError extends BaseError {
  override name = 'BlockReplacedError'
  readonly number: bigint

  constructor({
    number,
    expected,
    actual,
  }: {
    number: bigint
    expected: Hash
    actual: Hash
  }) {
    super(`Block ${number} was replaced while it was read.`, {
      metaMessages: [
        `It was ${expected}, and now it is ${actual}.`,
        'Read again, some blocks further back.',
      ],
    })
    this.number = number
  }
}
