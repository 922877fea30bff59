// leastReviews
// ├── given no column `selected` → 0, as the greedy rule says
// ├── given a project without votes that is selected → 0
// ├── given one that fits and is not selected → 1, with a note
// ├── given one that does not fit → 0
// └── given a threshold → reviews for approvals, else a note
import { expect } from 'chai'
import { leastReviews } from '../../../protocol/pabulib/leastReviews.ts'
import type { PabulibFile } from '../../../protocol/pabulib/pabulibFile.ts'

describe('leastReviews', () => {
  it('follows the greedy rule where the file says nothing', () => {
    expect(leastReviews(makeFile({ cost: 1n }))).to.deep.equal({
      minReviews: 0,
      notes: [],
    })
  })

  it('sees what the file does with projects that nobody chose', () => {
    const least = (cost: bigint, selected: number) =>
      leastReviews(makeFile({ cost, selected })).minReviews
    expect(least(1n, 1)).to.equal(0)
    expect(least(1n, 0)).to.equal(1)
    expect(least(99n, 0)).to.equal(0)
    const { notes } = leastReviews(makeFile({ cost: 1n, selected: 0 }))
    expect(notes).to.have.length(1)
  })

  it('takes a threshold on approvals', () => {
    const meta = new Map([['min_project_score_threshold', '30']])
    const file = { ...makeFile({ cost: 1n }), meta }
    expect(leastReviews({ ...file, voteType: 'approval' }).minReviews).to.equal(
      30,
    )
    const { minReviews, notes } = leastReviews(file)
    expect(minReviews).to.equal(0)
    expect(notes).to.have.length(1)
  })
})

/** A chosen project of cost 5 and an unchosen one; the budget is 10. */
function makeFile(unchosen: { cost: bigint; selected?: number }): PabulibFile {
  const chosen = unchosen.selected === undefined ? {} : { selected: 1 }
  return {
    meta: new Map(),
    voteType: 'cumulative',
    decimals: 0,
    budget: 10n,
    projects: [
      { id: 'a', name: '', cost: 5n, rest: {}, ...chosen },
      { id: 'b', name: '', rest: {}, ...unchosen },
    ],
    ballots: [{ voterId: '1', choices: [{ project: 'a', points: 2 }] }],
  }
}
