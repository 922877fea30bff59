// rules
// ├── toAbiRules, fromAbiRules
// │   ├── carry the enums as numbers, and everything else as it is
// │   └── when a number has no name → UnknownRuleError
// ├── encodeRules
// │   ├── given any rules → decodeRules gives them back
// │   └── has the head of one dynamic struct
// ├── rulesDigest
// │   └── when any field changes → changes
// └── numbers
//     ├── given owners and lists → halves, else none
//     ├── given m = 0 → the list is everything, the own proposal left out
//     └── values, envelope, reviewers and points follow from lists and criteria
import { expect } from 'chai'
import fc from 'fast-check'
import { getAddress, size, slice } from 'viem'
import {
  decodeRules,
  encodeRules,
  envelopeLength,
  fromAbiRules,
  hasHalves,
  listLength,
  mostPoints,
  neutralPoints,
  reviewerCount,
  type Rules,
  rulesDigest,
  toAbiRules,
  totalWeight,
  UnknownRuleError,
  valueCount,
} from '../../protocol/rules.ts'
import { address, makeJuryRules, makeRules } from './makeRules.ts'

describe('rules', () => {
  describe('toAbiRules, fromAbiRules', () => {
    it('carry the enums as numbers, and everything else as it is', () => {
      const rules = makeRules({ points: 'Borda', order: 'Sum', ties: 'Draw' })
      const abiRules = toAbiRules(rules)
      expect(abiRules).to.deep.include({ points: 1, order: 1, ties: 0 })
      expect(fromAbiRules(abiRules)).to.deep.equal(rules)
    })

    it('refuse a number without a name', () => {
      const abiRules = { ...toAbiRules(makeRules()), ties: 2 }
      expect(() => fromAbiRules(abiRules)).to.throw(UnknownRuleError)
    })
  })

  describe('encodeRules', () => {
    it('is undone by decodeRules', () => {
      fc.assert(
        fc.property(anyRules(), (rules) => {
          expect(decodeRules(encodeRules(rules))).to.deep.equal(rules)
        }),
      )
    })

    it('has the head of one dynamic struct', () => {
      const encoded = encodeRules(makeRules())
      expect(slice(encoded, 0, 32)).to.equal(word(32))
      // 12 times, 22 other fields: the weights come first behind them.
      expect(slice(encoded, 32 * 18, 32 * 19)).to.equal(word(34 * 32))
      expect(size(encoded)).to.equal(32 * (1 + 34 + 2 + 1 + 4 + 1))
    })
  })

  describe('rulesDigest', () => {
    it('changes with every field', () => {
      const changes: Partial<Rules>[] = [
        { times: { ...makeRules().times, answerPeriod: 7 } },
        { document: `0x${'22'.repeat(32)}` },
        { owners: false },
        { seatsPerCommunity: 9 },
        { reviewers: 1 },
        { listLength: 9 },
        { weights: [2] },
        { maxScore: 4 },
        { pointsPerBallot: 1 },
        { points: 'Score' },
        { order: 'Sum' },
        { ties: 'Number' },
        { ballotLimit: 1 },
        { seats: 13 },
        { budget: 1n },
        { quotas: [{ category: 1, seats: 12 }] },
        { minReviews: 0 },
        { reserveTakesWithdrawn: true },
        { minOpened: 1 },
        { drawDelay: 1 },
        { threshold: 3 },
        { trustees: [address(1)] },
        { verifiers: [address(1)] },
      ]
      const digests = changes.map((change) =>
        rulesDigest({ ...makeRules(), ...change }),
      )
      expect(changes).to.have.length(Object.keys(makeRules()).length)
      expect(new Set([rulesDigest(makeRules()), ...digests])).to.have.property(
        'size',
        changes.length + 1,
      )
    })
  })

  describe('numbers', () => {
    it('has halves with owners and lists only', () => {
      expect(hasHalves(makeRules())).to.equal(true)
      expect(hasHalves(makeRules({ listLength: 0 }))).to.equal(false)
      expect(hasHalves(makeJuryRules({ listLength: 5 }))).to.equal(false)
    })

    it('lists everything for m = 0, the own proposal left out', () => {
      expect(listLength(makeRules(), 40)).to.equal(10)
      expect(listLength(makeRules({ listLength: 0 }), 40)).to.equal(39)
      expect(listLength(makeJuryRules(), 40)).to.equal(40)
    })

    it('counts values, envelope and reviewers', () => {
      const rules = makeRules({ weights: [3, 2, 1] })
      expect(valueCount(rules, 40)).to.equal(30)
      expect(envelopeLength(rules, 40)).to.equal(33 + 30 + 32)
      expect(reviewerCount(rules, 40)).to.equal(400)
      expect(reviewerCount(makeJuryRules(), 40)).to.equal(100)
    })

    it('knows the most points of a ballot and the neutral review', () => {
      const score = makeJuryRules({ weights: [3, 2, 1] })
      expect(totalWeight(score)).to.equal(6)
      expect(mostPoints(score, 40)).to.equal(30)
      expect(neutralPoints(score, 40)).to.equal(36)
      expect(mostPoints(makeRules(), 40)).to.equal(18)
      expect(neutralPoints(makeRules(), 40)).to.equal(18)
    })
  })
})

function word(value: number) {
  return `0x${value.toString(16).padStart(64, '0')}`
}

function anyRules(): fc.Arbitrary<Rules> {
  const u8 = fc.nat(0xff)
  const u16 = fc.nat(0xffff)
  const addresses = fc.array(
    fc.nat().map((value) => getAddress(address(value))),
    { maxLength: 15 },
  )
  const quota = fc.record({ category: u16, seats: u16 })
  return fc
    .record({
      owners: fc.boolean(),
      seatsPerCommunity: u16,
      listLength: u16,
      weights: fc.array(u16, { maxLength: 20 }),
      maxScore: u8,
      points: fc.constantFrom('Score', 'Borda'),
      order: fc.constantFrom('Mean', 'Sum'),
      ties: fc.constantFrom('Draw', 'Number'),
      budget: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
      quotas: fc.array(quota, { maxLength: 9 }),
      trustees: addresses,
      verifiers: addresses,
    })
    .map(makeRules)
}
