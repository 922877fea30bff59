// recordCache
// ├── what is saved is there for the next one, the last of a key
// ├── nothing of that key, or no folder → undefined
// ├── keys never leave the folder
// └── given no place to write → CannotWriteError
import { expect } from 'chai'
import { readdir } from 'node:fs/promises'
import { openRecordCache } from '../../cli/recordCache.ts'
import { CannotWriteError } from '../../cli/writeWhole.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'

describe('recordCache', () => {
  const folder = inTemporaryFolder()

  it('keeps what was saved last', async () => {
    const place = folder.pathOf('some/cache')
    const cache = openRecordCache(place)
    await cache.save('dure-logs-1/31337/0xab/7', 'older')
    await cache.save('dure-logs-1/31337/0xab/7', '{"to":"9"}')
    const later = openRecordCache(place)
    expect(await later.load('dure-logs-1/31337/0xab/7')).to.equal('{"to":"9"}')
    expect(await readdir(place)).to.deep.equal([
      'dure-logs-1_31337_0xab_7.json',
    ])
  })

  it('has nothing else', async () => {
    const cache = openRecordCache(folder.pathOf('none'))
    expect(await cache.load('dure-logs-1/1/0xab/7')).to.equal(undefined)
  })

  it('stays in its folder', async () => {
    const place = folder.pathOf('inner')
    await openRecordCache(place).save('../../outer', 'text')
    expect(await readdir(place)).to.deep.equal(['______outer.json'])
  })

  it('says where it cannot write', async () => {
    const file = await folder.write('file', '')
    const saving = openRecordCache(file).save('key', 'text')
    await expectRejection(saving, CannotWriteError)
  })
})
