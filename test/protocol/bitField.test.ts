// bitField
// ├── bit (number − 1), lowest numbers in the first word
// └── given any set → fromBitField gives it back
import { expect } from 'chai'
import fc from 'fast-check'
import { fromBitField, toBitField } from '../../protocol/bitField.ts'

describe('bitField', () => {
  it('sets bit number − 1, the lowest numbers in the first word', () => {
    expect(toBitField([1, 3, 256, 257], 300)).to.deep.equal([
      2n ** 255n + 5n,
      1n,
    ])
    expect(toBitField([], 256)).to.deep.equal([0n])
    expect(toBitField([], 257)).to.deep.equal([0n, 0n])
  })

  it('gives any set back', () => {
    const sets = fc.uniqueArray(fc.integer({ min: 1, max: 1_200 }))
    fc.assert(
      fc.property(sets, (proposals) => {
        expect(fromBitField(toBitField(proposals, 1_200))).to.deep.equal(
          proposals.toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
