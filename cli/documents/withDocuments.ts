/** Adds the published documents of a folder to a bundle, by their digests. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Hash, sha256 } from 'viem'
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import { UsageError } from '../usageError.ts'

/** The bundle with the documents of a folder beside its own. */
export async function withDocuments(
  bundle: Bundle,
  folder: string | undefined,
): Promise<Bundle> {
  if (folder === undefined) return bundle
  const documents = [...bundle.documents, ...(await readDocuments(folder))]
  return { ...bundle, documents: new Map(documents) }
}

async function readDocuments(folder: string): Promise<Map<Hash, Uint8Array>> {
  const documents = new Map<Hash, Uint8Array>()
  for (const file of await listFiles(folder)) {
    const bytes = Uint8Array.from(await readFile(file))
    documents.set(sha256(bytes), bytes)
  }
  return documents
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true })
    return found
      .filter((one) => one.isFile())
      .map(({ name }) => path.join(folder, name))
  } catch {
    throw new UsageError(
      `The documents in ${folder} cannot be read.`,
      'Expected a folder with the published files as they are.',
    )
  }
}
