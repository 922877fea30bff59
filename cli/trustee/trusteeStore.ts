/** A trustee's encrypted file: made once, opened, and replaced in one step. */
import { readFile, stat } from 'node:fs/promises'
import { BaseError } from '../../protocol/errors.ts'
import type { SecretStore } from '../../chain/trustee/takeStep.ts'
import { type Lock, takeLock } from '../lock.ts'
import { replaceFile } from '../replaceFile.ts'
import {
  decryptText,
  encryptText,
  workFactorOf,
} from '../../chain/trustee/encryptText.ts'
import {
  emptyFile,
  parseTrusteeFile,
  printTrusteeFile,
  type TrusteeFile,
  TrusteeFileError,
} from '../../chain/trustee/trusteeFile.ts'

/** What is saved is on the disk, and was read back. */
export type TrusteeStore = SecretStore & { close(): Promise<void> }

/** Makes an empty file, which was opened once when this answers. */
export async function createTrusteeFile(
  path: string,
  passphrase: string,
  workFactor?: number,
): Promise<void> {
  if (await stat(path).catch(() => undefined))
    throw new TrusteeFileExistsError({ path })
  await write(path, emptyFile, { passphrase, workFactor })
}

export async function openTrusteeStore(
  path: string,
  passphrase: string,
): Promise<TrusteeStore> {
  // The other one may be at work for weeks.
  const lock = await takeLock({ file: `${path}.lock`, patience: 0 })
  try {
    return await openLocked(path, passphrase, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(
  path: string,
  passphrase: string,
  lock: Lock,
): Promise<TrusteeStore> {
  const encrypted = await readEncrypted(path)
  const workFactor = workFactorOf(encrypted)
  let file = parseTrusteeFile(await decryptText(encrypted, passphrase))
  return {
    read: () => file,
    async save(next) {
      await write(path, next, { passphrase, workFactor })
      file = next
    },
    close: () => lock.release(),
  }
}

async function write(
  path: string,
  file: TrusteeFile,
  {
    passphrase,
    workFactor,
  }: { passphrase: string; workFactor?: number | undefined },
): Promise<void> {
  const text = printTrusteeFile(file)
  const encrypted = await encryptText(text, passphrase, workFactor)
  await replaceFile(path, encrypted, async (written) => {
    if ((await decryptText(written, passphrase)) !== text)
      throw new TrusteeFileError('it was not read back as it was written')
  })
}

async function readEncrypted(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new TrusteeFileMissingError({ path, cause })
  }
}

export class TrusteeFileExistsError extends BaseError {
  override name = 'TrusteeFileExistsError'

  constructor({ path }: { path: string }) {
    super(`${path} is there already.`, {
      metaMessages: [
        'One file holds any number of rounds. Name a new one to start over.',
      ],
    })
  }
}

export class TrusteeFileMissingError extends BaseError {
  override name = 'TrusteeFileMissingError'

  constructor({ path, cause }: { path: string; cause: unknown }) {
    super(`Cannot read ${path}.`, {
      metaMessages: ['`dure trustee init FILE` makes a trustee file.'],
      cause,
    })
  }
}
