// a table of departures
// ├── Korean headings, any order, an empty `added` → departures, each with its line
// ├── each fault is told by its line; the good lines stay
// ├── without its columns → line 1
// └── what is written is read again, whatever the reasons hold
import { expect } from 'chai'
import * as fc from 'fast-check'
import type { DepartureStanding } from '../../protocol/departures.ts'
import {
  parseDepartures,
  writeDepartures,
} from '../../protocol/departuresTable.ts'

/** 1 to 3 are recommended; 4 to 6 may come, 7 has withdrawn. */
const standing: DepartureStanding = {
  rules: { budget: 0n, quotas: [], minReviews: 0 },
  proposals: Array.from({ length: 7 }, (_, index) => ({
    ...{ category: 0, ask: 1n, half: 0, reviews: 1 },
    isWithdrawn: index === 6,
    isRecommended: index < 3,
  })),
}

describe('departuresTable', () => {
  it('reads what offices write', () => {
    const text = '사유,비고,추가,제외\n"겹침, 있음",x,4,1\n\n철회 예정,,,2\n'
    const { departures, faults } = parseDepartures(text, standing)
    expect(faults).to.deep.equal([])
    expect(departures).to.deep.equal([
      { line: 2, removed: 1, added: 4, reason: '겹침, 있음' },
      { line: 4, removed: 2, added: 0, reason: '철회 예정' },
    ])
  })

  it('tells each fault by its line', () => {
    const lines = [
      'removed,added,reason',
      '1,4,good',
      'x,4,a',
      '4,5,a',
      '1,5,a',
      '2,7,a',
      '2,4,a',
      '2,5,',
      '3,0,good',
    ]
    const { departures, faults } = parseDepartures(lines.join('\n'), standing)
    expect(departures.map(({ removed }) => removed)).to.deep.equal([1, 3])
    expect(faults).to.deep.equal([
      { line: 3, fault: 'not a number' },
      { line: 4, fault: 'not recommended' },
      { line: 5, fault: 'removed twice' },
      { line: 6, fault: 'cannot take the place' },
      { line: 7, fault: 'added twice' },
      { line: 8, fault: 'no reason' },
    ])
  })

  it('asks for its columns', () => {
    const { faults } = parseDepartures('제외,사유\n1,a\n', standing)
    expect(faults).to.deep.equal([{ line: 1, fault: 'a column is missing' }])
  })

  it('reads what it wrote', () => {
    const reason = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .map((text) => text.trim())
      .filter((text) => text !== '' && !/^'[=+\-@]/.test(text))
    fc.assert(
      fc.property(reason, (given) => {
        const departures = [{ removed: 1, added: 4, reason: given }]
        const read = parseDepartures(writeDepartures(departures), standing)
        expect(read.departures).to.deep.equal([{ ...departures[0], line: 2 }])
      }),
    )
  })
})
