/** Wraps a text in a document that cannot be guessed from its digest. */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { type DocumentKind, documentText } from '../../protocol/document.ts'
import { BaseError } from '../../protocol/errors.ts'
import { decodeOfficeText } from '../csv/decodeOfficeText.ts'
import { DocumentUnreadableError } from './digestFile.ts'

export type NewDocument = {
  kind: DocumentKind
  title?: string | undefined
  /** Files with the text in each language. */
  korean?: string | undefined
  english?: string | undefined
}

/** Never replaces a file: its digest may be on chain. */
export async function writeNewDocument(
  file: string,
  { english, kind, korean, title }: NewDocument,
): Promise<void> {
  const text = {
    ...(korean !== undefined && { ko: await readText(korean) }),
    ...(english !== undefined && { en: await readText(english) }),
  }
  const random = randomBytes(16).toString('hex')
  const content = { ...(title !== undefined && { title }), text }
  const made = documentText({ kind, random }, content)
  try {
    await writeFile(file, made, { flag: 'wx' })
  } catch (cause) {
    throw new DocumentWriteError({ file, cause })
  }
}

async function readText(file: string): Promise<string> {
  try {
    return decodeOfficeText(await readFile(file)).text.trim()
  } catch (cause) {
    throw new DocumentUnreadableError({ file, cause })
  }
}

export class DocumentWriteError extends BaseError {
  override name = 'DocumentWriteError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`Cannot make ${file}.`, {
      metaMessages: [
        'Expected a name in an existing folder that is not taken: a document is never replaced.',
      ],
      cause,
    })
  }
}
