// packBundle, unpackBundle
// ├── a record and documents → the same again, and the same findings
// ├── given a changed byte, or half of it → refuses
// ├── given another file → refuses
// └── given more bytes than allowed → refuses
import { expect } from 'chai'
import { type Hash, sha256 } from 'viem'
import { packBundle } from '../../../verifier/bundle/packBundle.ts'
import {
  readStream,
  TooManyBytesError,
} from '../../../verifier/bundle/readStream.ts'
import { BundleShapeError } from '../../../verifier/bundle/shapes.ts'
import {
  BundleDamagedError,
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
    const other = new Blob([JSON.stringify({ format: 'zip' })]).stream()
    const zipped = other.pipeThrough(new CompressionStream('gzip'))
    const file = Uint8Array.from(await readStream(zipped))
    await expectRejection(unpackBundle(file), NoBundleError)
    await expectRejection(unpackBundle(text), BundleDamagedError)
  })

  it('refuses a record without logs', async () => {
    const odd = { ...record, logs: 'none' as unknown as RoundRecord['logs'] }
    const file = Uint8Array.from(await packBundle({ record: odd, documents }))
    await expectRejection(unpackBundle(file), BundleShapeError)
  })

  it('refuses more bytes than allowed', async () => {
    const limited = unpackBundle(packed, { most: 1_000 })
    await expectRejection(limited, TooManyBytesError)
  })
})
