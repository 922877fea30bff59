/** Encrypted key files: Ethereum keystore v3 JSON, as wallets write it. */
import { readFile, writeFile } from 'node:fs/promises'
import { type Address, type Hex, isAddress } from 'viem'
import { generatePrivateKey } from 'viem/accounts'
import { BaseError } from '../../protocol/errors.ts'
import { loadEthers } from './loadEthers.ts'
import { toHexKey } from './toHexKey.ts'

/** The private key in a file. */
export async function decryptKeyFile(
  file: string,
  readPassphrase: () => Promise<string>,
): Promise<Hex> {
  const json = await readText(file)
  // A JSON that is no key file is told apart before anybody types.
  addressIn(file, json)
  const passphrase = await readPassphrase()
  const { Wallet } = await loadEthers()
  try {
    const { privateKey } = await Wallet.fromEncryptedJson(json, passphrase)
    return toHexKey(privateKey) ?? failed(file)
  } catch {
    // ethers' error tells no more, and a secret has no place in a cause.
    throw new KeyFileLockedError({ file })
  }
}

/** Makes a new key and answers its address; never replaces a file. */
export async function createKeyFile(
  file: string,
  passphrase: string,
): Promise<Address> {
  const { Wallet } = await loadEthers()
  const wallet = new Wallet(generatePrivateKey())
  const json = await wallet.encrypt(passphrase)
  try {
    await writeFile(file, `${json}\n`, { flag: 'wx', mode: 0o600 })
  } catch (cause) {
    throw new KeyFileWriteError({ file, cause })
  }
  return addressIn(file, json)
}

/** The address that a file says it holds the key of. */
export async function readKeyFileAddress(file: string): Promise<Address> {
  return addressIn(file, await readText(file))
}

function addressIn(file: string, json: string): Address {
  const digits = /"address"\s*:\s*"(?:0x)?([0-9a-f]{40})"/i.exec(json)?.[1]
  const address = `0x${digits?.toLowerCase() ?? ''}`
  if (!isAddress(address) || !/"crypto"\s*:/i.test(json)) return failed(file)
  return address
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new KeyFileError({ file, cause })
  }
}

function failed(file: string): never {
  throw new KeyFileError({ file })
}

export class KeyFileError extends BaseError {
  override name = 'KeyFileError'

  constructor({ file, cause }: { file: string; cause?: unknown }) {
    super(`${file} is no encrypted key file.`, {
      metaMessages: [
        'Expected an Ethereum keystore of version 3, such as `dure key new` makes.',
      ],
      cause,
    })
  }
}

export class KeyFileLockedError extends BaseError {
  override name = 'KeyFileLockedError'

  constructor({ file }: { file: string }) {
    super(`${file} does not open.`, {
      metaMessages: ['The passphrase is wrong, or the file is damaged.'],
    })
  }
}

export class KeyFileWriteError extends BaseError {
  override name = 'KeyFileWriteError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`Cannot make ${file}.`, {
      metaMessages: [
        'Expected a name in an existing folder that is not taken: a key file is never replaced.',
      ],
      cause,
    })
  }
}
