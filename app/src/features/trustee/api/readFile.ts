/** Reads a trustee's file from the disk by its passphrase. */
import { parseTrusteeFile } from '../../../../../chain/trustee/trusteeFile.ts'
import { openText } from './cipher.ts'
import type { OpenedFile } from './openedFile.ts'

export async function readTrusteeFile(
  file: File,
  passphrase: string,
): Promise<OpenedFile> {
  const armored = await file.text()
  const text = await openText(armored, passphrase)
  const content = parseTrusteeFile(text)
  return { name: file.name, passphrase, content, armored, isUnsaved: false }
}
