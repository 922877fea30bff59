// parsePabulib
// ├── given a valid file
// │   ├── reads META, projects and ballots
// │   ├── whatever the line ends, the mark at the start, blank lines, padding
// │   ├── whatever the order of columns and sections
// │   ├── quoted fields hold semicolons, quotes and line ends
// │   ├── scoring and approval votes
// │   ├── decimals → whole units for budget and costs alike
// │   └── 100,000 ballots in a moment
// └── given a broken one → PabulibError
//     ├── each problem with its line and values
//     ├── … its line also behind fields of several lines
//     ├── several problems, by line, up to 20
//     └── a wrong structure hides what follows from it
import { expect } from 'chai'
import { parsePabulib } from '../../../protocol/pabulib/parsePabulib.ts'
import {
  PabulibError,
  type PabulibProblemCode,
} from '../../../protocol/pabulib/problem.ts'
import { sample, sampleLines, sampleWith } from './sample.ts'

describe('parsePabulib', () => {
  describe('given a valid file', () => {
    it('reads META, projects and ballots', () => {
      const { meta, ...file } = parsePabulib(sample)
      expect([...meta].slice(0, 2)).to.deep.equal([
        ['description', 'A budget for tests'],
        ['num_projects', '3'],
      ])
      expect(file).to.deep.equal({
        voteType: 'cumulative',
        decimals: 0,
        budget: 1_000n,
        projects: [
          project('A/1', 600n, { votes: 2, score: 5, selected: 1 }, 'A garden'),
          project('b', 500n, { votes: 1, score: 1, selected: 0 }, 'Benches'),
          project(
            '30',
            400n,
            { votes: 1, score: 1, selected: 1 },
            'Bicycle racks',
          ),
        ],
        ballots: [
          { voterId: '7', choices: [{ project: 'A/1', points: 3 }] },
          {
            voterId: '8',
            choices: [
              { project: 'A/1', points: 2 },
              { project: 'b', points: 1 },
              { project: '30', points: 1 },
            ],
          },
          { voterId: '9', choices: [] },
        ],
      })
    })

    it('whatever its line ends, first mark, blank lines and padding', () => {
      const expected = parsePabulib(sample)
      const padded = sampleLines.map((line) => ` ${line};; `).join('\n')
      for (const text of [
        `\ufeff${sample}`,
        `${sample}\n`,
        sample.replaceAll('\n', '\r\n'),
        sample.replaceAll('\n', '\r'),
        sample.replaceAll('\n', '\n\n'),
        sample.replace('META', 'Meta').replace('VOTES', 'votes'),
        sample.replaceAll(',', ' , '),
        padded,
      ])
        expect(parsePabulib(text)).to.deep.equal(expected)
    })

    it('whatever the order of columns and sections', () => {
      const turned = [
        ...['VOTES', 'age;points;voter_id;vote', '40;3;7;A/1'],
        ...[';2,1,1;8;A/1,b,30', '61;;9;'],
        ...['PROJECTS', 'selected;name;score;votes;cost;project_id'],
        ...['1;A garden;5;2;600;A/1', '0;Benches;1;1;500;b'],
        ...['1;Bicycle racks;1;1;400;30', 'META', 'value;key'],
        ...sampleLines
          .slice(2, 10)
          .map((line) => line.split(';').toReversed().join(';')),
      ].join('\n')
      expect(parsePabulib(turned)).to.deep.equal(parsePabulib(sample))
    })

    it('with semicolons, quotes and line ends in quoted fields', () => {
      const { projects, meta } = parsePabulib(
        sampleWith({
          3: 'description;"One; ""two""\nthree"',
          8: 'comment;a; b;c',
          13: '"A/1";600;2;5;"Garden ""Eden""; 園\n두레 🌱";1',
          14: 'b;500;1;1;Benches "here", there;0',
        }),
      )
      expect(meta.get('description')).to.equal('One; "two"\nthree')
      expect(meta.get('comment')).to.equal('a;b;c')
      expect(projects[0]?.name).to.equal('Garden "Eden"; 園\n두레 🌱')
      expect(projects[1]?.name).to.equal('Benches "here", there')
    })

    it('with other columns kept and empty fields left out', () => {
      const { projects } = parsePabulib(
        sampleWith({
          12: 'project_id;cost;votes;score;name;category;latitude',
          13: 'A/1;600;;5.0;;parks,water;50.1',
          14: 'b;500;1',
          15: '30;400;1;1;Racks;;',
        }),
      )
      expect(projects[0]).to.deep.equal({
        id: 'A/1',
        name: '',
        cost: 600n,
        score: 5,
        category: 'parks,water',
        rest: { latitude: '50.1' },
      })
      expect(projects[1]).to.deep.equal({
        id: 'b',
        name: '',
        cost: 500n,
        votes: 1,
        rest: { latitude: '' },
      })
    })

    it('of scoring and of approval votes', () => {
      const scoring = parsePabulib(sampleWith({ 7: 'vote_type;scoring' }))
      expect(scoring.voteType).to.equal('scoring')
      expect(scoring.ballots[0]?.choices[0]?.points).to.equal(3)
      const approval = parsePabulib(
        sampleWith({
          7: 'vote_type;Approval',
          17: 'voter_id;vote',
          18: '7;A/1',
          19: '8;A/1,b,30',
          20: '9;',
        }),
      )
      expect(approval.voteType).to.equal('approval')
      expect(approval.ballots.map(({ choices }) => choices)).to.deep.equal([
        [{ project: 'A/1', points: 1 }],
        ['A/1', 'b', '30'].map((id) => ({ project: id, points: 1 })),
        [],
      ])
    })

    it('of which budget and costs are in the same whole units', () => {
      const { budget, decimals, projects } = parsePabulib(
        sampleWith({
          6: 'budget;1 000 000,5',
          13: 'A/1;600.00;2;5;A garden;1',
          14: 'b;1,000.25;1;1;Benches;0',
        }),
      )
      expect(decimals).to.equal(2)
      expect(budget).to.equal(100_000_050n)
      expect(projects.map(({ cost }) => cost)).to.deep.equal([
        60_000n,
        100_025n,
        40_000n,
      ])
    })

    it('of 100,000 ballots in a moment', () => {
      const votes = Array.from({ length: 100_000 }, (_, i) => `v${i};b,30;2,1`)
      const text = sampleWith({
        5: 'num_votes;100000',
        17: 'voter_id;vote;points',
        18: votes.join('\n'),
        19: null,
        20: null,
      })
      expect(parsePabulib(text).ballots).to.have.length(100_000)
    }).timeout(10_000)
  })

  describe('given a broken one', () => {
    type Case = [
      changes: Record<number, string | null>,
      code: PabulibProblemCode,
      line: number,
      values?: (string | number)[],
    ]
    const cases: Case[] = [
      // Structure.
      [{ 1: 'hello\nMETA' }, 'outsideSection', 1],
      [{ 1: null }, 'outsideSection', 1],
      [{ 11: null }, 'sectionMissing', 19, ['PROJECTS']],
      [{ 16: null }, 'sectionMissing', 19, ['VOTES']],
      [{ 16: 'PROJECTS' }, 'sectionRepeated', 16, ['PROJECTS']],
      [
        { 17: null, 18: null, 19: null, 20: null },
        'headerMissing',
        16,
        ['VOTES'],
      ],
      [{ 2: 'key;text' }, 'columnMissing', 2, ['META', 'value']],
      [
        { 12: 'id;cost;votes;score;name;selected' },
        'columnMissing',
        12,
        ['PROJECTS', 'project_id'],
      ],
      [
        { 12: 'project_id;price;votes;score;name;selected' },
        'columnMissing',
        12,
        ['PROJECTS', 'cost'],
      ],
      [
        { 17: 'voter_id;votes;points;age' },
        'columnMissing',
        17,
        ['VOTES', 'vote'],
      ],
      [
        { 12: 'project_id;cost;votes;votes;name;selected' },
        'columnRepeated',
        12,
        ['PROJECTS', 'votes'],
      ],
      [{ 14: 'b;500;1;1;Benches;here;0' }, 'tooManyFields', 14, [7, 6]],
      [{ 19: '8;A/1;b;30;2,1,1' }, 'tooManyFields', 19, [5, 4]],
      [{ 14: 'b;500;1;1;"Benches;0' }, 'badQuotes', 14],
      [{ 14: 'b;500;1;1;"Benches" here;0' }, 'badQuotes', 14],
      // META.
      [{ 6: null }, 'keyMissing', 1, ['budget']],
      [{ 6: 'budget;' }, 'keyMissing', 6, ['budget']],
      [{ 6: 'budget;1,000' }, 'amountUnclear', 6, ['budget', '1,000']],
      [{ 6: 'budget;1000;EUR' }, 'amountUnclear', 6, ['budget', '1000;EUR']],
      [{ 6: 'budget;-5' }, 'amountNegative', 6, ['budget', '-5']],
      [{ 6: 'budget;0.00' }, 'budgetZero', 6],
      [
        { 6: `budget;${2n ** 128n}` },
        'amountTooLarge',
        6,
        ['budget', `${2n ** 128n}`],
      ],
      [{ 7: null }, 'keyMissing', 1, ['vote_type']],
      [{ 7: 'vote_type;ordinal' }, 'voteTypeOrdinal', 7],
      [{ 7: 'vote_type;choose-1' }, 'voteTypeUnknown', 7, ['choose-1']],
      [{ 8: 'budget;1000' }, 'keyRepeated', 8, ['budget', 6]],
      [{ 4: 'num_projects;4' }, 'countDiffers', 4, ['num_projects', 4, 3]],
      [{ 5: 'num_votes;2' }, 'countDiffers', 5, ['num_votes', 2, 3]],
      [{ 20: null }, 'countDiffers', 5, ['num_votes', 3, 2]],
      [{ 5: 'num_votes;many' }, 'notWhole', 5, ['num_votes', 'many']],
      [{ 9: 'max_points;-1' }, 'notWhole', 9, ['max_points', '-1']],
      // PROJECTS.
      [{ 14: 'b;-1;1;1;Benches;0' }, 'amountNegative', 14, ['cost', '-1']],
      [{ 14: 'b;;1;1;Benches;0' }, 'amountUnclear', 14, ['cost', '']],
      [{ 14: 'b;1e3;1;1;Benches;0' }, 'amountUnclear', 14, ['cost', '1e3']],
      [{ 14: 'b;500;x;1;Benches;0' }, 'notWhole', 14, ['votes', 'x']],
      [{ 14: 'b;500;1;1.5;Benches;0' }, 'notWhole', 14, ['score', '1.5']],
      [{ 14: 'b;500;1;1;Benches;yes' }, 'selectedUnknown', 14, ['yes']],
      [{ 14: ';500;1;1;Benches;0', 19: '8;A/1;1' }, 'idMissing', 14],
      [
        { 15: 'b;500;1;1;Benches;0', 19: '8;A/1;1' },
        'idRepeated',
        15,
        ['project_id', 'b', 14],
      ],
      // VOTES.
      [
        { 17: 'voter_id;vote;marks;age' },
        'columnMissing',
        16,
        ['VOTES', 'points'],
      ],
      [{ 18: ';A/1;3;40' }, 'idMissing', 18, ['voter_id']],
      [{ 20: '7;;;61' }, 'idRepeated', 20, ['voter_id', '7', 18]],
      [{ 18: '7;C;3;40' }, 'choiceUnknown', 18, ['C']],
      [{ 18: '7;a/1;3;40' }, 'choiceUnknown', 18, ['a/1']],
      [{ 18: '7;b,30,b;1,1,1;40' }, 'choiceRepeated', 18, ['b']],
      [{ 18: '7;b,,30;1,1,1;40' }, 'choiceEmpty', 18],
      [{ 18: '7;b,;1,1;40' }, 'choiceEmpty', 18],
      [{ 18: '7;b,30;3;40' }, 'pointsCount', 18, [1, 2]],
      [{ 18: '7;b;1,2;40' }, 'pointsCount', 18, [2, 1]],
      [{ 18: '7;;1;40' }, 'pointsCount', 18, [1, 0]],
      [{ 18: '7;b;;40' }, 'pointsCount', 18, [0, 1]],
      [{ 18: '7;b;1.5;40' }, 'pointsWrong', 18, ['1.5']],
      [{ 18: '7;b;-1;40' }, 'pointsWrong', 18, ['-1']],
      [{ 18: '7;b;many;40' }, 'pointsWrong', 18, ['many']],
      [
        { 9: null, 10: 'max_length;3', 18: '7;b;256;40' },
        'pointsWrong',
        17,
        ['256'],
      ],
      [{ 18: '7;b;4;40' }, 'aboveMaxPoints', 18, [4, 3]],
      [{ 18: '7;b,30;3,2;40' }, 'aboveMaxSum', 18, [5, 4]],
      [{ 9: 'max_length;2' }, 'aboveMaxLength', 19, [3, 2]],
    ]
    // Where a section is not found, it is missing too.
    const manifold = ['outsideSection', 'sectionRepeated']
    for (const [changes, code, line, values] of cases)
      it(`tells line ${line}: ${code}(${values?.join(', ') ?? ''})`, () => {
        const [problem, ...others] = problemsOf(sampleWith(changes))
        expect(problem).to.include({ code, line })
        if (values) expect(problem?.values).to.deep.equal(values)
        expect(problem?.reason).to.be.a('string').that.is.not.empty
        if (!manifold.includes(code)) expect(others).to.deep.equal([])
      })

    it('tells the line behind fields of several lines', () => {
      const changes = { 13: 'A/1;600;2;5;"A\n\ngarden";1', 18: '7;C;3;40' }
      for (const text of [
        sampleWith(changes),
        `\ufeff${sampleWith(changes)}`,
        sampleWith(changes).replaceAll('\n', '\r\n'),
      ])
        expect(problemsOf(text)).to.have.nested.property('[0].line', 20)
      const quoted = { 14: 'b;500;1;1;"One\ntwo";"0' }
      expect(problemsOf(sampleWith(quoted))[0]).to.include({
        code: 'badQuotes',
        line: 15,
      })
    })

    it('tells several problems, by line', () => {
      const text = sampleWith({
        5: 'num_votes;9',
        6: 'budget;none',
        14: 'b;-1;1;1;Benches;0',
        18: '7;C,C;300;40',
      })
      expect(
        problemsOf(text).map(({ line, code }) => [line, code]),
      ).to.deep.equal([
        [5, 'countDiffers'],
        [6, 'amountUnclear'],
        [14, 'amountNegative'],
        [18, 'pointsCount'],
        [18, 'pointsWrong'],
        [18, 'choiceUnknown'],
        [18, 'choiceUnknown'],
      ])
      expect(errorOf(text).message).to.contain('Line 6: The budget "none"')
    })

    it('tells 20 problems at most', () => {
      const votes = Array.from({ length: 50 }, (_, i) => `v${i};C;1`)
      const text = sampleWith({ 5: null, 20: votes.join('\n') })
      expect(problemsOf(text)).to.have.length(20)
    })

    it('tells a wrong structure before what follows from it', () => {
      const text = sampleWith({ 11: null, 18: '7;C;3;40' })
      expect(problemsOf(text).map(({ code }) => code)).to.deep.equal([
        'sectionMissing',
      ])
      expect(problemsOf('').map(({ code }) => code)).to.deep.equal([
        'sectionMissing',
        'sectionMissing',
        'sectionMissing',
      ])
    })
  })
})

function errorOf(text: string): PabulibError {
  try {
    parsePabulib(text)
  } catch (error) {
    if (error instanceof PabulibError) return error
    throw error
  }
  return expect.fail('The file was accepted.')
}

function problemsOf(text: string) {
  return errorOf(text).problems
}

function project(
  id: string,
  cost: bigint,
  columns: Record<string, number>,
  name: string,
) {
  return { id, name, cost, ...columns, rest: {} }
}
