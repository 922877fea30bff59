/** Reads a receipt that a relayer signed from its file. */
import { readFile } from 'node:fs/promises'
import { BaseError } from '../../protocol/errors.ts'
import {
  parseReceiptFile,
  ReceiptMalformedError,
} from '../../protocol/receipt/receiptFile.ts'
import type { SignedReceipt } from '../../protocol/receipt/receipt.ts'

export async function readReceiptFile(file: string): Promise<SignedReceipt> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (cause) {
    throw new ReceiptFileError({ file, reason: 'it cannot be read', cause })
  }
  try {
    return parseReceiptFile(JSON.parse(text))
  } catch (cause) {
    throw new ReceiptFileError({ file, reason: reasonOf(cause), cause })
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof ReceiptMalformedError)) return 'it is no JSON'
  const { field } = error
  return field === undefined ? 'it is no object' : `its ${field}`
}

export class ReceiptFileError extends BaseError {
  override name = 'ReceiptFileError'

  constructor({
    file,
    reason,
    cause,
  }: {
    file: string
    reason: string
    cause: unknown
  }) {
    super(`${file} is no receipt of a relayer: ${reason}.`, {
      metaMessages: ['docs/files.md tells what such a file holds.'],
      cause,
    })
  }
}
