/** Files for a proposal: taken up if they are of a kind and a size that relayers take. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Hash, sha256 } from 'viem'
import {
  mostAttachments,
  mostBytesOfDocument,
} from '../../../../../protocol/document.ts'
import { detectType } from '../../../../../protocol/mediaType.ts'
import { useConfig } from '../../../config/useConfig.ts'
import { keepFile, readFile } from '../../../documents/keptFiles.ts'
import { plain } from '../../../documents/roundDocument.ts'
import { documentQuery } from '../../../queries/documents.ts'
import type { DraftFile } from './draft.ts'

/** `unkept`: this browser keeps no files. */
export type FileProblem = 'kind' | 'size' | 'same' | 'many' | 'unkept'

export const acceptedTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
] as const

const longestName = 200

export async function takeFile(
  file: File,
  taken: readonly DraftFile[],
): Promise<DraftFile | FileProblem> {
  if (taken.length >= mostAttachments) return 'many'
  if (file.size > mostBytesOfDocument) return 'size'
  const bytes = new Uint8Array(await file.arrayBuffer())
  // By what it is: a name can be given to anything.
  const type = detectType(bytes)
  if (!acceptedTypes.some((one) => one === type) || !type) return 'kind'
  const digest = sha256(bytes)
  if (taken.some((one) => one.digest === digest)) return 'same'
  try {
    await keepFile(digest, bytes)
  } catch {
    return 'unkept'
  }
  const name = plain(file.name).slice(-longestName)
  return { digest, type, name, size: bytes.length }
}

/** So that the preview opens them as it opens those of a relayer. */
export function useOwnFiles(digests: readonly Hash[]): void {
  const queries = useQueryClient()
  const { relayers } = useConfig()
  const wanted = digests.join()
  useEffect(() => {
    for (const digest of wanted.split(',').filter(Boolean) as Hash[])
      void readFile(digest).then((bytes) => {
        const { queryKey } = documentQuery(relayers, digest)
        const found = bytes && { digest, bytes, content: null }
        if (found) queries.setQueryData(queryKey, found)
      })
  }, [queries, relayers, wanted])
}
