/** The account of --key. The key stays inside it and is kept nowhere else. */
import { type Hex, isHex } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { BaseError } from '../../protocol/errors.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { decryptKeyFile } from './keyFile.ts'
import { type KeySource, parseKeySource } from './parseKeySource.ts'
import { readPassphrase } from './passphrase.ts'
import { readHardhatKeystore } from './readHardhatKeystore.ts'
import { toHexKey } from './toHexKey.ts'

export type KeySurroundings = Pick<
  Surroundings,
  'env' | 'err' | 'input' | 'stop'
>

export async function readAccount(
  surroundings: KeySurroundings,
  text: string | undefined,
): Promise<PrivateKeyAccount> {
  const source = parseKeySource(text)
  const key = await readKey(surroundings, source)
  try {
    return privateKeyToAccount(key)
  } catch {
    throw new NoKeyError({ where: describeSource(source) })
  }
}

async function readKey(
  surroundings: KeySurroundings,
  source: KeySource,
): Promise<Hex> {
  if (source.kind === 'file')
    return decryptKeyFile(source.path, () =>
      readPassphrase(surroundings, source.path),
    )
  const text =
    source.kind === 'env'
      ? surroundings.env[source.name]
      : await readHardhatKeystore(source.name)
  const key = toHexKey(text ?? '')
  if (isHex(key)) return key
  throw new NoKeyError({ where: describeSource(source) })
}

function describeSource(source: KeySource): string {
  if (source.kind === 'file') return `the file ${source.path}`
  return source.kind === 'env'
    ? `the variable ${source.name}`
    : `${source.name} of Hardhat’s keystore`
}

/** Says where it looked, never what it found. */
export class NoKeyError extends BaseError {
  override name = 'NoKeyError'

  constructor({ where }: { where: string }) {
    super(`There is no private key in ${where}.`, {
      metaMessages: ['Expected 64 hexadecimal digits, with or without 0x.'],
    })
  }
}
