// point
// ├── given any point → every form gives it back
// └── when bytes are no point → PointInvalidError
import { p256 } from '@noble/curves/nist.js'
import { expect } from 'chai'
import fc from 'fast-check'
import {
  fromCurvePoint,
  packPoint,
  parseCompressed,
  parseUncompressed,
  PointInvalidError,
  toCurvePoint,
} from '../../protocol/point.ts'

const anyScalar = fc.bigInt(1n, p256.Point.Fn.ORDER - 1n)

describe('point', () => {
  it('is given back by every form', () => {
    fc.assert(
      fc.property(anyScalar, (scalar) => {
        const point = p256.Point.BASE.multiply(scalar)
        const struct = fromCurvePoint(point)
        expect(toCurvePoint(struct).equals(point)).to.be.true
        expect(parseCompressed(point.toBytes()).equals(point)).to.be.true
        expect(parseUncompressed(packPoint(struct)).equals(point)).to.be.true
      }),
      { numRuns: 20 },
    )
  })

  it('is on the curve, and of the right length', () => {
    const compressed = p256.Point.BASE.toBytes()
    const uncompressed = p256.Point.BASE.toBytes(false)
    const xOutside = new Uint8Array(33).fill(0xff).with(0, 2)
    const wrongCompressed = [
      compressed.subarray(1),
      compressed.with(0, 4),
      uncompressed,
      xOutside,
      new Uint8Array(33),
      new Uint8Array(1),
    ]
    for (const wrong of wrongCompressed)
      expect(() => parseCompressed(wrong)).to.throw(PointInvalidError)
    const xAndY = uncompressed.subarray(1)
    const wrongUncompressed = [xAndY.with(63, 0), uncompressed, compressed]
    for (const wrong of [...wrongUncompressed, new Uint8Array(64)])
      expect(() => parseUncompressed(wrong)).to.throw(PointInvalidError)
  })
})
