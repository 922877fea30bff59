// roll
// ├── chunks
// │   ├── hold 1,024 keys each, the last one the rest
// │   ├── given any roll → fromChunks gives it back in lower case
// │   ├── given too few chunks → RollIncompleteError
// │   └── given a short chunk → RollChunkError
// ├── keys
// │   ├── given something else than 20 bytes → RollKeyError
// │   └── given packed bytes that end inside a key → PackedKeysError
// ├── rollDigest → the hash over the hashes of each chunk as code
// └── reviewersOf, duplicateKeys
//     ├── find every seat of a key, whatever its letters
//     └── given the zero key → nobody
import { expect } from 'chai'
import fc from 'fast-check'
import {
  type Address,
  concat,
  getAddress,
  keccak256,
  size,
  zeroAddress,
} from 'viem'
import {
  chunkCount,
  chunkLength,
  duplicateKeys,
  fromChunks,
  packKeys,
  PackedKeysError,
  parseKeys,
  reviewersOf,
  RollChunkError,
  rollDigest,
  RollIncompleteError,
  RollKeyError,
  toChunks,
} from '../../protocol/roll.ts'
import { address } from './makeRules.ts'

const mixed = getAddress('0x52908400098527886e0f7030069857d2e4169ee7')
const lower = mixed.toLowerCase() as Address

describe('roll', () => {
  describe('chunks', () => {
    it('hold 1,024 keys each, the last one the rest', () => {
      expect(chunkCount(2_049)).to.equal(3)
      expect([0, 1, 2, 3].map((i) => chunkLength(2_049, i))).to.deep.equal([
        1_024, 1_024, 1, 0,
      ])
      expect(chunkCount(2_048)).to.equal(2)
      expect(chunkCount(131_072)).to.equal(128)
      const chunks = toChunks(makeRoll(2_049))
      expect(chunks.map((chunk) => size(chunk))).to.deep.equal([
        20_480, 20_480, 20,
      ])
    })

    it('give the roll back in lower case', () => {
      const roll = [...makeRoll(1_500), mixed, zeroAddress]
      const expected = [...makeRoll(1_500), lower, zeroAddress]
      expect(fromChunks(toChunks(roll), 1_502)).to.deep.equal(expected)
    })

    it('are refused when one is missing', () => {
      const chunks = toChunks(makeRoll(1_025))
      expect(() => fromChunks(chunks, 2_049)).to.throw(RollIncompleteError)
    })

    it('are refused when one is short', () => {
      const chunks = toChunks(makeRoll(1_025))
      expect(() => fromChunks(chunks, 1_026)).to.throw(RollChunkError)
      expect(() => fromChunks(chunks.reverse(), 1_025)).to.throw(RollChunkError)
    })
  })

  describe('keys', () => {
    it('are 20 bytes', () => {
      for (const key of ['0x12', `${lower}00`, '', `0x${'g'.repeat(40)}`])
        expect(() => packKeys([key as Address])).to.throw(RollKeyError)
    })

    it('do not end inside the packed bytes', () => {
      expect(() => parseKeys(`${lower}00`)).to.throw(PackedKeysError)
    })

    it('are packed and parsed without loss', () => {
      fc.assert(
        fc.property(fc.array(fc.nat().map(address)), (keys) => {
          expect(parseKeys(packKeys(keys))).to.deep.equal(keys)
        }),
      )
    })
  })

  describe('rollDigest', () => {
    it('hashes the hashes of the chunks as code', () => {
      const chunks = toChunks(makeRoll(1_030))
      const hashes = chunks.map((chunk) => keccak256(concat(['0x00', chunk])))
      expect(rollDigest(chunks)).to.equal(keccak256(concat(hashes)))
      expect(rollDigest(chunks)).to.not.equal(rollDigest(chunks.reverse()))
    })
  })

  describe('reviewersOf, duplicateKeys', () => {
    const roll = [address(1), lower, zeroAddress, mixed, zeroAddress, lower]

    it('find every seat of a key, whatever its letters', () => {
      expect(reviewersOf(roll, mixed)).to.deep.equal([2, 4, 6])
      expect(reviewersOf(roll, lower)).to.deep.equal([2, 4, 6])
      expect(reviewersOf(roll, address(9))).to.deep.equal([])
      expect(duplicateKeys(roll)).to.deep.equal([
        { key: lower, reviewers: [2, 4, 6] },
      ])
    })

    it('give the zero key to nobody', () => {
      expect(reviewersOf(roll, zeroAddress)).to.deep.equal([])
      expect(duplicateKeys([zeroAddress, zeroAddress])).to.deep.equal([])
    })
  })
})

function makeRoll(reviewers: number): Address[] {
  return Array.from({ length: reviewers }, (_, index) => address(index + 1))
}
