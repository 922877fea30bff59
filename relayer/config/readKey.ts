/** The relayer's private key: in a variable, or in a file that is kept from others. */
import { scryptSync } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import type * as Ethers from 'ethers'
import { type Hex, hexToBytes } from 'viem'

export type KeyVariables = Readonly<
  Partial<
    Record<
      'DURE_RELAYER_KEY' | 'DURE_RELAYER_KEY_FILE' | 'DURE_PASSPHRASE_FILE',
      string
    >
  >
>

/** The key, or what is wrong, in words that never hold a secret. */
export type ReadKey = { key: Hex } | { fault: string }

export function readKey(variables: KeyVariables): ReadKey {
  const { DURE_RELAYER_KEY: text, DURE_RELAYER_KEY_FILE: file } = variables
  if (text && file)
    return fault('Give DURE_RELAYER_KEY or DURE_RELAYER_KEY_FILE, not both.')
  if (text) return parseKey('DURE_RELAYER_KEY', text)
  if (file) return readKeyFile(file, variables.DURE_PASSPHRASE_FILE)
  return fault('DURE_RELAYER_KEY or DURE_RELAYER_KEY_FILE is missing.')
}

function readKeyFile(file: string, passphraseFile?: string): ReadKey {
  const name = 'DURE_RELAYER_KEY_FILE'
  const read = readText(name, file)
  if ('fault' in read) return read
  if (read.text.trimStart().startsWith('{'))
    return decrypt(name, read.text, passphraseFile)
  if (isOpenToOthers(file)) return fault(openToOthers(name))
  return parseKey(name, read.text)
}

/** Of an Ethereum keystore v3, as `dure key new` makes it. */
function decrypt(name: string, json: string, passphraseFile = ''): ReadKey {
  const ethers = loadEthers()
  if (!ethers.isKeystoreJson(json))
    return fault(`${name} names a file of JSON that is no keystore.`)
  const variable = 'DURE_PASSPHRASE_FILE'
  if (passphraseFile === '')
    return fault(`${name} names an encrypted key: ${variable} is missing.`)
  const read = readText(variable, passphraseFile)
  if ('fault' in read) return read
  if (isOpenToOthers(passphraseFile)) return fault(openToOthers(variable))
  const [passphrase = ''] = read.text.split(/\r?\n/, 1)
  try {
    const { privateKey } = ethers.decryptKeystoreJsonSync(json, passphrase)
    return parseKey(name, privateKey)
  } catch {
    // What it says besides tells no more, and could hold a secret.
    return fault(`${name} does not open with the passphrase of ${variable}.`)
  }
}

function parseKey(name: string, text: string): ReadKey {
  const digits = /^(?:0x)?([0-9a-f]{64})$/i.exec(text.trim())?.[1]
  const key: Hex = `0x${digits ?? ''}`
  const isKey = secp256k1.utils.isValidSecretKey(hexToBytes(key))
  return isKey ? { key } : fault(`${name} is no private key.`)
}

function readText(name: string, file: string): { text: string } | Fault {
  try {
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return fault(`${name} names a file that cannot be read (${String(code)}).`)
  }
}

/** A group may read: Kubernetes mounts secrets so. Windows has no such modes. */
function isOpenToOthers(file: string): boolean {
  if (process.platform === 'win32') return false
  return (statSync(file).mode & 0o007) !== 0
}

function openToOthers(name: string): string {
  return `${name} names a file that everybody on this machine may read or change: chmod 600.`
}

type Fault = { fault: string }

function fault(text: string): Fault {
  return { fault: text }
}

/** Only where a keystore is opened: it takes a while to load. */
function loadEthers(): typeof Ethers {
  const require = createRequire(import.meta.url)
  const ethers = require('ethers') as typeof Ethers
  // Node's own is ten times as fast.
  ethers.scryptSync.register((passphrase, salt, N, r, p, length) =>
    scryptSync(passphrase, salt, length, { N, r, p, maxmem: 256 * N * r }),
  )
  return ethers
}
