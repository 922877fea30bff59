/** Packs all that was read of a round into one file. */
import type { Hash } from 'viem'
import type { RoundRecord } from '../record.ts'
import { toBase64 } from './base64.ts'
import { bundleFormat, bundleVersion } from './bundleFormat.ts'
import { toCanonicalJson } from './canonicalJson.ts'
import { readStream } from './readStream.ts'

export type Bundle = {
  record: RoundRecord
  /** Published documents by their digests (sha2-256), not looked into. */
  documents: ReadonlyMap<Hash, Uint8Array>
}

/** `docs/protocol.md`, "Audit bundle". */
export async function packBundle({
  record,
  documents,
}: Bundle): Promise<Uint8Array> {
  const json = toCanonicalJson({
    format: bundleFormat,
    version: bundleVersion,
    record,
    documents: new Map(
      [...documents].map(([digest, bytes]) => [digest, toBase64(bytes)]),
    ),
  })
  const stream = new Blob([json]).stream()
  return readStream(stream.pipeThrough(new CompressionStream('gzip')))
}
