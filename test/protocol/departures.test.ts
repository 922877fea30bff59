// departures
// ├── of what is not recommended, or twice of the same → refused
// ├── by nobody → taken
// ├── by another of the half → taken; of the other half, the category, withdrawn, little reviewed, recommended → refused
// ├── by the same one twice → refused
// └── beyond the half's money → refused
import { expect } from 'chai'
import {
  addableFor,
  checkDepartures,
  type DecidedProposal,
  type DepartureStanding,
} from '../../protocol/departures.ts'

const plain: DecidedProposal = {
  ...{ category: 1, ask: 10n, isWithdrawn: false },
  ...{ half: 0, reviews: 3, isRecommended: false },
}
const rules = { budget: 0n, quotas: [], minReviews: 2 }

/** 1 and 2 are recommended, 3 may take their places; the rest may not. */
const standing: DepartureStanding = {
  rules,
  proposals: [
    { ...plain, isRecommended: true },
    { ...plain, isRecommended: true },
    plain,
    { ...plain, half: 1 },
    { ...plain, isWithdrawn: true },
    { ...plain, reviews: 1 },
    { ...plain, category: 2 },
  ],
}

describe('checkDepartures', () => {
  it('refuses to remove what is not recommended, or is removed', () => {
    const once = { removed: 1, added: 0 }
    for (const removed of [0, 3, 8])
      expect(checkDepartures(standing, [{ removed, added: 0 }])).to.deep.equal({
        error: 'Round_DepartureRemoved',
        removed,
      })
    expect(checkDepartures(standing, [once, once])).to.deep.equal({
      error: 'Round_DepartureRemoved',
      removed: 1,
    })
  })

  it('takes a removal without anybody in the place', () => {
    expect(checkDepartures(standing, [{ removed: 2, added: 0 }])).to.equal(
      undefined,
    )
  })

  it('takes only an eligible one of the same half in the place', () => {
    expect(addableFor(standing, 1)).to.deep.equal([3, 7])
    expect(checkDepartures(standing, [{ removed: 1, added: 3 }])).to.equal(
      undefined,
    )
    for (const added of [1, 2, 4, 5, 6, 9])
      expect(checkDepartures(standing, [{ removed: 1, added }])).to.deep.equal({
        error: 'Round_DepartureAdded',
        added,
      })
  })

  it('keeps to the category where there are quotas', () => {
    const quotas = [{ category: 1, seats: 2 }]
    const withQuotas = { ...standing, rules: { ...rules, quotas } }
    expect(addableFor(withQuotas, 1)).to.deep.equal([3])
  })

  it('does not add the same one twice', () => {
    const departures = [
      { removed: 1, added: 3 },
      { removed: 2, added: 3 },
    ]
    expect(checkDepartures(standing, departures)).to.deep.equal({
      error: 'Round_DepartureAdded',
      added: 3,
    })
  })

  it('refuses what costs more than the half has', () => {
    const proposals = standing.proposals.map((proposal, index) =>
      index === 2 ? { ...proposal, ask: 30n } : proposal,
    )
    const withBudget = { proposals, rules: { ...rules, budget: 40n } }
    const refusal = checkDepartures(withBudget, [{ removed: 1, added: 3 }])
    expect(refusal).to.deep.equal({
      ...{ error: 'Round_DepartureBudget', half: 0 },
      ...{ spent: 40n, budget: 35n },
    })
  })
})
