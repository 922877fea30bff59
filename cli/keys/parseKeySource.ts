/** Reads --key: where a private key is to be found, never the key itself. */
import { BaseError } from '../../protocol/errors.ts'

export type KeySource =
  | { kind: 'env'; name: string }
  | { kind: 'file'; path: string }
  | { kind: 'keystore'; name: string }

const expected =
  'Expected env:NAME (a variable that holds it), file:PATH (an encrypted key file) or keystore:NAME (Hardhat’s keystore).'

export function parseKeySource(text: string | undefined): KeySource {
  if (text === undefined) throw new KeyMissingError()
  if (holdsKey(text)) throw new RawKeyError()
  const [, kind, rest = ''] = /^(env|file|keystore):(.+)$/s.exec(text) ?? []
  if (kind === 'file') return { kind, path: rest }
  if ((kind === 'env' || kind === 'keystore') && /^[A-Za-z_]\w*$/.test(rest))
    return { kind, name: rest }
  throw new KeySourceError()
}

/** 64 hexadecimal digits anywhere, or the words of a seed phrase. */
export function holdsKey(text: string): boolean {
  return /[0-9a-f]{64}/i.test(text) || /^([a-z]+\s+){11,}[a-z]+$/.test(text)
}

export class KeyMissingError extends BaseError {
  override name = 'KeyMissingError'

  constructor() {
    super('It is not said whose key signs.', {
      metaMessages: ['Give --key SOURCE, or set DURE_KEY.', expected],
    })
  }
}

/** Does not repeat the text, which may be a key. */
export class KeySourceError extends BaseError {
  override name = 'KeySourceError'

  constructor() {
    super('--key names no source of a key.', { metaMessages: [expected] })
  }
}

export class RawKeyError extends BaseError {
  override name = 'RawKeyError'

  constructor() {
    super('A private key does not belong on the command line.', {
      metaMessages: [
        'Other programs and the shell’s history can read it there: hold it for known, and use another.',
        'Encrypt one with `dure key new FILE`, then give --key file:FILE.',
      ],
    })
  }
}
