// recommend
// ├── seats
// │   ├── the first eligible ones of each half, half 0 rounded to the nearest
// │   ├── passes over too few reviews
// │   ├── given a withdrawn one → its seat stays unspent
// │   └── … unless the reserve takes it
// ├── quotas
// │   ├── the same for each category, none for the others
// │   └── capped by the category's proposals, an empty one skipped
// ├── budget
// │   ├── funds what fits, skips what does not, half 1 rounded down
// │   └── given a withdrawn one → its money stays unspent, unless …
// └── laws
//     ├── equals the walk of the protocol
//     ├── never more than seats or money, per half
//     ├── recommended and reserve are all the eligible ones
//     ├── nothing in one half changes the other
//     └── nobody's ballots change the own community's fate
import { expect } from 'chai'
import fc from 'fast-check'
import { seatOf } from '../../protocol/draw.ts'
import { type Orders, rankProposals } from '../../protocol/ranking.ts'
import {
  type RankedProposal,
  recommend,
  type RecommendParameters,
  splitBudget,
  splitSeats,
} from '../../protocol/recommend.ts'
import { anyRound, type Ballot, type RandomRound, tallyOf } from './anyRound.ts'
import { makeRules, type RulesChange } from './makeRules.ts'

describe('recommend', () => {
  describe('seats', () => {
    it('go to the first of each half, half 0 rounded to the nearest', () => {
      expect(splitSeats(3, 4, 8)).to.deep.equal([2, 1])
      expect(splitSeats(3, 3, 7)).to.deep.equal([1, 2])
      expect(splitSeats(7, 3, 7)).to.deep.equal([3, 4])
      expect(splitSeats(5, 8, 8)).to.deep.equal([5, 0])
      const orders: Orders = [
        [4, 2, 1, 3],
        [8, 5, 6, 7],
      ]
      expect(recommend(cast({ seats: 3 }, orders))).to.deep.equal({
        recommended: [[4, 2], [8]],
        reserve: [
          [1, 3],
          [5, 6, 7],
        ],
        spent: [0n, 0n],
      })
    })

    it('pass over too few reviews', () => {
      const parameters = cast({ seats: 2, minReviews: 3 }, [[1, 2, 3], []])
      parameters.counts = [2, 3, 4]
      const { recommended, reserve } = recommend(parameters)
      expect(recommended[0]).to.deep.equal([2, 3])
      expect(reserve[0]).to.deep.equal([])
    })

    it('stay unspent when a proposal was withdrawn', () => {
      const parameters = cast({ seats: 2 }, [[1, 2, 3], []], {
        1: { withdrawn: true },
      })
      expect(recommend(parameters).recommended[0]).to.deep.equal([2])
      expect(recommend(parameters).reserve[0]).to.deep.equal([3])
    })

    it('… unless the reserve takes them', () => {
      const change = { seats: 2, reserveTakesWithdrawn: true }
      const parameters = cast(change, [[1, 2, 3], []], {
        1: { withdrawn: true },
      })
      expect(recommend(parameters).recommended[0]).to.deep.equal([2, 3])
    })

    it('are not used up by a withdrawn one with too few reviews', () => {
      const change = { seats: 2, minReviews: 1 }
      const parameters = cast(change, [[1, 2, 3], []], {
        1: { withdrawn: true },
      })
      parameters.counts = [0, 1, 1]
      expect(recommend(parameters).recommended[0]).to.deep.equal([2, 3])
    })
  })

  describe('quotas', () => {
    const categories = { 1: 7, 2: 8, 3: 7, 4: 9, 5: 8, 6: 7 }
    const changes = Object.fromEntries(
      Object.entries(categories).map(([number, category]) => [
        number,
        { category },
      ]),
    )
    const orders: Orders = [
      [1, 2, 3],
      [4, 5, 6],
    ]

    it('go to each category as seats do, none to the others', () => {
      const quotas = [
        { category: 7, seats: 2 },
        { category: 8, seats: 1 },
      ]
      const { recommended } = recommend(
        cast({ seats: 3, quotas }, orders, changes),
      )
      // Category 7: 2·2/3 → 1 and 1. Category 8: 1·1/2 → 1 and 0.
      expect(recommended).to.deep.equal([[1, 2], [6]])
    })

    it('are capped by the cell, an empty category is skipped', () => {
      const quotas = [
        { category: 9, seats: 4 },
        { category: 5, seats: 3 },
      ]
      const { recommended } = recommend(
        cast({ seats: 7, quotas }, orders, changes),
      )
      expect(recommended).to.deep.equal([[], [4]])
    })
  })

  describe('budget', () => {
    const asks = [40n, 30n, 20n, 10n, 50n, 26n, 25n].map((ask) => ({ ask }))
    const changes = Object.fromEntries(
      asks.map((ask, index) => [index + 1, ask]),
    )
    const orders: Orders = [
      [1, 2, 3, 4],
      [5, 6, 7],
    ]

    it('funds what fits, skips what does not', () => {
      // 120 and 7 proposals: 51 to the three of half 1, 69 to the four.
      expect(splitBudget(120n, 3, 7)).to.deep.equal([69n, 51n])
      expect(
        recommend(cast({ seats: 0, budget: 120n }, orders, changes)),
      ).to.deep.equal({
        recommended: [[1, 3], [5]],
        reserve: [
          [2, 4],
          [6, 7],
        ],
        spent: [60n, 50n],
      })
    })

    it('keeps the money of a withdrawn one, unless the reserve takes it', () => {
      const withdrawn = { ...changes, 5: { ask: 50n, withdrawn: true } }
      const kept = cast({ seats: 0, budget: 120n }, orders, withdrawn)
      expect(recommend(kept)).to.deep.include({ spent: [60n, 0n] })
      kept.rules = { ...kept.rules, reserveTakesWithdrawn: true }
      const { recommended, spent } = recommend(kept)
      expect(recommended[1]).to.deep.equal([6, 7])
      expect(spent).to.deep.equal([60n, 51n])
    })
  })

  describe('laws', () => {
    it('equal the walk of the protocol', () => {
      fc.assert(
        fc.property(anyRound(), (round) => {
          const parameters = parametersOf(round, round.ballots)
          const { recommended } = recommend(parameters)
          expect(recommended.flat().toSorted((a, b) => a - b)).to.deep.equal(
            walk(parameters),
          )
        }),
        { numRuns: 500 },
      )
    })

    it('keep to seats and money in each half', () => {
      fc.assert(
        fc.property(anyRound(), (round) => {
          const { seats, budget, quotas } = round.rules
          const parameters = parametersOf(round, round.ballots)
          const { recommended, spent } = recommend(parameters)
          const [n0, n1] = parameters.orders.map((order) => order.length)
          const money = splitBudget(budget, n1!, round.n)
          for (const half of [0, 1] as const) {
            expect(spent[half] <= money[half]).to.equal(true)
            const asks = recommended[half].map((n) => askOf(parameters, n))
            const sum = asks.reduce((a, b) => a + b, 0n)
            if (budget !== 0n) expect(spent[half]).to.equal(sum)
            else if (quotas.length === 0)
              expect(recommended[half].length).to.be.at.most(
                splitSeats(seats, n0!, round.n)[half],
              )
          }
          if (seats !== 0)
            expect(recommended.flat().length).to.be.at.most(seats)
        }),
      )
    })

    it('recommend or reserve every eligible one, and no other', () => {
      fc.assert(
        fc.property(anyRound(), (round) => {
          const parameters = parametersOf(round, round.ballots)
          const { recommended, reserve } = recommend(parameters)
          const eligible = parameters.orders.map((order) =>
            order.filter(
              (number) =>
                !round.proposals[number - 1]!.withdrawn &&
                parameters.counts[number - 1]! >= round.rules.minReviews,
            ),
          )
          for (const half of [0, 1] as const)
            expect(
              new Set([...recommended[half], ...reserve[half]]),
            ).to.deep.equal(new Set(eligible[half]))
        }),
      )
    })

    it('let nothing in one half change the other', () => {
      const anyNoise = fc.array(fc.nat(5), { minLength: 60, maxLength: 60 })
      fc.assert(
        fc.property(anyRound(), anyNoise, (round, noise) => {
          const parameters = parametersOf(round, round.ballots)
          const [first, second] = parameters.orders
          const counts = Array.from(parameters.counts)
          const proposals = [...parameters.proposals]
          for (const number of second) {
            counts[number - 1] = noise[number - 1]!
            const withdrawn = noise[number]! === 0
            proposals[number - 1] = { ...proposals[number - 1]!, withdrawn }
          }
          const orders: Orders = [first, second.toReversed()]
          const changed = { ...parameters, counts, proposals, orders }
          expect(recommend(changed).recommended[0]).to.deep.equal(
            recommend(parameters).recommended[0],
          )
        }),
      )
    })

    it("let nobody's ballots change the own community's fate", () => {
      const owned = anyRound().filter(({ rules }) => rules.owners)
      fc.assert(
        fc.property(owned, fc.nat(), (round, chance) => {
          const community = 1 + (chance % round.n)
          const others = round.ballots.filter(
            ({ reviewer }) =>
              seatOf(round.draw, reviewer).community !== community,
          )
          const fate = (ballots: Ballot[]) =>
            recommend(parametersOf(round, ballots))
              .recommended.flat()
              .includes(community)
          expect(fate(others)).to.equal(fate(round.ballots))
        }),
        { numRuns: 300 },
      )
    })
  })
})

/** Proposals 1 … n, reviewed once each, but for the changes. */
function cast(
  change: RulesChange,
  orders: Orders,
  changes: Record<number, Partial<RankedProposal>> = {},
): RecommendParameters {
  const n = orders.flat().length
  return {
    rules: makeRules(change),
    orders,
    proposals: Array.from({ length: n }, (_, index) => ({
      category: 0,
      ask: 0n,
      withdrawn: false,
      ...changes[index + 1],
    })),
    counts: Array.from({ length: n }, () => 1),
  }
}

function parametersOf(
  round: RandomRound,
  ballots: readonly Ballot[],
): RecommendParameters {
  const tally = tallyOf(round, ballots)
  return {
    rules: round.rules,
    orders: rankProposals({ ...round, tally }),
    proposals: round.proposals,
    counts: tally.counts,
  }
}

function askOf({ proposals }: RecommendParameters, number: number): bigint {
  return proposals[number - 1]!.ask
}

/** docs/protocol.md, section 8, one step after the other. */
function walk({
  rules,
  orders,
  proposals,
  counts,
}: RecommendParameters): number[] {
  const recommended: number[] = []
  const n = orders.flat().length
  const cells =
    rules.quotas.length === 0
      ? [{ seats: rules.seats, isIn: () => true }]
      : rules.quotas.map(({ category, seats }) => ({
          seats,
          isIn: (number: number) =>
            proposals[number - 1]!.category === category,
        }))
  for (const half of [0, 1] as const)
    for (const { seats, isIn } of cells) {
      const [k0, k1] = orders.map((order) => order.filter(isIn).length)
      if (k0! + k1! === 0) continue
      const q0 = Math.floor((2 * seats * k0! + k0! + k1!) / (2 * (k0! + k1!)))
      let seatsLeft = half === 0 ? q0 : seats - q0
      const B1 = (rules.budget * BigInt(orders[1].length)) / BigInt(n)
      let moneyLeft = half === 0 ? rules.budget - B1 : B1
      for (const number of orders[half].filter(isIn)) {
        const { ask, withdrawn } = proposals[number - 1]!
        if (counts[number - 1]! < rules.minReviews) continue
        if (withdrawn && rules.reserveTakesWithdrawn) continue
        if (rules.budget === 0n ? seatsLeft === 0 : ask > moneyLeft) continue
        seatsLeft--
        moneyLeft -= ask
        if (!withdrawn) recommended.push(number)
      }
    }
  return recommended.sort((a, b) => a - b)
}
