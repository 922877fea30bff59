// writeJsonFile
// ├── replaces an older file as a whole, leaves nothing beside it
// ├── bigints: numbers where exact, else decimal strings
// ├── given a value that is no JSON → the older file stays
// └── checkWritable refuses a missing folder, and a folder as the file
import { expect } from 'chai'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import {
  CannotWriteError,
  checkWritable,
  writeJsonFile,
} from '../../cli/writeJsonFile.ts'
import { expectRejection } from '../protocol/expectRejection.ts'
import { inTemporaryFolder } from './inTemporaryFolder.ts'

describe('writeJsonFile', () => {
  const folder = inTemporaryFolder()

  it('replaces an older file', async () => {
    const file = await folder.write('a.json', 'older')
    await writeJsonFile(file, { safe: 9_007_199_254_740_991n, big: 2n ** 60n })
    expect(await readFile(file, 'utf8')).to.equal(
      '{\n  "safe": 9007199254740991,\n  "big": "1152921504606846976"\n}\n',
    )
    expect(await readdir(path.dirname(file))).to.deep.equal(['a.json'])
  })

  it('keeps the older file when it fails', async () => {
    const file = await folder.write('a.json', 'older')
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    await expectRejection(writeJsonFile(file, circle), CannotWriteError)
    expect(await readFile(file, 'utf8')).to.equal('older')
    expect(await readdir(path.dirname(file))).to.deep.equal(['a.json'])
  })

  it('says beforehand where it could not write', async () => {
    await checkWritable(folder.pathOf('new.json'))
    const missing = folder.pathOf('no/such.json')
    await expectRejection(checkWritable(missing), CannotWriteError)
    await expectRejection(checkWritable(folder.pathOf('.')), CannotWriteError)
  })
})
