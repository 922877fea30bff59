/** Reads a round from a node or a bundle, and keeps what was read last. */
import { createClient, http } from 'viem'
import type { Bundle } from '../bundle/packBundle.ts'
import { unpackBundle } from '../bundle/unpackBundle.ts'
import { readRecord } from '../read/readRecord.ts'
import type { Looked, VerifyProgress, VerifySource } from './messages.ts'

export type Watching = {
  onProgress: (progress: VerifyProgress) => void
  signal: AbortSignal
}

type NodeSource = Extract<VerifySource, { kind: 'node' }>
type Kept = { url: string; bundle: Bundle }

let kept: Kept | undefined

export async function readSource(
  source: VerifySource,
  { onProgress, signal }: Watching,
): Promise<Bundle> {
  if (source.kind === 'bundle') return unpackBundle(source.file)
  const { block, round, url } = source
  const record = await readRecord(createClient({ transport: http(url) }), {
    ...{ round, signal },
    ...(block === undefined ? {} : { block }),
    onProgress: (progress) => {
      onProgress({ part: 'reading', ...progress })
    },
  })
  const bundle = { record, documents: new Map() }
  kept = { url, bundle }
  return bundle
}

/** Without a look at the node where just this block was read before. */
export async function readOnce(
  source: VerifySource,
  watching: Watching,
): Promise<Bundle> {
  const known = source.kind === 'node' ? keptOf(source) : undefined
  return known ?? readSource(source, watching)
}

function keptOf({ block, round, url }: NodeSource): Bundle | undefined {
  if (!kept || kept.url !== url) return undefined
  const { record } = kept.bundle
  const isSame =
    record.round.toLowerCase() === round.toLowerCase() &&
    record.block.number === block
  return isSame ? kept.bundle : undefined
}

export function lookedAt({ record }: Bundle): Looked {
  const { block, chainId, factory, round } = record
  return { chainId, round, factory, block }
}
