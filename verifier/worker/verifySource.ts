/** Reads a round from a node or a bundle and checks it. */
import { createClient, http } from 'viem'
import type { Bundle } from '../bundle/packBundle.ts'
import { unpackBundle } from '../bundle/unpackBundle.ts'
import { checkRecord } from '../checkRecord.ts'
import { readRecord } from '../read/readRecord.ts'
import type {
  Verified,
  VerifyProgress,
  VerifyRequest,
  VerifySource,
} from './messages.ts'

export type Watching = {
  onProgress: (progress: VerifyProgress) => void
  signal: AbortSignal
}

export async function verifySource(
  { documents: given, source }: VerifyRequest,
  watching: Watching,
): Promise<Verified> {
  const { documents: bundled, record } = await readSource(source, watching)
  const documents = new Map([...bundled, ...(given ?? [])])
  const { onProgress, signal } = watching
  const findings = await checkRecord(record, {
    ...(documents.size > 0 ? { documents } : {}),
    onProgress: (progress) => {
      onProgress({ part: 'checking', ...progress })
    },
    signal,
  })
  const { block, chainId, factory, round } = record
  return { chainId, round, factory, block, findings }
}

async function readSource(
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
  return { record, documents: new Map() }
}
