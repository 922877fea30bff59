/** Where a round is read from: a node, or an audit bundle. */
import { readFile } from 'node:fs/promises'
import { type Address, createClient, http, isAddress } from 'viem'
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import { unpackBundle } from '../../verifier/bundle/unpackBundle.ts'
import {
  type ReadProgress,
  readSteps,
} from '../../verifier/read/readProgress.ts'
import { readRecord } from '../../verifier/read/readRecord.ts'
import type { Progress } from '../progress.ts'
import { openRecordCache } from '../recordCache.ts'
import { UsageError } from '../usageError.ts'
import { countNew } from './countNew.ts'

export type RawSource = {
  rpc?: string
  round?: string
  block?: string
  cache?: string
}

export type Source =
  | { kind: 'bundle'; file: string }
  | {
      kind: 'node'
      url: string
      round: Address
      block: bigint | undefined
      cache: string | undefined
    }

export function parseSource(
  file: string | undefined,
  { rpc, round, block, cache }: RawSource,
): Source {
  if (file !== undefined) {
    if (rpc === undefined && round === undefined)
      return { kind: 'bundle', file }
    throw new UsageError(
      'A bundle and a node are two sources.',
      'Give the file alone, or --rpc and --round.',
    )
  }
  if (rpc === undefined || round === undefined)
    throw new UsageError(
      'There is nothing to verify.',
      'Give an audit bundle, or --rpc with the address of a node and --round.',
    )
  return {
    kind: 'node',
    url: requireUrl(rpc),
    round: requireAddress(round),
    block: block === undefined ? undefined : requireBlock(block),
    cache,
  }
}

export async function readSource(
  source: Source,
  progress: Progress,
  signal: AbortSignal,
): Promise<Bundle> {
  if (source.kind === 'bundle') return readBundle(source.file)
  const { block, cache, round, url } = source
  const client = createClient({ transport: http(url, { retryCount: 0 }) })
  const given = {
    ...(block === undefined ? {} : { block }),
    ...(cache === undefined ? {} : { cache: openRecordCache(cache) }),
  }
  const total = readSteps.length
  const record = await progress.step('reading', total, 'parts', (advance) => {
    const count = countNew(advance)
    const onProgress = (at: ReadProgress) => {
      count(at.step)
    }
    return readRecord(client, { ...given, round, signal, onProgress })
  })
  return { record, documents: new Map() }
}

async function readBundle(file: string): Promise<Bundle> {
  return unpackBundle(Uint8Array.from(await readWhole(file)))
}

async function readWhole(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(
      `The bundle cannot be read: ${reason}.`,
      'Expected a file that `dure verify --save FILE` wrote.',
    )
  }
}

function requireUrl(text: string): string {
  if (/^https?:\/\/\S+$/.test(text)) return text
  throw new UsageError(
    '--rpc is no address of a node.',
    'Expected http://… or https://…',
  )
}

function requireAddress(text: string): Address {
  if (isAddress(text)) return text
  throw new UsageError(
    `--round is no address: ${text}.`,
    'Expected 0x and 40 hexadecimal digits.',
  )
}

function requireBlock(text: string): bigint {
  if (/^\d{1,15}$/.test(text)) return BigInt(text)
  throw new UsageError(
    `--block is no number: ${text}.`,
    'Expected a whole number of 0 or more.',
  )
}
