// checkRules
// ├── given valid rules of owners or a jury → no refusal
// ├── given one changed field → the contract's error with its values
// ├── given holders → names the role without one
// ├── given verifiers without code → names them
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
import {
  address,
  makeJuryRules,
  makeRules,
  now,
  type RulesChange,
} from './makeRules.ts'

type Case = [change: RulesChange, error: string, values: unknown[]]

const base = makeRules().times
const [first, second, third] = [1, 2, 3].map(address)
const everyone = Array.from({ length: 16 }, (_, i) => address(i + 1))

const refusals: Case[] = [
  [{ document: zeroHash }, 'Rules_DocumentMissing', []],
  ...timeCase('registerUntil', 0, now + 1),
  ...timeCase('rosterBy', 1, base.registerUntil + 1),
  ...timeCase('freezeBy', 2, base.rosterBy + base.rollNotice),
  [
    { times: { rollNotice: 0, freezeBy: base.rosterBy } },
    'Rules_TimeOrder',
    [2, base.rosterBy, base.rosterBy + 1],
  ],
  ...timeCase('drawBy', 3, base.freezeBy + 3_600),
  ...timeCase('reviewFrom', 4, base.drawBy),
  ...timeCase('close', 5, base.reviewFrom + 3_600),
  ...timeCase('releaseFrom', 6, base.close + 900),
  ...timeCase('releaseUntil', 7, base.releaseFrom + 3_600),
  ...timeCase('openUntil', 8, base.releaseUntil + 172_800),
  [{ seatsPerCommunity: 0 }, 'Rules_Reviewers', [0, 0]],
  [{ reviewers: 1 }, 'Rules_Reviewers', [10, 1]],
  [{ owners: false }, 'Rules_Reviewers', [10, 0]],
  [
    { owners: false, seatsPerCommunity: 0, reviewers: 131_073 },
    'Rules_ReviewerCount',
    [131_073, 131_072],
  ],
  [{ weights: [] }, 'Rules_Weights', [0]],
  [{ weights: [1, 1, 0] }, 'Rules_Weights', [2]],
  [{ listLength: 1 }, 'Rules_ListLength', [1, 15]],
  [{ listLength: 16 }, 'Rules_ListLength', [16, 15]],
  [{ listLength: 1, points: 'Score' }, 'Rules_ListLength', [1, 255]],
  [{ listLength: 256, points: 'Score' }, 'Rules_ListLength', [256, 255]],
  [{ weights: Array<number>(26).fill(1) }, 'Rules_ValueCount', [260, 255]],
  [
    { listLength: 0, weights: Array<number>(128).fill(1) },
    'Rules_ValueCount',
    [256, 255],
  ],
  [{ maxScore: 0 }, 'Rules_MaxScore', []],
  [{ ballotLimit: 0 }, 'Rules_BallotLimit', [0, 15]],
  [{ ballotLimit: 16 }, 'Rules_BallotLimit', [16, 15]],
  [{ seats: 0 }, 'Rules_SeatsOrBudget', [0, 0]],
  [{ budget: 5n }, 'Rules_SeatsOrBudget', [12, 5]],
  [quotas([1, 7], [2, 6]), 'Rules_Quota', [2, 13, 12]],
  [quotas([1, 7], [1, 5]), 'Rules_Quota', [1, 12, 12]],
  [quotas([1, 0], [2, 12]), 'Rules_Quota', [0, 0, 12]],
  [{ seats: 0, budget: 5n, ...quotas([1, 7]) }, 'Rules_Quota', [1, 7, 0]],
  [{ minOpened: 10_001 }, 'Rules_MinOpened', [10_001]],
  [{ drawDelay: 0 }, 'Rules_DrawDelay', [0, 8_000]],
  [{ drawDelay: 8_001 }, 'Rules_DrawDelay', [8_001, 8_000]],
  [{ seatsPerCommunity: 65_535 }, 'Rules_ListLength', [10, 2]],
  [{ trustees: [] }, 'Rules_Trustees', [2, 0, 15]],
  [{ trustees: everyone }, 'Rules_Trustees', [2, 16, 15]],
  [{ threshold: 1 }, 'Rules_Trustees', [1, 3, 15]],
  [{ threshold: 4 }, 'Rules_Trustees', [4, 3, 15]],
  [{ trustees: [first!] }, 'Rules_Trustees', [2, 1, 15]],
  [
    { trustees: [first!, second!, first!] },
    'Rules_TrusteeListed',
    [address(1)],
  ],
  [
    { trustees: [first!, zeroAddress, third!] },
    'Rules_TrusteeListed',
    [zeroAddress],
  ],
  [{ verifiers: everyone.slice(0, 5) }, 'Rules_Verifier', [address(5)]],
]

describe('checkRules', () => {
  it('accepts rules of owners and of a jury', () => {
    expect(checkRules(makeRules(), { now })).to.deep.equal([])
    expect(checkRules(makeJuryRules(), { now })).to.deep.equal([])
    const alone = makeRules({ trustees: [address(9)], threshold: 1 })
    expect(checkRules(alone, { now })).to.deep.equal([])
  })

  for (const [change, error, values] of refusals)
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
    const rules = makeRules({ verifiers: everyone.slice(0, 2) })
    const hasCode = (verifier: string) => verifier === address(1)
    expect(checkRules(rules, { now, hasCode })).to.deep.equal([
      { error: 'Rules_Verifier', values: { verifier: address(2) } },
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

function timeCase(
  field: keyof typeof base,
  index: number,
  earliest: number,
): Case[] {
  const time = earliest - 1
  return [
    [{ times: { [field]: time } }, 'Rules_TimeOrder', [index, time, earliest]],
  ]
}

function quotas(...pairs: [category: number, seats: number][]): RulesChange {
  return { quotas: pairs.map(([category, seats]) => ({ category, seats })) }
}

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
