/** Makes a locked file of new secrets, which counts only once it was read back. */
import {
  printTrusteeFile,
  type TrusteeFile,
} from '../../../../../chain/trustee/trusteeFile.ts'
import { saveFile } from '../../../components/saveFile.ts'
import { lockText } from './cipher.ts'
import type { OpenedFile } from './openedFile.ts'

const mediaType = 'application/octet-stream'

export async function makeFile(
  name: string,
  passphrase: string,
  content: TrusteeFile,
): Promise<OpenedFile> {
  const armored = await lockText(printTrusteeFile(content), passphrase)
  const made = { name, passphrase, content, armored, isUnsaved: true }
  handOut(made)
  return made
}

export function handOut({ armored, name }: OpenedFile): void {
  saveFile(name, armored, mediaType)
}

/** True if what was read back from the disk is what was made. */
export function isSameFile(made: OpenedFile, read: OpenedFile): boolean {
  return printTrusteeFile(made.content) === printTrusteeFile(read.content)
}
