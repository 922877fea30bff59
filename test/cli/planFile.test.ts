// planFile
// ├── proposals, asks and values follow the file's order
// ├── limits: of META, raised with a note to what the ballots hold
// ├── approval votes: one point each, threshold as least reviews
// ├── another rule → a note
// └── given one project or none → ElectionSizeError
import { expect } from 'chai'
import { planFile } from '../../cli/rehearse/planFile.ts'
import { ElectionSizeError } from '../../protocol/pabulib/electionRules.ts'
import type { PabulibFile } from '../../protocol/pabulib/pabulibFile.ts'
import { parsePabulib } from '../../protocol/pabulib/parsePabulib.ts'
import { makeElection } from './elections.ts'

const trustees = { threshold: 1, count: 1 }

describe('planFile', () => {
  const file = parsePabulib(makeElection())

  it('makes a round of an election', () => {
    const plan = planFile('x.pb', file, trustees)
    expect(plan.proposals.map(({ id }) => id)).to.deep.equal([
      'a',
      'B-2/IX',
      'ż',
      'd',
      'E 5',
    ])
    expect(plan.proposals[0]?.ask).to.equal(40_025n)
    expect(plan.rules).to.deep.include({
      owners: false,
      reviewers: 6,
      budget: 100_050n,
      maxScore: 5,
      pointsPerBallot: 7,
      points: 'Score',
      order: 'Sum',
      ties: 'Number',
    })
    expect(plan.notes).to.deep.equal([])
    expect([...plan.arrivals]).to.deep.equal([1, 2, 3, 4, 5, 6])
    const list = Uint16Array.of(1, 2, 3, 4, 5)
    expect([...plan.review(2, list)]).to.deep.equal([2, 2, 0, 0, 1])
    expect([...plan.review(5, list)]).to.deep.equal([0, 0, 0, 0, 0])
  })

  it('raises a limit that a ballot breaks, and says so', () => {
    const meta = withMeta('max_sum_points', '4')
    const { notes, rules } = planFile('x.pb', { ...file, meta }, trustees)
    expect(rules.pointsPerBallot).to.equal(6)
    expect(notes.join()).to.include('max_sum_points 4')
  })

  it('sets no limit where META has none', () => {
    const meta = new Map<string, string>()
    const { rules } = planFile('x.pb', { ...file, meta }, trustees)
    expect(rules).to.deep.include({ maxScore: 5, pointsPerBallot: 0 })
  })

  it('takes approvals', () => {
    const approval: PabulibFile = {
      ...file,
      voteType: 'approval',
      meta: withMeta('min_project_score_threshold', '2'),
      ballots: file.ballots.map(({ voterId, choices }) => ({
        voterId,
        choices: choices.map(({ project }) => ({ project, points: 1 })),
      })),
    }
    const { rules } = planFile('x.pb', approval, trustees)
    expect(rules).to.deep.include({ maxScore: 1, minReviews: 2 })
  })

  it('says where its rule is another', () => {
    const meta = withMeta('rule', 'equalshares')
    const { notes } = planFile('x.pb', { ...file, meta }, trustees)
    expect(notes.join()).to.include('equalshares')
  })

  it('refuses what no round can hold', () => {
    const single = { ...file, projects: file.projects.slice(0, 1) }
    const empty = { ...file, ballots: [] }
    for (const election of [single, empty])
      expect(() => planFile('x.pb', election, trustees)).to.throw(
        ElectionSizeError,
      )
  })

  function withMeta(key: string, value: string): Map<string, string> {
    return new Map([...file.meta, [key, value]])
  }
})
