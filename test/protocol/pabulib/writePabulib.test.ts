// writePabulib
// ├── writes META, projects and ballots
// ├── META follows the data
// ├── given any file → parsePabulib gives it back
// └── given a file that was read and written → the same text again
import { expect } from 'chai'
import fc from 'fast-check'
import { parsePabulib } from '../../../protocol/pabulib/parsePabulib.ts'
import { writePabulib } from '../../../protocol/pabulib/writePabulib.ts'
import { anyPabulib } from './anyPabulib.ts'
import { sample } from './sample.ts'

describe('writePabulib', () => {
  it('writes META, projects and ballots', () => {
    expect(writePabulib(parsePabulib(sample)).split('\n')).to.deep.equal([
      'META',
      'key;value',
      'description;A budget for tests',
      'num_projects;3',
      'num_votes;3',
      'budget;1000',
      'vote_type;cumulative',
      'rule;greedy',
      'max_points;3',
      'max_sum_points;4',
      'PROJECTS',
      'project_id;cost;name;votes;score;selected',
      'A/1;600;A garden;2;5;1',
      'b;500;Benches;1;1;0',
      '30;400;Bicycle racks;1;1;1',
      'VOTES',
      'voter_id;vote;points',
      '7;A/1;3',
      '8;A/1,b,30;2,1,1',
      '9;;',
      '',
    ])
  })

  it('lets META follow the data', () => {
    const file = parsePabulib(sample)
    const { meta } = parsePabulib(
      writePabulib({
        ...file,
        budget: 12_345n,
        decimals: 2,
        ballots: file.ballots.slice(1),
      }),
    )
    expect(meta.get('budget')).to.equal('123.45')
    expect(meta.get('num_votes')).to.equal('2')
    expect(meta.get('description')).to.equal('A budget for tests')
  })

  it('is read back without loss', () => {
    fc.assert(
      fc.property(anyPabulib(), (file) => {
        const { meta, ...read } = parsePabulib(writePabulib(file))
        const { meta: written, ...expected } = file
        expect(read).to.deep.equal(expected)
        expect(meta.get('comment')).to.equal(written.get('comment'))
      }),
      { numRuns: 300 },
    )
  })

  it('writes the same text again', () => {
    fc.assert(
      fc.property(anyPabulib(), (file) => {
        const text = writePabulib(file)
        expect(writePabulib(parsePabulib(text))).to.equal(text)
      }),
    )
  })
})
