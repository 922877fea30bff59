/** The digest of a published document: the sha2-256 of the file as it is. */
import { readFile } from 'node:fs/promises'
import { type Hash, sha256 } from 'viem'
import { BaseError } from '../../protocol/errors.ts'

export type DigestedFile = {
  file: string
  digest: Hash
  /** It carries bits that make its digest impossible to guess. */
  hasRandom: boolean
}

export async function digestFile(file: string): Promise<DigestedFile> {
  const bytes = await readBytes(file)
  return { file, digest: sha256(bytes), hasRandom: hasRandom(bytes) }
}

/** For acts: a short text could be guessed from its digest, once deleted. */
export async function digestDocument(
  file: string,
  { asIs = false }: { asIs?: boolean | undefined } = {},
): Promise<Hash> {
  const { digest, hasRandom } = await digestFile(file)
  if (!hasRandom && !asIs) throw new DocumentBareError({ file })
  return digest
}

/** The field `random` with 128 bits, as in sample/documents. */
function hasRandom(bytes: Uint8Array): boolean {
  try {
    const content: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (typeof content !== 'object' || content === null) return false
    const { random } = content as { random?: unknown }
    return typeof random === 'string' && /^[0-9a-f]{32,}$/i.test(random)
  } catch {
    return false
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new DocumentUnreadableError({ file, cause })
  }
}

export class DocumentUnreadableError extends BaseError {
  override name = 'DocumentUnreadableError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`Cannot read ${file}.`, {
      metaMessages: ['Expected a file with the document’s text.'],
      cause,
    })
  }
}

export class DocumentBareError extends BaseError {
  override name = 'DocumentBareError'

  constructor({ file }: { file: string }) {
    super(`${file} holds no random bits.`, {
      metaMessages: [
        'Who knows its digest could guess a short text, also once it is deleted.',
        `Wrap it with \`dure document new ${file} OUT.json\` and name that file, or give --as-is.`,
      ],
    })
  }
}
