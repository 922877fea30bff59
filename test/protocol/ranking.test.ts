// ranking
// ├── compareProposals
// │   ├── Mean: a neutral review for everyone
// │   ├── Mean: exact beyond 2⁵³
// │   ├── Sum: by the points alone
// │   ├── ties by Draw or by Number
// │   ├── equals comparing fractions
// │   └── law: a strict total order
// └── rankProposals
//     ├── ranks each half by itself, all of its proposals
//     ├── neighbours are strictly ordered
//     └── without halves → all in the first
import { expect } from 'chai'
import fc from 'fast-check'
import { makeDraw, placeOf } from '../../protocol/draw.ts'
import { compareProposals, rankProposals } from '../../protocol/ranking.ts'
import { neutralPoints, type Rules } from '../../protocol/rules.ts'
import type { Tally } from '../../protocol/tally.ts'
import { anyRound, tallyOf } from './anyRound.ts'
import { makeJuryRules, makeRules } from './makeRules.ts'
import { seedOf } from './seedOf.ts'

describe('ranking', () => {
  describe('compareProposals', () => {
    it('starts everyone with a neutral review under Mean', () => {
      const rules = makeJuryRules({ order: 'Mean', maxScore: 5 })
      // Halves of (2·S + 6) / (C + 1): 8 of one 5, 7.5 of three 4, 3 of none.
      expect(firstOf(rules, [5, 1], [12, 3])).to.equal(1)
      expect(firstOf(rules, [3, 1], [12, 3])).to.equal(2)
      expect(firstOf(rules, [0, 0], [2, 1])).to.equal(1)
    })

    it('is exact beyond 2⁵³ under Mean', () => {
      const rules = makeJuryRules({
        order: 'Mean',
        ties: 'Number',
        weights: [65_535],
        maxScore: 255,
      })
      const sum = 2 ** 40 - 2
      expect(firstOf(rules, [sum, 131_071], [sum + 1, 131_071])).to.equal(2)
      expect(firstOf(rules, [sum + 1, 131_071], [sum, 131_071])).to.equal(1)
    })

    it('takes the sum alone under Sum', () => {
      const rules = makeJuryRules({ order: 'Sum' })
      expect(firstOf(rules, [10, 99], [9, 1])).to.equal(1)
      expect(firstOf(rules, [10, 99], [11, 99])).to.equal(2)
    })

    it('breaks ties by the draw or by the number', () => {
      for (const counter of [1, 2, 3, 4, 5, 6]) {
        const parameters = (ties: Rules['ties']) => {
          const rules = makeJuryRules({ ties })
          const draw = makeDraw({ seed: seedOf(counter), rules, n: 2 })
          return {
            rules,
            draw,
            tally: toTally([
              [3, 1],
              [3, 2],
            ]),
          }
        }
        const { draw } = parameters('Draw')
        const drawn = compareProposals(parameters('Draw'))(1, 2)
        expect(drawn < 0).to.equal(
          placeOf(draw, 1).position < placeOf(draw, 2).position,
        )
        expect(compareProposals(parameters('Number'))(1, 2)).to.be.below(0)
      }
    })

    it('equals comparing fractions', () => {
      const sums = fc.nat(2 ** 31 - 1)
      const counts = fc.nat(131_072)
      const standing = fc.tuple(sums, counts)
      const any = fc.tuple(
        standing,
        standing,
        fc.constantFrom('Score', 'Borda'),
      )
      fc.assert(
        fc.property(any, ([a, b, points]) => {
          const rules = makeJuryRules({ order: 'Mean', ties: 'Number', points })
          const neutral = BigInt(neutralPoints(rules, 2))
          const cross = ([s]: number[], [, c]: number[]) =>
            (2n * BigInt(s!) + neutral) * (BigInt(c!) + 1n)
          const isFirst = cross(a, b) >= cross(b, a)
          expect(firstOf(rules, a, b)).to.equal(isFirst ? 1 : 2)
        }),
      )
    })

    it('is a strict total order', () => {
      fc.assert(
        fc.property(anyRound(), (round) => {
          const tally = tallyOf(round, round.ballots)
          const compare = compareProposals({ ...round, tally })
          const numbers = Array.from({ length: round.n }, (_, i) => i + 1)
          const isBefore = (a: number, b: number) => compare(a, b) < 0
          for (const a of numbers)
            for (const b of numbers) {
              expect(compare(a, b) === 0).to.equal(a === b)
              expect(isBefore(a, b) && isBefore(b, a)).to.equal(false)
              for (const c of numbers)
                if (isBefore(a, b) && isBefore(b, c) && !isBefore(a, c))
                  expect.fail(`${a}, ${b}, ${c}`)
            }
        }),
        { numRuns: 50 },
      )
    })
  })

  describe('rankProposals', () => {
    it('ranks each half by itself, all of its proposals', () => {
      fc.assert(
        fc.property(anyRound(), (round) => {
          const tally = tallyOf(round, round.ballots)
          const orders = rankProposals({ ...round, tally })
          const all = orders.flat().toSorted((a, b) => a - b)
          expect(all).to.deep.equal(Array.from(all, (_, i) => i + 1))
          expect(all).to.have.length(round.n)
          for (const half of [0, 1] as const)
            for (const number of orders[half])
              expect(placeOf(round.draw, number).half).to.equal(half)
          if (!round.rules.owners) expect(orders[1]).to.deep.equal([])
        }),
      )
    })

    it('orders neighbours strictly', () => {
      fc.assert(
        fc.property(anyRound(), (round) => {
          const tally = tallyOf(round, round.ballots)
          const compare = compareProposals({ ...round, tally })
          for (const order of rankProposals({ ...round, tally }))
            order.slice(1).forEach((number, index) => {
              expect(compare(order[index]!, number)).to.be.below(0)
            })
        }),
      )
    })

    it('ranks 1,200 in a moment', () => {
      const rules = makeRules({ order: 'Mean' })
      const draw = makeDraw({ seed: seedOf(1), rules, n: 1_200 })
      const sums = Float64Array.from({ length: 1_200 }, (_, i) => (i * 7) % 90)
      const counts = Uint32Array.from({ length: 1_200 }, (_, i) => 90 + (i % 9))
      const orders = rankProposals({ rules, draw, tally: { sums, counts } })
      expect(orders.map((order) => order.length)).to.deep.equal([600, 600])
    }).timeout(1_000)
  })
})

/** Which of two proposals stands first, each with sum and count. */
function firstOf(rules: Rules, a: number[], b: number[]): number | undefined {
  const draw = makeDraw({ seed: seedOf(1), rules, n: 2 })
  return rankProposals({ rules, draw, tally: toTally([a, b]) })[0][0]
}

function toTally(standings: number[][]): Tally {
  return {
    sums: Float64Array.from(standings, ([sum]) => sum!),
    counts: Uint32Array.from(standings, ([, count]) => count!),
  }
}
