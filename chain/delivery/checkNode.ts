/** Makes sure that a node serves the expected chain, and its present. */
import { getBlock, getChainId } from 'viem/actions'
import { BaseError } from '../../protocol/errors.ts'
import type { ReadClient } from '../clients.ts'
import type { DeliverySettings } from './settings.ts'

export async function checkNode(
  client: ReadClient,
  chainId: number,
  { clock, pace }: Pick<DeliverySettings, 'clock' | 'pace'>,
): Promise<void> {
  const [actual, { timestamp }] = await Promise.all([
    getChainId(client),
    getBlock(client),
  ])
  if (actual !== chainId)
    throw new WrongChainError({ expected: chainId, actual })
  const blockTime = Number(timestamp)
  const now = Math.floor(clock.now())
  if (now - blockTime <= (pace.maxHeadAge ?? Number.POSITIVE_INFINITY)) return
  const isSyncing = await saysSyncing(client)
  throw new NodeBehindError({ blockTime, now, isSyncing })
}

/** Not asked of a node with a fresh block: some index old ones meanwhile. */
async function saysSyncing(client: ReadClient): Promise<boolean> {
  try {
    return (await client.request({ method: 'eth_syncing' })) !== false
  } catch {
    return false
  }
}

export class WrongChainError extends BaseError {
  override name = 'WrongChainError'
  readonly expected: number
  readonly actual: number

  constructor({ expected, actual }: { expected: number; actual: number }) {
    super(`The node serves chain ${actual}, not chain ${expected}.`, {
      metaMessages: [
        'Nothing was sent.',
        `Give the URL of a node of chain ${expected}, or name the network of this node.`,
      ],
    })
    this.expected = expected
    this.actual = actual
  }
}

export type NodeBehindErrorParameters = {
  /** Unix seconds. */
  blockTime: number
  now: number
  isSyncing: boolean
}

export class NodeBehindError extends BaseError {
  override name = 'NodeBehindError'
  readonly blockTime: number
  readonly now: number
  readonly isSyncing: boolean

  constructor({ blockTime, now, isSyncing }: NodeBehindErrorParameters) {
    super(
      isSyncing
        ? 'The node is still reading the chain in.'
        : `The node's latest block is ${now - blockTime} seconds old.`,
      {
        metaMessages: [
          `Its latest block: ${toText(blockTime)}; now: ${toText(now)}.`,
          'Wait until it has caught up, or use another node. Check the clock of this machine, too.',
        ],
      },
    )
    this.blockTime = blockTime
    this.now = now
    this.isSyncing = isSyncing
  }
}

function toText(time: number): string {
  return new Date(time * 1000).toISOString()
}
