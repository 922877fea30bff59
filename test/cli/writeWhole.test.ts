// writeWhole
// ├── replaces an older file as a whole, leaves nothing beside it
// ├── given a folder in its place → refuses, leaves nothing beside it
// └── checkWritable refuses a missing folder, and a folder as the file
// jsonText
// └── bigints: numbers where exact, else decimal strings
import { expect } from 'chai'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { jsonText } from '../../protocol/jsonText.ts'
import {
  CannotWriteError,
  checkWritable,
  writeWhole,
} from '../../cli/writeWhole.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'

describe('writeWhole', () => {
  const folder = inTemporaryFolder()

  it('replaces an older file', async () => {
    const file = await folder.write('a.json', 'older')
    await writeWhole(file, 'newer')
    expect(await readFile(file, 'utf8')).to.equal('newer')
    expect(await readdir(path.dirname(file))).to.deep.equal(['a.json'])
  })

  it('leaves nothing behind when it fails', async () => {
    const place = folder.pathOf('inner')
    await mkdir(path.join(place, 'taken'), { recursive: true })
    const writing = writeWhole(path.join(place, 'taken'), 'text')
    await expectRejection(writing, CannotWriteError)
    expect(await readdir(place)).to.deep.equal(['taken'])
  })

  it('says beforehand where it could not write', async () => {
    await checkWritable(folder.pathOf('new.json'))
    const missing = folder.pathOf('no/such.json')
    await expectRejection(checkWritable(missing), CannotWriteError)
    await expectRejection(checkWritable(folder.pathOf('.')), CannotWriteError)
  })
})

describe('jsonText', () => {
  it('writes a bigint as a number where that is exact', () => {
    const content = { safe: 9_007_199_254_740_991n, big: 2n ** 60n }
    expect(jsonText(content)).to.equal(
      '{\n  "safe": 9007199254740991,\n  "big": "1152921504606846976"\n}\n',
    )
  })
})
