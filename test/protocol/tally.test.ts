// tally
// ├── given a ballot → adds its points, counts each opinion
// ├── given an opinion without points → counts it
// ├── given a spoiled ballot → its reason, and nothing changes
// ├── given the same ballots in another order → the same tally
// └── law: S ≤ C × the most points of a ballot, C ≤ the reviewers
import { expect } from 'chai'
import fc from 'fast-check'
import { mostPoints } from '../../protocol/rules.ts'
import { addBallot, makeTally } from '../../protocol/tally.ts'
import { anyRound, tallyOf } from './anyRound.ts'
import { makeRules } from './makeRules.ts'

describe('tally', () => {
  const score = makeRules({ points: 'Score', listLength: 3 })
  const borda = makeRules({ points: 'Borda', listLength: 3 })

  it('adds points, counts opinions', () => {
    const tally = makeTally(4)
    expect(addBallot(tally, score, [4, 0, 1], [5, 0, 2])).to.equal(0)
    expect(addBallot(tally, score, [4, 1, 2], [3, 0, 1])).to.equal(0)
    expect([...tally.sums]).to.deep.equal([2, 1, 0, 8])
    expect([...tally.counts]).to.deep.equal([1, 1, 0, 2])
  })

  it('counts an opinion without points', () => {
    const tally = makeTally(3)
    addBallot(tally, borda, [1, 2, 3], [1, 2, 3])
    expect([...tally.sums]).to.deep.equal([0, 2, 4])
    expect([...tally.counts]).to.deep.equal([1, 1, 1])
  })

  it('leaves a spoiled ballot out', () => {
    const tally = makeTally(3)
    expect(addBallot(tally, score, [1, 2, 0], [1, 2, 3])).to.equal(3)
    expect(tally).to.deep.equal(makeTally(3))
  })

  it('does not depend on the order of the ballots', () => {
    const shuffled = anyRound().chain((round) =>
      fc.tuple(
        fc.constant(round),
        fc.shuffledSubarray(round.ballots, {
          minLength: round.ballots.length,
        }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([round, ballots]) => {
        expect(tallyOf(round, ballots)).to.deep.equal(
          tallyOf(round, round.ballots),
        )
      }),
    )
  })

  it('stays within count and scale', () => {
    fc.assert(
      fc.property(anyRound(), (round) => {
        const { sums, counts } = tallyOf(round, round.ballots)
        const most = mostPoints(round.rules, round.n)
        for (const [index, sum] of sums.entries()) {
          expect(sum).to.be.at.most(counts[index]! * most)
          expect(counts[index]).to.be.at.most(round.ballots.length)
        }
      }),
    )
  })
})
