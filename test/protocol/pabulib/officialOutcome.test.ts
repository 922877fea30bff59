// greedy
// ├── funds by points, skips what does not fit
// ├── equal points keep the order of the file
// └── given any budget → equals Dure's recommendation of a jury by sum
// officialOutcome
// ├── given the file's columns → these
// ├── given none → counted from the ballots, selected by the rule
// ├── a choice of 0 points counts nothing
// ├── given a column with an empty place → counted
// └── given another rule, or decisions beside it → no selection
import { expect } from 'chai'
import fc from 'fast-check'
import { makeDraw } from '../../../protocol/draw.ts'
import { greedy } from '../../../protocol/pabulib/greedy.ts'
import { officialOutcome } from '../../../protocol/pabulib/officialOutcome.ts'
import { parsePabulib } from '../../../protocol/pabulib/parsePabulib.ts'
import { rankProposals } from '../../../protocol/ranking.ts'
import { recommend } from '../../../protocol/recommend.ts'
import { makeJuryRules } from '../makeRules.ts'
import { seedOf } from '../seedOf.ts'
import { sample, sampleWith } from './sample.ts'

const withoutColumns = {
  12: 'project_id;cost;name',
  13: 'A/1;600;A garden',
  14: 'b;500;Benches',
  15: '30;400;Bicycle racks',
}

describe('greedy', () => {
  const projects = [
    { id: 'a', cost: 60n },
    { id: 'b', cost: 50n },
    { id: 'c', cost: 40n },
    { id: 'd', cost: 0n },
  ]

  it('funds by points, skips what does not fit', () => {
    expect(greedy(projects, [9, 8, 7, 1], 100n)).to.deep.equal(['a', 'c', 'd'])
    expect(greedy(projects, [9, 8, 7, 1], 59n)).to.deep.equal(['b', 'd'])
    expect(greedy(projects, [1, 8, 9, 0], 100n)).to.deep.equal(['c', 'b', 'd'])
  })

  it('keeps the order of the file at equal points', () => {
    expect(greedy(projects, [5, 5, 5, 5], 90n)).to.deep.equal(['a', 'd'])
    expect(greedy(projects, [5, 6, 5, 6], 110n)).to.deep.equal(['b', 'd', 'a'])
  })

  it("equals Dure's recommendation of a jury by sum", () => {
    const project = fc.record({ cost: fc.nat(50), points: fc.nat(9) })
    const any = fc.array(project, { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 200 }), (list, money) => {
        const budget = BigInt(money)
        const n = list.length
        const asks = list.map(({ cost }) => BigInt(cost))
        const sums = list.map(({ points }) => points)
        const rules = makeJuryRules({
          ties: 'Number',
          seats: 0,
          budget,
          minReviews: 0,
        })
        const draw = makeDraw({ seed: seedOf(1), rules, n })
        const tally = {
          sums: Float64Array.from(sums),
          counts: new Uint32Array(n),
        }
        const { recommended } = recommend({
          rules,
          orders: rankProposals({ rules, draw, tally }),
          counts: tally.counts,
          proposals: asks.map((ask) => ({
            category: 0,
            ask,
            withdrawn: false,
          })),
        })
        const ids = asks.map((cost, index) => ({ id: `${index + 1}`, cost }))
        expect(recommended[0].map(String)).to.deep.equal(
          greedy(ids, sums, budget),
        )
      }),
    )
  })
})

describe('officialOutcome', () => {
  it("takes the file's own columns", () => {
    const text = sampleWith({ 13: 'A/1;600;9;99;A garden;0' })
    expect(officialOutcome(parsePabulib(text))).to.deep.equal({
      votes: [9, 1, 1],
      score: [99, 1, 1],
      selected: [false, false, true],
      sources: { votes: 'file', score: 'file', selected: 'file' },
    })
  })

  it('counts the ballots and applies the rule where there is none', () => {
    const file = parsePabulib(sampleWith(withoutColumns))
    expect(officialOutcome(file)).to.deep.equal({
      votes: [2, 1, 1],
      score: [5, 1, 1],
      selected: [true, false, true],
      sources: { votes: 'ballots', score: 'ballots', selected: 'greedy' },
    })
    const { votes, score } = officialOutcome(parsePabulib(sample))
    expect({ votes, score }).to.deep.equal({
      votes: [2, 1, 1],
      score: [5, 1, 1],
    })
  })

  it('counts nothing for a choice of 0 points', () => {
    const text = sampleWith({ ...withoutColumns, 18: '7;A/1,b;3,0;40' })
    const { votes, score } = officialOutcome(parsePabulib(text))
    expect(votes).to.deep.equal([2, 1, 1])
    expect(score).to.deep.equal([5, 1, 1])
  })

  it('counts where a column has an empty place', () => {
    const text = sampleWith({ 14: 'b;500;7;;Benches;0' })
    const outcome = officialOutcome(parsePabulib(text))
    expect(outcome.votes).to.deep.equal([2, 7, 1])
    expect(outcome.score).to.deep.equal([5, 1, 1])
    expect(outcome.sources).to.include({ votes: 'file', score: 'ballots' })
  })

  it('selects nothing under another rule, or beside the rule', () => {
    const other = sampleWith({ ...withoutColumns, 8: 'rule;equalshares' })
    const beside = sampleWith({ 14: 'b;500;1;1;Benches;2' })
    for (const text of [other, beside]) {
      const outcome = officialOutcome(parsePabulib(text))
      expect(outcome.selected).to.equal(undefined)
      expect(outcome.sources.selected).to.equal('unknown')
    }
  })
})
