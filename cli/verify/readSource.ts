/** Where a round is read from: a node, or an audit bundle. */
import { readFile } from 'node:fs/promises'
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import { unpackBundle } from '../../verifier/bundle/unpackBundle.ts'
import type { RoundOptions } from '../frame/options.ts'
import type { RoundSession } from '../frame/session.ts'
import { openRecordCache } from '../recordCache.ts'
import { UsageError } from '../usageError.ts'
import { readWithProgress } from './readWithProgress.ts'

export type SourceOptions = RoundOptions & { block?: bigint; cache?: string }

export async function readNode(
  { progress, reader, round, surroundings }: RoundSession,
  { block, cache }: SourceOptions,
): Promise<Bundle> {
  const parameters = {
    ...{ round, signal: surroundings.stop },
    ...(block === undefined ? {} : { block }),
    ...(cache === undefined ? {} : { cache: openRecordCache(cache) }),
  }
  const record = await readWithProgress(reader, parameters, progress)
  return { record, documents: new Map() }
}

export async function readBundle(file: string): Promise<Bundle> {
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
