/** Text under a passphrase, as the `age` tool reads and writes it too. */
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { BaseError } from '../../protocol/errors.ts'

/** Binary logarithm of scrypt's work; 18, age's own, is a few seconds. */
export const defaultWorkFactor = 18

export async function encryptText(
  text: string,
  passphrase: string,
  workFactor = defaultWorkFactor,
): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.setScryptWorkFactor(workFactor)
  encrypter.setPassphrase(passphrase)
  return armor.encode(await encrypter.encrypt(text))
}

export async function decryptText(
  armored: string,
  passphrase: string,
): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  const encrypted = decodeArmor(armored)
  try {
    return await decrypter.decrypt(encrypted, 'text')
  } catch (cause) {
    throw new PassphraseError({ cause })
  }
}

/** The work that a file was encrypted with: `-> scrypt SALT WORK`. */
export function workFactorOf(armored: string): number {
  const header = new TextDecoder().decode(decodeArmor(armored).slice(0, 200))
  const work = /^-> scrypt \S+ (\d+)$/m.exec(header)?.[1]
  return work === undefined ? defaultWorkFactor : Number(work)
}

function decodeArmor(armored: string): Uint8Array {
  try {
    return armor.decode(armored)
  } catch (cause) {
    throw new NotEncryptedError({ cause })
  }
}

export class PassphraseError extends BaseError {
  override name = 'PassphraseError'

  constructor({ cause }: { cause: unknown }) {
    super('The file does not open with this passphrase.', {
      metaMessages: [
        'Try the passphrase again; if it is right, the file is damaged: take its copy.',
      ],
      cause,
    })
  }
}

export class NotEncryptedError extends BaseError {
  override name = 'NotEncryptedError'

  constructor({ cause }: { cause: unknown }) {
    super('The file is no encrypted file of age.', {
      metaMessages: ['Expected "-----BEGIN AGE ENCRYPTED FILE-----".'],
      cause,
    })
  }
}
