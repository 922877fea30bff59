// trusteeStore
// ├── a new file: opened at once by its passphrase, by nobody else's
// ├── save: what is read is the latest; a crash in between leaves the old one
// ├── given a file that is there already → TrusteeFileExistsError
// ├── given another process at work → LockedError, a dead one is passed over
// └── given other content → NotEncryptedError, PassphraseError, TrusteeFileError
import { Decrypter, armor } from 'age-encryption'
import { expect } from 'chai'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { LockedError } from '../../../cli/lock.ts'
import {
  decryptText,
  encryptText,
  NotEncryptedError,
  PassphraseError,
} from '../../../chain/trustee/encryptText.ts'
import {
  emptyFile,
  findAttempt,
  TrusteeFileError,
  withAttempt,
} from '../../../chain/trustee/trusteeFile.ts'
import {
  createTrusteeFile,
  openTrusteeStore,
  TrusteeFileExistsError,
  TrusteeFileMissingError,
} from '../../../cli/trustee/trusteeStore.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { runAttempt } from '../../protocol/keyAttempt.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'

const passphrase = '넷 두레 모내기 품앗이'
/** Little work: this is no secret. */
const workFactor = 10
const round = `0x${'ab'.repeat(20)}` as const
const id = { chainId: 1n, round }

describe('trusteeStore', () => {
  const folder = inTemporaryFolder()

  async function create(name: string): Promise<string> {
    const path = folder.pathOf(name)
    await createTrusteeFile(path, passphrase, workFactor)
    return path
  }

  it('makes a file that the age tool opens', async () => {
    const path = await create('new.age')
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    const encrypted = armor.decode(await readFile(path, 'utf8'))
    const text = await decrypter.decrypt(encrypted, 'text')
    expect(JSON.parse(text)).to.deep.equal(emptyFile)
    expect((await stat(path)).mode & 0o777).to.equal(0o600)
  })

  it('keeps what was saved', async () => {
    const path = await create('saved.age')
    const state = (await runAttempt(2, 3)).states[0]!
    const store = await openTrusteeStore(path, passphrase)
    await store.save(withAttempt(store.read(), id, { state }))
    await store.close()
    const again = await openTrusteeStore(path, passphrase)
    expect(findAttempt(again.read(), id, 1)).to.deep.equal({ state })
    expect(findAttempt(again.read(), { ...id, chainId: 2n }, 1)).to.equal(
      undefined,
    )
    await again.close()
  })

  it('keeps several rounds, and one record an attempt', async () => {
    const { states } = await runAttempt(2, 3)
    const [first, second] = states.map((state) => ({ state }))
    const other = { chainId: 1n, round: `0x${'cd'.repeat(20)}` as const }
    let file = withAttempt(emptyFile, id, first!)
    file = withAttempt(file, other, first!)
    file = withAttempt(file, id, second!)
    expect(findAttempt(file, id, 1)).to.deep.equal(second)
    expect(findAttempt(file, other, 1)).to.deep.equal(first)
  })

  it('leaves the old file where a save did not come through', async () => {
    const path = await create('torn.age')
    await writeFile(`${path}.new`, 'half of a fi')
    const store = await openTrusteeStore(path, passphrase)
    expect(store.read()).to.deep.equal(emptyFile)
    await store.close()
  })

  it('refuses to write over a file', async () => {
    const path = await create('there.age')
    const again = createTrusteeFile(path, passphrase, workFactor)
    await expectRejection(again, TrusteeFileExistsError)
  })

  it('refuses a second process, and passes over a dead one', async () => {
    const path = await create('locked.age')
    const store = await openTrusteeStore(path, passphrase)
    const second = openTrusteeStore(path, passphrase)
    const { holder } = await expectRejection(second, LockedError)
    expect(holder).to.equal(process.pid)
    await store.close()
    // Above every id that Linux gives.
    await writeFile(`${path}.lock`, '4194305')
    await (await openTrusteeStore(path, passphrase)).close()
  })

  it('refuses another passphrase, and lets the file go', async () => {
    const path = await create('other.age')
    const wrong = openTrusteeStore(path, 'another')
    await expectRejection(wrong, PassphraseError)
    await (await openTrusteeStore(path, passphrase)).close()
  })

  it('refuses what is no trustee file', async () => {
    const plain = await folder.write('plain.age', '{}')
    await expectRejection(openTrusteeStore(plain, ''), NotEncryptedError)
    const missing = openTrusteeStore(folder.pathOf('missing.age'), '')
    await expectRejection(missing, TrusteeFileMissingError)
    for (const content of [
      'no JSON',
      '{}',
      JSON.stringify({ ...emptyFile, version: 2 }),
      JSON.stringify({ ...emptyFile, rounds: [{ chainId: 1 }] }),
    ]) {
      const text = await encryptText(content, passphrase, workFactor)
      const path = await folder.write('other-content.age', text)
      const opening = openTrusteeStore(path, passphrase)
      await expectRejection(opening, TrusteeFileError)
    }
  })
})

describe('decryptText', () => {
  it('refuses a changed file', async () => {
    const armored = await encryptText('secret', passphrase, workFactor)
    const bytes = armor.decode(armored)
    bytes[bytes.length - 1]! ^= 1
    const changed = decryptText(armor.encode(bytes), passphrase)
    await expectRejection(changed, PassphraseError)
  })
})
