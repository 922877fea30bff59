// printing
// ├── displayWidth: Hangul and emoji take two cells, combined signs none
// ├── oneLine: no line ends, no control or direction signs, cut at a width
// └── renderTable: columns line up whatever is in them
import { expect } from 'chai'
import {
  displayWidth,
  oneLine,
  percent,
  renderTable,
} from '../../cli/printing.ts'

describe('printing', () => {
  it('knows how wide text stands', () => {
    expect(displayWidth('Ogród')).to.equal(5)
    expect(displayWidth('Ogro\u0301d')).to.equal(5)
    expect(displayWidth('두레')).to.equal(4)
    expect(displayWidth('🎉')).to.equal(2)
  })

  it('makes one harmless line of any text', () => {
    expect(oneLine(' a\n\tb ', 10)).to.equal('a b')
    expect(oneLine('\u001b[31mred\u202e', 10)).to.equal('[31mred')
    expect(oneLine('abcdef', 6)).to.equal('abcdef')
    expect(oneLine('abcdefg', 6)).to.equal('abcde…')
    expect(oneLine('두레두레', 6)).to.equal('두레…')
  })

  it('lines columns up', () => {
    const columns = [
      { heading: 'name' },
      { heading: 'n', align: 'right' },
    ] as const
    const rows = [
      ['두레', '1'],
      ['abc', '100'],
    ]
    expect(renderTable(columns, rows).split('\n')).to.deep.equal([
      'name    n',
      '두레    1',
      'abc   100',
    ])
  })

  it('writes parts in percent', () => {
    expect(percent(1, 3)).to.equal('33.3 %')
    expect(percent(0, 0)).to.equal('–')
  })
})
