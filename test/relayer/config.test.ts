// the settings of a relayer
// ├── the key: in a variable, in a file, in an encrypted file
// │   └── given any mistake → ConfigError that says it, and no secret
// ├── given several faults → all of them at once
// └── given nothing but what is needed → the rest as described
import { expect } from 'chai'
import { chmod } from 'node:fs/promises'
import { createKeyFile, decryptKeyFile } from '../../cli/keys/keyFile.ts'
import { ConfigError, readConfig } from '../../relayer/config/readConfig.ts'
import { inTemporaryFolder } from '../cli/inTemporaryFolder.ts'
import { keyOf } from '../cli/support/commandChain.ts'

describe('readConfig', function () {
  this.timeout(60_000)
  const folder = inTemporaryFolder()
  const key = keyOf('relayer')
  const address = '0x00000000000000000000000000000000000d02e5'
  const passphrase = 'a good long passphrase'
  const needed = {
    DURE_RPC_URL: 'http://127.0.0.1:8545',
    DURE_FACTORY: address,
    DURE_RECEIPTS: address,
    DURE_DATA_FOLDER: '/var/lib/dure',
  }
  let encrypted: { file: string; key: string }

  before(async () => {
    const file = folder.pathOf('relayer.json')
    await createKeyFile(file, passphrase)
    const inside = await decryptKeyFile(file, () => Promise.resolve(passphrase))
    encrypted = { file, key: inside }
  })

  const write = async (name: string, text: string, mode = 0o600) => {
    const file = await folder.write(name, text)
    await chmod(file, mode)
    return file
  }
  const faultsOf = (env: Record<string, string>): readonly string[] => {
    try {
      readConfig({ ...needed, ...env })
    } catch (error) {
      if (error instanceof ConfigError) return error.faults
      throw error
    }
    return []
  }

  it('takes the key of a variable, with or without 0x', () => {
    for (const text of [key, key.slice(2), ` ${key}\n`])
      expect(readConfig({ ...needed, DURE_RELAYER_KEY: text }).key).to.equal(
        key,
      )
  })

  it('takes the key of a file that others cannot read', async () => {
    for (const mode of [0o600, 0o400, 0o440]) {
      const file = await write('key', `${key}\n`, mode)
      const env = { ...needed, DURE_RELAYER_KEY_FILE: file }
      expect(readConfig(env).key).to.equal(key)
      await chmod(file, 0o600)
    }
  })

  it('takes the key of an encrypted file', async () => {
    const env = {
      ...needed,
      DURE_RELAYER_KEY_FILE: encrypted.file,
      DURE_PASSPHRASE_FILE: await write('passphrase', `${passphrase}\nmore`),
    }
    expect(readConfig(env).key).to.equal(encrypted.key)
  })

  it('refuses every mistake about the key, and repeats no secret', async () => {
    const plain = await write('plain', key)
    const open = await write('open', key, 0o644)
    const right = await write('right', passphrase)
    const { file } = encrypted
    const rows: Record<string, string>[] = [
      {},
      { DURE_RELAYER_KEY: '', DURE_RELAYER_KEY_FILE: '' },
      { DURE_RELAYER_KEY: key, DURE_RELAYER_KEY_FILE: plain },
      { DURE_RELAYER_KEY: key.slice(0, -1) },
      { DURE_RELAYER_KEY: `0x${'0'.repeat(64)}` },
      { DURE_RELAYER_KEY: `0x${'f'.repeat(64)}` },
      { DURE_RELAYER_KEY_FILE: folder.pathOf('nowhere') },
      { DURE_RELAYER_KEY_FILE: folder.pathOf('.') },
      { DURE_RELAYER_KEY_FILE: open },
      { DURE_RELAYER_KEY_FILE: await write('short', key.slice(0, -1)) },
      { DURE_RELAYER_KEY_FILE: await write('json', '{"key":1}') },
      { DURE_RELAYER_KEY_FILE: file },
      { DURE_RELAYER_KEY_FILE: file, DURE_PASSPHRASE_FILE: 'nowhere' },
      {
        DURE_RELAYER_KEY_FILE: file,
        DURE_PASSPHRASE_FILE: await write('wrong', `${passphrase}!`),
      },
      {
        DURE_RELAYER_KEY_FILE: file,
        DURE_PASSPHRASE_FILE: await write('shown', passphrase, 0o604),
      },
    ]
    const told = rows.map((row) => faultsOf(row))
    for (const faults of told) {
      expect(faults).to.have.length(1)
      expect(faults[0]).to.match(/DURE_/)
      expect(faults[0]).not.to.include(key.slice(2, 20))
      expect(faults[0]).not.to.include(passphrase)
    }
    // Each says something of its own, but for the two ways to give none.
    expect(new Set(told.flat()).size).to.be.at.least(11)
    expect(
      faultsOf({ DURE_RELAYER_KEY_FILE: file, DURE_PASSPHRASE_FILE: right }),
    ).to.be.empty
  })

  it('tells everything that is wrong at once', () => {
    const faults = faultsOf({
      DURE_RPC_URL: 'nowhere',
      DURE_FACTORY: '0x1',
      DURE_DATA_FOLDER: '',
      PORT: '65536',
    })
    const names = ['DURE_RPC_URL', 'DURE_FACTORY', 'PORT']
    for (const name of [...names, 'DURE_RELAYER_KEY', 'DURE_DATA_FOLDER'])
      expect(
        faults.some((fault) => fault.startsWith(name)),
        name,
      ).to.be.true
    expect(faults).to.have.length(5)
  })
})
