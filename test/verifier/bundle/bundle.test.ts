// packBundle, unpackBundle
// ├── a record and documents → the same again, and the same findings
// ├── given a changed byte, or half of it → refuses
// ├── given another file, or bytes after its end → refuses
// ├── given another version → refuses
// ├── given a record with one odd value → refuses, and says where
// ├── every field is named in docs/protocol.md
// ├── the same JSON for the same record, names sorted
// └── given more bytes than allowed → refuses
import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { type Hash, sha256, zeroHash } from 'viem'
import { packBundle } from '../../../verifier/bundle/packBundle.ts'
import {
  readStream,
  TooManyBytesError,
} from '../../../verifier/bundle/readStream.ts'
import { BundleShapeError } from '../../../verifier/bundle/shapes.ts'
import {
  BundleDamagedError,
  BundleVersionError,
  NoBundleError,
  unpackBundle,
} from '../../../verifier/bundle/unpackBundle.ts'
import { checkRecord } from '../../../verifier/checkRecord.ts'
import type { RoundRecord } from '../../../verifier/record.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { recordHalves } from '../support/recordedRound.ts'

describe('bundle', function () {
  this.timeout(120_000)
  const text = new TextEncoder().encode('사유: 예산 초과')
  const documents = new Map<Hash, Uint8Array>([[sha256(text), text]])
  let record: RoundRecord
  let packed: Uint8Array<ArrayBuffer>

  before(async () => {
    ;({ record } = await recordHalves())
    packed = Uint8Array.from(await packBundle({ record, documents }))
  })

  it('gives back what was packed', async () => {
    const bundle = await unpackBundle(packed)
    expect(bundle.record).to.deep.equal(record)
    expect(bundle.documents).to.deep.equal(documents)
  })

  it('gives the findings of the node', async () => {
    const bundle = await unpackBundle(packed)
    expect(await checkRecord(bundle.record)).to.deep.equal(
      await checkRecord(record),
    )
  })

  it('refuses a file that was cut', async () => {
    const half = packed.slice(0, packed.length / 2)
    await expectRejection(unpackBundle(half), BundleDamagedError)
  })

  it('refuses a file that was changed', async () => {
    const changed = Uint8Array.from(packed)
    const middle = changed.length >> 1
    changed[middle] = (changed[middle] ?? 0) ^ 1
    await expectRejection(unpackBundle(changed), BundleDamagedError)
  })

  it('refuses a file of another kind', async () => {
    for (const json of [{ format: 'zip' }, [], null, 7])
      await expectRejection(unpackBundle(await zip(json)), NoBundleError)
    await expectRejection(unpackBundle(text), BundleDamagedError)
  })

  it('refuses bytes after its end', async () => {
    for (const more of [[0], [...packed]]) {
      const file = Uint8Array.from([...packed, ...more])
      await expectRejection(unpackBundle(file), BundleDamagedError)
    }
  })

  it('refuses what is no JSON', async () => {
    for (const text of ['', '{"format":', '\ud800'])
      await expectRejection(unpackBundle(await zip(text)), BundleDamagedError)
    const latin = await zip(Uint8Array.of(0x22, 0xe9, 0x22))
    await expectRejection(unpackBundle(latin), BundleDamagedError)
  })

  it('refuses another version', async () => {
    for (const version of [2, '1', undefined]) {
      const file = await zip({ format: 'dure-bundle', version })
      await expectRejection(unpackBundle(file), BundleVersionError)
    }
  })

  describe('says where a value is odd', () => {
    const odd: [at: string, json: unknown][] = [
      ['bundle.record', undefined],
      ['bundle.extra', 1],
      ['bundle.documents', []],
      ['bundle.documents.0x12', 'AA=='],
      [`bundle.documents.${zeroHash}`, '*'],
      ['bundle.record.chainId', '1'],
      ['bundle.record.chainId', 2 ** 53],
      ['bundle.record.chainId', -1],
      ['bundle.record.round', '0x12'],
      ['bundle.record.round', `0x${'zz'.repeat(20)}`],
      ['bundle.record.block.number', 7],
      ['bundle.record.block.number', '07'],
      ['bundle.record.block.number', '1'.repeat(79)],
      ['bundle.record.block.number', (2n ** 256n).toString()],
      ['bundle.record.logs', 'none'],
      ['bundle.record.logs[2].data', '0x1'],
      ['bundle.record.logs[2].topics[0]', '0x'],
      ['bundle.record.logs[2].removed', false],
      ['bundle.record.transactions[0].to', ''],
      ['bundle.record.state.phase', 'voting'],
      ['bundle.record.state.holders', null],
      ['bundle.record.state.settled[3]', 1],
      ['bundle.record.state.attempt', null],
      ['bundle.record.state.shuffles.order', undefined],
    ]
    for (const [at, json] of odd)
      it(`${at} ${JSON.stringify(json)}`, async () => {
        const value: unknown = JSON.parse(await unzip(packed))
        put(value, at, json)
        const reading = unpackBundle(await zip(value))
        const error = await expectRejection(reading, BundleShapeError)
        expect(error.at.replace('the name ', '')).to.equal(at)
      })
  })

  it('writes names in order, and no white space', async () => {
    const json = await unzip(packed)
    expect(json).to.match(/^{"documents":{"0x\w{64}":"[\w+/]+=*"},"format":/)
    const shuffled = Object.fromEntries(
      Object.entries(record).reverse(),
    ) as RoundRecord
    const again = await packBundle({ record: shuffled, documents })
    expect(await unzip(Uint8Array.from(again))).to.equal(json)
  })

  it('stands in the documentation, field by field', async () => {
    const document = await readFile('docs/protocol.md', 'utf8')
    const [, section = ''] = document.split('## 9 Audit bundle')
    const bundle = JSON.parse(await unzip(packed)) as Record<string, unknown>
    // Its names are digests.
    bundle['documents'] = {}
    for (const name of namesIn(bundle))
      expect(section, name).to.match(new RegExp(`\\b${name}\\b`))
  })

  it('refuses more bytes than allowed', async () => {
    const limited = unpackBundle(packed, { most: 1_000 })
    await expectRejection(limited, TooManyBytesError)
  })
})

/** Of JSON, or of a text or bytes as they are. */
async function zip(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const isPlain = typeof content === 'string' || content instanceof Uint8Array
  const plain = isPlain ? content : JSON.stringify(content)
  const stream = new Blob([plain]).stream()
  return readStream(stream.pipeThrough(new CompressionStream('gzip')))
}

async function unzip(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([file]).stream()
  const unzipped = stream.pipeThrough(new DecompressionStream('gzip'))
  return new TextDecoder().decode(await readStream(unzipped))
}

/** The names of all fields, at any depth. */
function namesIn(json: unknown): Set<string> {
  if (typeof json !== 'object' || json === null) return new Set()
  const own = Array.isArray(json) ? [] : Object.keys(json)
  const inner = Object.values(json).flatMap((value) => [...namesIn(value)])
  return new Set([...own, ...inner])
}

/** Puts a value at a place such as `bundle.record.logs[2].data`. */
function put(bundle: unknown, at: string, json: unknown): void {
  const names = at.split(/[.[\]]+/).filter((name) => name !== '')
  const last = names.pop() ?? ''
  const holder = names
    .slice(1)
    .reduce((value, name) => (value as Record<string, unknown>)[name], bundle)
  Object.assign(holder as object, { [last]: json })
}
