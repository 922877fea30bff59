// points
// ├── checkValues
// │   ├── given values inside the rules → 0
// │   ├── given one broken rule → its reason
// │   ├── given several → the first reason of the list, wherever it stands
// │   └── given another number of values → ValueCountError
// └── pointsOf
//     ├── Score: the weighted sum
//     ├── Borda: 2 above, 1 tied or without opinion, 0 below
//     ├── Borda leaves the blank card aside
//     ├── given no opinion → no points and no opinion
//     ├── Borda: given m opinions → m·(m − 1) points in all
//     └── Borda equals counting every pair
import { expect } from 'chai'
import fc from 'fast-check'
import {
  checkValues,
  pointsOf,
  type PointsRules,
  ValueCountError,
} from '../../protocol/points.ts'

const score: PointsRules = {
  weights: [1],
  maxScore: 5,
  pointsPerBallot: 0,
  points: 'Score',
}
const borda: PointsRules = { ...score, points: 'Borda' }
const criteria: PointsRules = { ...score, weights: [3, 1] }

describe('points', () => {
  describe('checkValues', () => {
    it('finds nothing wrong with values inside the rules', () => {
      expect(checkValues(score, [1, 2, 0], [0, 5, 0])).to.equal(0)
      expect(checkValues(criteria, [1, 2], [1, 5, 0, 0])).to.equal(0)
      const likes = { ...score, pointsPerBallot: 10 }
      expect(checkValues(likes, [1, 2], [5, 5])).to.equal(0)
      expect(checkValues(score, [1, 2], Uint8Array.of(1, 2))).to.equal(0)
    })

    it('gives the reason of one broken rule', () => {
      expect(checkValues(score, [1, 2], [6, 0])).to.equal(1)
      expect(checkValues(criteria, [1, 2], [1, 1, 0, 1])).to.equal(2)
      expect(checkValues(score, [1, 0], [1, 1])).to.equal(3)
      const likes = { ...score, pointsPerBallot: 9 }
      expect(checkValues(likes, [1, 2], [5, 5])).to.equal(4)
    })

    it('gives the first reason of the list, wherever it stands', () => {
      const rules = { ...criteria, pointsPerBallot: 1 }
      expect(checkValues(rules, [0, 1], [1, 0, 6, 6])).to.equal(1)
      expect(checkValues(rules, [0, 1], [1, 1, 5, 0])).to.equal(2)
      expect(checkValues(rules, [1, 0], [5, 5, 1, 1])).to.equal(3)
    })

    it('counts the unweighted values against the limit', () => {
      const rules = { ...criteria, pointsPerBallot: 10 }
      expect(checkValues(rules, [1], [5, 5])).to.equal(0)
    })

    it('refuses another number of values', () => {
      expect(() => checkValues(score, [1, 2], [1])).to.throw(ValueCountError)
      expect(() => pointsOf(score, [1], [1, 2])).to.throw(ValueCountError)
    })
  })

  describe('pointsOf', () => {
    it('sums weighted values under Score', () => {
      expect(pointsOf(criteria, [7, 8, 0], [5, 2, 0, 0, 0, 0])).to.deep.equal({
        points: [17, 0, 0],
        opinions: [true, false, false],
      })
    })

    it('compares with every other proposal under Borda', () => {
      expect(pointsOf(borda, [4, 9, 2, 7], [5, 3, 3, 0])).to.deep.equal({
        points: [2 + 2 + 1, 0 + 1 + 1, 0 + 1 + 1, 0],
        opinions: [true, true, true, false],
      })
    })

    it('leaves the blank card aside under Borda', () => {
      expect(pointsOf(borda, [4, 0, 2], [1, 0, 2]).points).to.deep.equal([
        0, 0, 2,
      ])
    })

    it('keeps an opinion that earns nothing', () => {
      expect(pointsOf(borda, [4, 2], [1, 2])).to.deep.equal({
        points: [0, 2],
        opinions: [true, true],
      })
    })

    it('deals m·(m − 1) points where all have an opinion', () => {
      const values = fc.array(fc.integer({ min: 1, max: 5 }), {
        minLength: 2,
        maxLength: 15,
      })
      fc.assert(
        fc.property(values, (ballot) => {
          const m = ballot.length
          const list = ballot.map((_, index) => index + 1)
          const { points } = pointsOf(borda, list, ballot)
          expect(points.reduce((a, b) => a + b)).to.equal(m * (m - 1))
        }),
      )
    })

    it('equals counting every pair', () => {
      const entry = fc.record({ isBlank: fc.boolean(), value: fc.nat(3) })
      fc.assert(
        fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
          const list = entries.map(({ isBlank }, i) => (isBlank ? 0 : i + 1))
          const values = entries.map((e) => (e.isBlank ? 0 : e.value))
          const expected = values.map((value, i) => {
            const others = list.flatMap((number, j) =>
              j === i || number === 0 ? [] : [values[j]!],
            )
            const above = others.filter((other) => other > 0 && other < value)
            const even = others.filter(
              (other) => other === 0 || other === value,
            )
            return value === 0 ? 0 : 2 * above.length + even.length
          })
          expect(pointsOf(borda, list, values).points).to.deep.equal(expected)
        }),
      )
    })
  })
})
