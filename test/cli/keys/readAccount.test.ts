// parseKeySource
// ├── given env:, file:, keystore: → where to look
// ├── given nothing → KeyMissingError
// ├── given a key or a seed phrase → RawKeyError
// └── given anything else → KeySourceError
// readAccount
// ├── from a variable, with or without 0x → its account
// ├── given a variable without a key → NoKeyError
// ├── from Hardhat's keystore → its account, or KeystoreError
// ├── from a key file → its account; a wrong passphrase → KeyFileLockedError
// └── given a file that is none → KeyFileError, before anybody types
// dure key
// ├── new → a file for its owner only, that opens again; never twice
// └── show → the address
// a key
// └── is never told: not by an option, an argument, an error or DEBUG
import { stat } from 'node:fs/promises'
import { expect } from 'chai'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { privateKeyToAccount } from 'viem/accounts'
import {
  createKeyFile,
  KeyFileError,
  KeyFileLockedError,
  KeyFileWriteError,
} from '../../../cli/keys/keyFile.ts'
import {
  KeyMissingError,
  KeySourceError,
  parseKeySource,
  RawKeyError,
} from '../../../cli/keys/parseKeySource.ts'
import { PassphraseMissingError } from '../../../cli/keys/passphrase.ts'
import { NoKeyError, readAccount } from '../../../cli/keys/readAccount.ts'
import { KeystoreError } from '../../../cli/keys/readHardhatKeystore.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { address } from '../../protocol/makeRules.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'
import { keyOf } from '../support/commandChain.ts'
import { makeSurroundings, runCommand } from '../support/runCommand.ts'

const key = keyOf('somebody')
const digits = key.slice(2)
const account = privateKeyToAccount(key).address
const phrase = `${'test '.repeat(11)}junk`

describe('parseKeySource', () => {
  it('tells where to look', () => {
    expect(parseKeySource('env:MY_KEY')).to.deep.equal({
      kind: 'env',
      name: 'MY_KEY',
    })
    expect(parseKeySource('file:a b/key.json')).to.deep.equal({
      kind: 'file',
      path: 'a b/key.json',
    })
    expect(parseKeySource('keystore:MY_KEY')).to.deep.equal({
      kind: 'keystore',
      name: 'MY_KEY',
    })
  })

  it('refuses nothing', () => {
    expect(() => parseKeySource(undefined)).to.throw(KeyMissingError)
  })

  for (const text of [key, digits, `env:${key}`, `file:${digits}`, phrase])
    it(`refuses a key as such: ${text.slice(0, 8)}…`, () => {
      expect(() => parseKeySource(text))
        .to.throw(RawKeyError)
        .with.property('message')
        .that.does.not.include(text)
    })

  for (const text of ['', 'KEY', 'env:', 'env:A-B', 'http:x', 'keystore:a b'])
    it(`refuses "${text}"`, () => {
      expect(() => parseKeySource(text)).to.throw(KeySourceError)
    })
})

describe('readAccount', function () {
  // A key file costs a second of scrypt.
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  const read = (text: string, env: Record<string, string> = {}) =>
    readAccount(makeSurroundings({ env }), text)

  it('reads a variable', async () => {
    const found = await read('env:KEY', { KEY: key })
    expect(found.address).to.equal(account)
    const bare = await read('env:KEY', { KEY: ` ${digits}\n` })
    expect(bare.address).to.equal(account)
  })

  for (const text of ['', '0x12', `${key}0`, `0x${'00'.repeat(32)}`])
    it(`refuses a variable with "${text.slice(0, 6)}"`, async () => {
      const error = await expectRejection(
        read('env:KEY', { KEY: text }),
        NoKeyError,
      )
      if (text !== '') expect(error.message).not.to.include(text)
    })

  it('reads what Hardhat’s keystore would give', async () => {
    process.env['DURE_TEST_KEY'] = key
    try {
      expect((await read('keystore:DURE_TEST_KEY')).address).to.equal(account)
    } finally {
      delete process.env['DURE_TEST_KEY']
    }
  })

  it('refuses a name that Hardhat’s keystore does not have', async () => {
    await expectRejection(read('keystore:DURE_NO_KEY'), KeystoreError)
  })

  it('reads a key file, and refuses another passphrase', async () => {
    const file = folder.pathOf('key.json')
    const address = await createKeyFile(file, 'open sesame')
    const words = await folder.write('words.txt', 'open sesame\n')
    const env = { DURE_PASSPHRASE_FILE: words }
    const found = await read(`file:${file}`, env)
    expect(found.address.toLowerCase()).to.equal(address)
    await expectRejection(
      read(`file:${file}`, { DURE_PASSPHRASE: 'open' }),
      KeyFileLockedError,
    )
  })

  it('refuses another file before anybody types', async () => {
    const file = await folder.write('other.json', '{"address":"0x1"}')
    await expectRejection(read(`file:${file}`), KeyFileError)
    await expectRejection(read('file:nowhere.json'), KeyFileError)
  })
})

describe('dure key', function () {
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  const env = { DURE_PASSPHRASE: 'open sesame' }

  it('makes a file once, for its owner only, and shows its address', async () => {
    const file = folder.pathOf('key.json')
    const made = await runCommand(['key', 'new', file], { env })
    expect(made.code).to.equal(0)
    expect((await stat(file)).mode & 0o777).to.equal(0o600)
    const shown = await runCommand(['key', 'show', file])
    expect(shown.stdout).to.equal(made.stdout)
    const again = await runCommand(['key', 'new', file], { env })
    expect(again.error).to.be.instanceOf(KeyFileWriteError)
  })

  it('refuses to make one without a passphrase', async () => {
    const run = await runCommand(['key', 'new', folder.pathOf('new.json')])
    expect(run.error).to.be.instanceOf(PassphraseMissingError)
    expect(run.code).to.equal(2)
  })

  it('takes a passphrase typed twice', async () => {
    const file = folder.pathOf('typed.json')
    const typed = 'abc\nabc\n'
    const made = await runCommand(['key', 'new', file], { typed })
    expect(made.code).to.equal(0)
    expect(made.stderr).not.to.include('abc')
  })
})

describe('a key', () => {
  const round = ['--round', address(1), '--rpc']

  const misplaced: [name: string, args: string[]][] = [
    ['as --key', ['role', 'accept', 'admin', '--key', key]],
    ['as an argument', ['role', 'accept', key]],
    ['as one argument more', ['role', 'accept', 'admin', key]],
    ['as an unknown option', ['cancel', `--private-key=${key}`]],
    ['as a number', ['answer', key, 'answer.json']],
    ['as an address', ['role', 'offer', 'admin', key, '--key', 'env:KEY']],
  ]
  for (const [name, args] of misplaced)
    it(`is not told when it is given ${name}`, async () => {
      const run = await runCommand(args, { env: { DEBUG: '1' } })
      expect(run.code).to.equal(2)
      expect(run.stderr + run.stdout).not.to.include(digits)
    })

  it('is not told by what a node answers, also with DEBUG', async () => {
    const server = createServer((_request, response) => {
      response.end(
        '{"jsonrpc":"2.0","id":1,"error":{"code":-1,"message":"no"}}',
      )
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    const args = ['role', 'accept', 'admin', '--key', 'env:KEY', ...round]
    const env = { KEY: key, DEBUG: '1' }
    const run = await runCommand([...args, `http://127.0.0.1:${port}`], { env })
    server.close()
    expect(run.code).to.equal(2)
    expect(run.stderr + run.stdout).not.to.include(digits)
  })
})
