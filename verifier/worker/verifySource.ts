/** Reads a round from a node or a bundle and checks it. */
import { checkRecord } from '../checkRecord.ts'
import type { Verified, VerifyRequest } from './messages.ts'
import { lookedAt, readSource, type Watching } from './readSource.ts'

export async function verifySource(
  { documents: given, source }: VerifyRequest,
  watching: Watching,
): Promise<Verified> {
  const bundle = await readSource(source, watching)
  const documents = new Map([...bundle.documents, ...(given ?? [])])
  const { onProgress, signal } = watching
  const findings = await checkRecord(bundle.record, {
    ...(documents.size > 0 ? { documents } : {}),
    onProgress: (progress) => {
      onProgress({ part: 'checking', ...progress })
    },
    signal,
  })
  return { ...lookedAt(bundle), findings }
}
