// checkRules
// ├── given valid rules of owners or a jury → no refusal
// ├── given one changed field → the contract's error with its values
// ├── given holders → names the role without one
// ├── given a verifier without code, or a fifth → names it
// └── given several faults → all of them, the contract's first one first
// checkRoster
// ├── given a size inside the bounds → no refusal
// ├── given owners → 2·m − 1 to what the reviewers' cap allows
// ├── given m = 0 → as many as a ballot has values
// ├── given more seats than proposals → refuses
// └── given sums beyond 40 bits → Round_SumOverflow
import { expect } from 'chai'
import { zeroAddress, zeroHash } from 'viem'
import {
  checkRoster,
  checkRules,
  rosterBounds,
} from '../../protocol/checkRules.ts'
import { address, makeJuryRules, makeRules, now } from './makeRules.ts'
import { refusedRules } from './refusedRules.ts'

describe('checkRules', () => {
  it('accepts rules of owners and of a jury', () => {
    expect(checkRules(makeRules(), { now })).to.deep.equal([])
    expect(checkRules(makeJuryRules(), { now })).to.deep.equal([])
    const alone = makeRules({ trustees: [address(9)], threshold: 1 })
    expect(checkRules(alone, { now })).to.deep.equal([])
  })

  for (const [change, error, values] of refusedRules)
    it(`refuses ${error}(${values.join(', ')})`, () => {
      const [refusal] = checkRules(makeRules(change), { now })
      expect(refusal?.error).to.equal(error)
      expect(Object.values(refusal!.values)).to.deep.equal(
        values.map((value) =>
          typeof value === 'number' ? BigInt(value) : value,
        ),
      )
    })

  it('names the role without a holder', () => {
    const holders = {
      admin: address(1),
      registrar: address(2),
      screener: zeroAddress,
      committee: address(3),
    }
    expect(checkRules(makeRules(), { now, holders })).to.deep.equal([
      { error: 'Rules_HolderMissing', values: { role: 2n } },
    ])
  })

  it('names a verifier without code', () => {
    const rules = makeRules({ verifiers: [1, 2].map(address) })
    const hasCode = (verifier: string) => verifier === address(1)
    expect(checkRules(rules, { now, hasCode })).to.deep.equal([
      { error: 'Rules_Verifier', values: { verifier: address(2) } },
    ])
  })

  it('names a fifth verifier', () => {
    const rules = makeRules({ verifiers: [1, 2, 3, 4, 5].map(address) })
    expect(checkRules(rules, { now })).to.deep.equal([
      { error: 'Rules_Verifier', values: { verifier: address(5) } },
    ])
  })

  it('lists all faults in the order of the contract', () => {
    const rules = makeRules({ maxScore: 0, document: zeroHash, threshold: 9 })
    expect(
      checkRules(rules, { now }).map((refusal) => refusal.error),
    ).to.deep.equal([
      'Rules_DocumentMissing',
      'Rules_MaxScore',
      'Rules_Trustees',
    ])
  })
})

describe('checkRoster', () => {
  it('accepts a size inside the bounds', () => {
    expect(checkRoster(makeRules(), 19)).to.deep.equal([])
    expect(checkRoster(makeRules(), 1_200)).to.deep.equal([])
  })

  it('bounds owners by the lists and the reviewers', () => {
    expect(checkRoster(makeRules(), 18)).to.deep.equal([size(18, 19, 1_200)])
    const many = makeRules({ seatsPerCommunity: 1_000 })
    expect(checkRoster(many, 132)).to.deep.equal([size(132, 19, 131)])
    const pairs = makeRules({ listLength: 2, seats: 1 })
    expect(rosterBounds(pairs)).to.deep.equal({ least: 3, most: 1_200 })
  })

  it('bounds a jury by its lists', () => {
    const rules = makeJuryRules({ listLength: 10, seats: 3 })
    expect(rosterBounds(rules)).to.deep.equal({ least: 10, most: 1_200 })
  })

  it('bounds lists of everything by the values of a ballot', () => {
    const change = { weights: [1, 1], listLength: 0, seats: 1 }
    expect(rosterBounds(makeJuryRules(change))).to.deep.equal({
      least: 2,
      most: 127,
    })
    expect(rosterBounds(makeRules(change))).to.deep.equal({
      least: 3,
      most: 16,
    })
  })

  it('refuses more seats than proposals', () => {
    const rules = makeRules({ seats: 30 })
    expect(checkRoster(rules, 29)).to.deep.equal([size(29, 30, 1_200)])
  })

  it('refuses sums beyond 40 bits', () => {
    const rules = makeJuryRules({
      weights: [65_535],
      maxScore: 255,
      reviewers: 65_800,
    })
    expect(checkRoster(rules, 20)).to.deep.equal([
      {
        error: 'Round_SumOverflow',
        values: { most: 65_535n * 255n * 65_800n, bound: 2n ** 40n - 1n },
      },
    ])
    expect(checkRoster({ ...rules, reviewers: 65_000 }, 20)).to.deep.equal([])
  })
})

function size(accepted: number, least: number, most: number) {
  return {
    error: 'Round_RosterSize',
    values: {
      accepted: BigInt(accepted),
      least: BigInt(least),
      most: BigInt(most),
    },
  }
}
