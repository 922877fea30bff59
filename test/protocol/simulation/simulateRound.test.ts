// simulateRound
// ├── given the same seed → the same figures; another → others
// ├── everybody casts → each proposal has exactly M·m reviews
// ├── more turnout finds more of the best, and all find more than chance
// ├── with one possible score all are tied at the cut
// └── budgets, quotas and a limit of points run, too
import { expect } from 'chai'
import { simulateRound } from '../../../protocol/simulation/simulateRound.ts'
import { makeJuryRules, makeRules, type RulesChange } from '../makeRules.ts'

describe('simulateRound', () => {
  const run = (change: RulesChange = {}, seed = 'seed') =>
    finish({ rules: makeRules({ listLength: 5, ...change }), seed })

  it('follows from its seed', () => {
    expect(run()).to.deep.equal(run())
    expect(run()).not.to.deep.equal(run({}, 'other'))
  })

  it('gives every proposal as many reviews as the draw says', () => {
    const all = run().at(-1)!
    expect(all.reviews).to.deep.equal({ least: 50, median: 50, most: 50 })
    expect(all.ballots).to.equal(400)
    const few = run()[0]!
    expect(few.reviews.least).to.be.lessThan(few.reviews.most)
  })

  it('finds most of the best, and more by more ballots', () => {
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f']
    const mean = (at: number) =>
      seeds.reduce((sum, seed) => sum + run({}, seed)[at]!.found, 0) / 6
    expect(mean(1)).to.be.greaterThan(mean(0))
    expect(mean(0)).to.be.greaterThan(0.5)
    expect(run()[0]!.byChance).to.equal(0.3)
  })

  it('sees ties at the cut', () => {
    const [, all] = run({ maxScore: 1, points: 'Score', order: 'Mean' })
    expect(all!.tiesAtCut).to.equal(40)
    expect(run({ seats: 40, maxScore: 1 })[1]!.tiesAtCut).to.equal(0)
  })

  it('counts who has too few reviews', () => {
    expect(run({ minReviews: 51 })[1]!.belowMinimum).to.equal(40)
    expect(run({ minReviews: 51 })[1]!.found).to.equal(0)
  })

  it('runs with a budget and a limit of points', () => {
    const rules = makeJuryRules({
      ...{ seats: 0, budget: 1_000n, maxScore: 1, pointsPerBallot: 6 },
    })
    const [few, all] = finish({ rules, meanAsk: 100n })
    expect(all!.found).to.be.greaterThan(all!.byChance)
    expect(few!.byChance > 0.1 && few!.byChance < 0.6).to.equal(true)
    // 100 reviewers, 6 likes each, 40 proposals.
    expect(all!.reviews.most).to.be.greaterThan(15)
  })

  it('runs with quotas', () => {
    const quotas = [
      { category: 1, seats: 4 },
      { category: 2, seats: 8 },
    ]
    const [, all] = run({ quotas })
    expect(all!.found).to.be.greaterThan(all!.byChance)
  })
})

function finish(
  given: Pick<Parameters<typeof simulateRound>[0], 'rules'> & {
    seed?: string
    meanAsk?: bigint
  },
) {
  const turnouts = [0.3, 1]
  const usual = { proposals: 40, meanAsk: 0n, seed: 'seed', turnouts }
  const steps = simulateRound({ ...usual, ...given })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    expect(step.value >= 0 && step.value < 1).to.equal(true)
  }
}
