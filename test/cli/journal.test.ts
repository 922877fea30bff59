// fileJournal
// ├── keeps deliveries for the next process; one a nonce; removed ones are gone
// ├── in files of this user alone, beside which others may stand
// ├── given a file that is no delivery → JournalFileError, which names it
// └── given a folder that cannot be made → its error
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'chai'
import type { Delivery } from '../../chain/delivery/journal.ts'
import { fileJournal, JournalFileError } from '../../cli/journal.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'

const delivery: Delivery = {
  act: `0x${'ab'.repeat(32)}`,
  functionName: 'castBallots',
  chainId: 31_337,
  from: `0x${'11'.repeat(20)}`,
  nonce: 7,
  transactions: ['0x02'],
}

describe('fileJournal', () => {
  const folder = inTemporaryFolder()

  it('keeps deliveries until they are removed', async () => {
    const place = folder.pathOf('kept/journal')
    const journal = fileJournal(place)
    expect(await journal.load()).to.deep.equal([])
    const raised = { ...delivery, transactions: ['0x02', '0x03'] as const }
    const next = { ...delivery, nonce: 8 }
    for (const one of [delivery, raised, next]) await journal.save(one)
    expect(await fileJournal(place).load()).to.have.deep.members([raised, next])
    await journal.remove(raised)
    await journal.remove(raised)
    expect(await fileJournal(place).load()).to.deep.equal([next])
  })

  it('writes for this user alone, and passes other files over', async () => {
    const place = folder.pathOf('own')
    const journal = fileJournal(place)
    await journal.save(delivery)
    await folder.write('own/notes.txt', 'mine')
    await journal.exclusively(() => folder.write('own/also.txt', 'mine'))
    expect(await journal.load()).to.deep.equal([delivery])
    expect((await stat(place)).mode & 0o777).to.equal(0o700)
    expect(await readdir(place)).not.to.include('lock')
  })

  it('refuses a file that is no delivery', async () => {
    const place = folder.pathOf('broken')
    const journal = fileJournal(place)
    await journal.save(delivery)
    const [name = ''] = await readdir(place)
    const broken = [
      'no JSON',
      'null',
      '[]',
      jsonText(delivery).slice(0, -3),
      ...[
        { act: '0xab' },
        { functionName: 1 },
        { chainId: '31337' },
        { from: 'somebody' },
        { nonce: 0.5 },
        { transactions: [] },
        { transactions: ['signed'] },
      ].map((change) => jsonText({ ...delivery, ...change })),
    ]
    for (const text of broken) {
      const file = await folder.write(path.join('broken', name), text)
      const error = await expectRejection(journal.load(), JournalFileError)
      expect(error.file, text).to.equal(file)
    }
  })

  it('says why where nothing can be kept', async () => {
    const file = await folder.write('taken', '')
    const journal = fileJournal(path.join(file, 'journal'))
    const saving = journal.save(delivery)
    expect(await saving.catch((error: unknown) => error)).to.have.property(
      'code',
      'ENOTDIR',
    )
  })
})
