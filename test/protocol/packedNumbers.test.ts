// packedNumbers
// ├── two bytes each, big-endian
// ├── given any numbers → parseNumbers gives them back
// └── given an odd number of bytes → PackedNumbersError
import { expect } from 'chai'
import fc from 'fast-check'
import {
  packNumbers,
  PackedNumbersError,
  parseNumbers,
} from '../../protocol/packedNumbers.ts'

describe('packedNumbers', () => {
  it('are two bytes each, big-endian', () => {
    expect(packNumbers([1, 0x0203, 65_535])).to.equal('0x00010203ffff')
    expect(packNumbers([])).to.equal('0x')
    expect(packNumbers(Uint16Array.of(258))).to.equal('0x0102')
  })

  it('are packed and parsed without loss', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(65_535)), (numbers) => {
        expect(parseNumbers(packNumbers(numbers))).to.deep.equal(numbers)
      }),
    )
  })

  it('refuse an odd number of bytes', () => {
    expect(() => parseNumbers('0x000102')).to.throw(PackedNumbersError)
  })
})
