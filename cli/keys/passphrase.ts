/** The passphrase of an encrypted file: from the environment or a terminal. */
import { readFile } from 'node:fs/promises'
import { BaseError } from '../../protocol/errors.ts'
import { askHidden } from '../frame/question.ts'
import type { Surroundings } from '../frame/surroundings.ts'

type Asking = Pick<Surroundings, 'env' | 'err' | 'input' | 'stop'>

/** Of a file that is there. */
export async function readPassphrase(
  surroundings: Asking,
  file: string,
): Promise<string> {
  const given = await givenPassphrase(surroundings)
  return given ?? (await askHidden(surroundings, `Passphrase of ${file}: `))
}

/** Of a file to be made: asked twice at a terminal. */
export async function readNewPassphrase(
  surroundings: Asking,
  file: string,
): Promise<string> {
  const passphrase = await givenOrAskedTwice(surroundings, file)
  if (passphrase === '') throw new PassphraseEmptyError()
  return passphrase
}

async function givenOrAskedTwice(
  surroundings: Asking,
  file: string,
): Promise<string> {
  const given = await givenPassphrase(surroundings)
  if (given !== undefined) return given
  const first = await askHidden(surroundings, `New passphrase of ${file}: `)
  const second = await askHidden(surroundings, 'Once more: ')
  if (first !== second) throw new PassphraseDiffersError()
  return first
}

async function givenPassphrase({
  env,
  input,
}: Asking): Promise<string | undefined> {
  const { DURE_PASSPHRASE: passphrase, DURE_PASSPHRASE_FILE: file } = env
  if (passphrase !== undefined) return passphrase
  if (file !== undefined) return readFirstLine(file)
  if (!input.isTTY) throw new PassphraseMissingError()
  return undefined
}

async function readFirstLine(file: string): Promise<string> {
  try {
    const text = await readFile(file, 'utf8')
    return text.split(/\r?\n/, 1)[0] ?? ''
  } catch (cause) {
    throw new PassphraseFileError({ file, cause })
  }
}

export class PassphraseMissingError extends BaseError {
  override name = 'PassphraseMissingError'

  constructor() {
    super('There is nobody to ask for the passphrase.', {
      metaMessages: ['Set DURE_PASSPHRASE_FILE or DURE_PASSPHRASE.'],
    })
  }
}

export class PassphraseFileError extends BaseError {
  override name = 'PassphraseFileError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`Cannot read ${file}, the file of DURE_PASSPHRASE_FILE.`, {
      metaMessages: ['Expected a file whose first line is the passphrase.'],
      cause,
    })
  }
}

export class PassphraseEmptyError extends BaseError {
  override name = 'PassphraseEmptyError'

  constructor() {
    super('The passphrase is empty.', {
      metaMessages: ['A file without a passphrase protects nothing.'],
    })
  }
}

export class PassphraseDiffersError extends BaseError {
  override name = 'PassphraseDiffersError'

  constructor() {
    super('The passphrase was not the same twice.', {
      metaMessages: ['Nothing was written. Try again.'],
    })
  }
}
