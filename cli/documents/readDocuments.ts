/** Published documents of a folder, by their sha2-256 digests. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Hash } from 'viem'
import { UsageError } from '../usageError.ts'

export async function readDocuments(
  folder: string,
): Promise<Map<Hash, Uint8Array>> {
  const documents = new Map<Hash, Uint8Array>()
  for (const file of await listFiles(folder)) {
    const bytes = Uint8Array.from(await readFile(file))
    const digest = createHash('sha256').update(bytes).digest('hex')
    documents.set(`0x${digest}`, bytes)
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
