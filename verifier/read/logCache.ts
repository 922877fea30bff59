/** Keeps logs that are final, so that the next reading goes on after them. */
import type { Address, Hash } from 'viem'
import { getBlock } from 'viem/actions'
import type { ReadClient } from '../../chain/clients.ts'
import { mapConcurrently } from '../../chain/mapConcurrently.ts'
import { BaseError } from '../../protocol/errors.ts'
import { toCanonicalJson } from '../bundle/canonicalJson.ts'
import { logShape } from '../bundle/recordShape.ts'
import { decimal, fields, hash, list } from '../bundle/shapes.ts'
import type { RecordedLog } from '../record.ts'
import type { BlockRange } from './askLogs.ts'

/** Any store of texts: a folder, IndexedDB, a Map. */
export type RecordCache = {
  load: (key: string) => Promise<string | undefined>
  save: (key: string, value: string) => Promise<void>
}

export type LogPart = BlockRange & { logs: RecordedLog[] }

export type LogCache = {
  /** Parts end to end from the beginning of the range. */
  load: () => Promise<LogPart[]>
  save: (part: LogPart) => Promise<void>
}

export type OpenLogCacheParameters = {
  cache: RecordCache
  chainId: number
  round: Address
  range: BlockRange
}

/** So many blocks behind the last one nothing is replaced any more. */
const finalityDepth = 64n

export const noLogCache: LogCache = {
  load: () => Promise.resolve([]),
  save: () => Promise.resolve(),
}

export function openLogCache(
  client: ReadClient,
  { cache, chainId, round, range }: OpenLogCacheParameters,
): LogCache {
  const keyOf = (from: bigint) =>
    `dure-logs-1/${chainId}/${round.toLowerCase()}/${from}`
  const final = range.to - finalityDepth
  const waiting = new Map<bigint, LogPart>()
  let next = range.from

  async function load(): Promise<LogPart[]> {
    const parts = await loadParts(cache, keyOf, { ...range, to: final })
    const standing = await standingParts(client, parts)
    next = afterLast(standing, range.from)
    return standing
  }

  /** In the order of the chain, so that `load` finds one after the other. */
  async function save(part: LogPart): Promise<void> {
    if (part.from <= final) waiting.set(part.from, upTo(part, final))
    for (;;) {
      const first = waiting.get(next)
      if (!first) return
      waiting.delete(next)
      next = first.to + 1n
      await cache.save(keyOf(first.from), await toText(client, first))
    }
  }

  return { load, save }
}

function upTo({ from, to, logs }: LogPart, final: bigint): LogPart {
  if (to <= final) return { from, to, logs }
  const kept = logs.filter(({ blockNumber }) => blockNumber <= final)
  return { from, to: final, logs: kept }
}

export function afterLast(parts: readonly LogPart[], from: bigint): bigint {
  const last = parts.at(-1)
  return last ? last.to + 1n : from
}

/** As in the cache: with the hash of the last block. */
type KeptPart = { to: bigint; hash: Hash; logs: RecordedLog[] }

const keptShape = fields<KeptPart>({ to: decimal, hash, logs: list(logShape) })

async function toText(client: ReadClient, part: LogPart): Promise<string> {
  const { to, logs } = part
  const { hash } = await getBlock(client, { blockNumber: to })
  return toCanonicalJson({ to, hash, logs } satisfies KeptPart)
}

async function loadParts(
  cache: RecordCache,
  keyOf: (from: bigint) => string,
  { from, to }: BlockRange,
): Promise<(KeptPart & BlockRange)[]> {
  const parts: (KeptPart & BlockRange)[] = []
  for (let next = from; next <= to;) {
    const part = parsePart(await cache.load(keyOf(next)))
    if (!part || part.to < next || part.to > to) break
    parts.push({ from: next, ...part })
    next = part.to + 1n
  }
  return parts
}

/** What is damaged is read anew. */
function parsePart(text: string | undefined): KeptPart | undefined {
  if (text === undefined) return undefined
  try {
    return keptShape(JSON.parse(text), 'part')
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof BaseError)
      return undefined
    throw error
  }
}

/** Up to the first one that is on another chain than the node's. */
async function standingParts(
  client: ReadClient,
  parts: readonly (KeptPart & BlockRange)[],
): Promise<LogPart[]> {
  const stand = await mapConcurrently(parts, async ({ to, hash }) => {
    const block = await getBlock(client, { blockNumber: to })
    return block.hash === hash
  })
  const fallen = stand.indexOf(false)
  const standing = fallen < 0 ? parts : parts.slice(0, fallen)
  return standing.map(({ from, to, logs }) => ({ from, to, logs }))
}
