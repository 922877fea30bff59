// drawLaws
// ├── a number that is named makes its law hold
// ├── a list one longer, or proposals one fewer, break it again
// ├── given 872 communities of 10 with lists of 10 → all hold
// └── given everybody scores everything → only the number of reviews is told
import { expect } from 'chai'
import { drawLaws, reviewsPerProposal } from '../../protocol/drawLaws.ts'
import { makeJuryRules, makeRules } from './makeRules.ts'

describe('drawLaws', () => {
  const sizes = [5, 12, 37, 100, 401]
  const seats = [1, 2, 7]

  it('names numbers that hold, and the last that do', () => {
    let broken = 0
    for (const n of sizes)
      for (const seatsPerCommunity of seats) {
        const rules = makeRules({ seatsPerCommunity, listLength: 60 })
        for (const law of drawLaws(rules, n)) {
          if (law.holds || law.name === 'enough') continue
          broken += 1
          const holds = (listLength: number, proposals: number) =>
            drawLaws({ ...rules, listLength }, proposals).find(
              ({ name }) => name === law.name,
            )?.holds
          if (law.list !== undefined) {
            expect(holds(law.list, n)).to.equal(true)
            expect(holds(law.list + 1, n)).to.equal(false)
          } else expect(holds(2, n)).to.equal(false)
          expect(holds(60, law.proposals!)).to.equal(true)
          expect(holds(60, law.proposals! - 1)).to.equal(false)
        }
      }
    expect(broken).to.be.greaterThan(20)
  })

  it('names a list that is long enough', () => {
    const rules = makeRules({ seatsPerCommunity: 3, listLength: 4 })
    const needy = { ...rules, minReviews: 20 }
    const law = drawLaws(needy, 100).find(({ name }) => name === 'enough')
    expect(law).to.deep.include({ holds: false, left: 12, right: 20, list: 7 })
    const jury = { ...makeJuryRules({ listLength: 5 }), minReviews: 20 }
    const ofJury = drawLaws(jury, 60).find(({ name }) => name === 'enough')
    expect(ofJury).to.deep.include({ left: 8, list: 12, proposals: 25 })
    const longer = { ...jury, listLength: 12 }
    expect(reviewsPerProposal(longer, 60)).to.equal(20)
    expect(reviewsPerProposal(jury, 25)).to.equal(20)
  })

  it('holds for the size that the product is made for', () => {
    expect(drawLaws(makeRules(), 872).every(({ holds }) => holds)).to.equal(
      true,
    )
  })

  it('knows no halves where everybody scores everything', () => {
    const laws = drawLaws(makeRules({ listLength: 0 }), 12)
    expect(laws.map(({ name }) => name)).to.deep.equal(['enough'])
    expect(laws[0]?.left).to.equal(110)
  })
})
