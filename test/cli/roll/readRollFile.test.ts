// readRollFile
// ├── given UTF-8, UTF-8 with BOM, CP949 → the same roll
// ├── given lines and columns in any order, blank lines → the same roll
// ├── given a jury → one column fewer
// ├── given a wrong line (one table) → TableError with that line
// ├── given many → all of them
// └── given a header without a column → TableHeaderError
import { expect } from 'chai'
import iconv from 'iconv-lite'
import { getAddress, zeroAddress } from 'viem'
import { TableError, TableUnreadableError } from '../../../cli/csv/readTable.ts'
import { readRollFile } from '../../../cli/roll/readRollFile.ts'
import { TableHeaderError } from '../../../protocol/csv/parseTable.ts'
import { planRoll } from '../../../protocol/planRoll.ts'
import { toChunks } from '../../../protocol/roll.ts'
import type { RollShape } from '../../../protocol/rollTable.ts'
import { expectRejection } from '../../protocol/expectRejection.ts'
import { address } from '../../protocol/makeRules.ts'
import { inTemporaryFolder } from '../inTemporaryFolder.ts'

const shape: RollShape = {
  owners: true,
  communities: 2,
  seatsPerCommunity: 2,
  reviewers: 4,
}
const jury = { ...shape, owners: false, communities: 0, seatsPerCommunity: 0 }
const key = address(0xabcdef)
const rows = [
  `1,1,${key}`,
  `1,2,${address(2)}`,
  `2,1,${zeroAddress}`,
  `2,2,${address(4)}`,
]
const roll = [key, address(2), zeroAddress, address(4)]

describe('readRollFile', () => {
  const folder = inTemporaryFolder()

  async function read(content: string | Uint8Array, of = shape) {
    return readRollFile(await folder.write('roll.csv', content), of)
  }

  async function linesOf(changed: readonly string[]): Promise<number[]> {
    const csv = ['community,seat,key', ...changed].join('\n')
    const { problems } = await expectRejection(read(csv), TableError)
    return problems.map(({ line }) => line)
  }

  const header = '공동체,자리,열쇠,비고 똠방각하'
  const korean = [header, ...rows.map((row) => `${row},펲`)].join('\r\n')
  const encodings: [name: string, content: string | Uint8Array, is: string][] =
    [
      ['UTF-8', korean, 'UTF-8'],
      ['UTF-8 with BOM', `\ufeff${korean}`, 'UTF-8'],
      ['CP949', iconv.encode(korean, 'cp949'), 'CP949'],
    ]
  for (const [name, content, encoding] of encodings)
    it(`reads ${name}`, async () => {
      const file = await read(content)
      expect(file.roll).to.deep.equal(roll)
      expect(file.encoding).to.equal(encoding)
      expect(file.emptySeats).to.equal(1)
    })

  it('reads lines and columns in any order', async () => {
    const swapped = rows
      .map((row) => row.split(',').reverse().join(' , '))
      .reverse()
    const csv = ['Key,Seat,Community', '', ...swapped, ',,', ''].join('\n')
    expect((await read(csv)).roll).to.deep.equal(roll)
  })

  it('reads the roll of a jury', async () => {
    const lines = roll.map((key, index) => `${index + 1},${getAddress(key)}`)
    const csv = ['reviewer,key', ...lines].join('\n')
    expect((await read(csv, jury)).roll).to.deep.equal(roll)
  })

  const wrongLines: [what: string, line: string][] = [
    ['a key that is too short', '1,2,0x1234'],
    ['no key', '1,2,'],
    ['a letter changed', `1,2,${getAddress(key).replace('A', 'a')}`],
    ['a community that is none', `3,2,${address(2)}`],
    ['a community by name', `가람,2,${address(2)}`],
    ['seat 0', `1,0,${address(2)}`],
    ['a seat too many', `1,3,${address(2)}`],
    ['a seat given before', `1,1,${address(2)}`],
  ]
  for (const [what, line] of wrongLines)
    it(`refuses ${what}`, async () => {
      const [first = '', , ...rest] = rows
      expect(await linesOf([first, line, ...rest])).to.include(3)
    })

  it('refuses a key given before, in other letters too', async () => {
    const repeated = `2,2,${getAddress(key)}`
    expect(await linesOf([...rows.slice(0, 3), repeated])).to.deep.equal([5])
  })

  it('tells missing seats once, after the last line', async () => {
    expect(await linesOf(rows.slice(0, 2))).to.deep.equal([4])
  })

  it('tells all problems at once', async () => {
    const lines = ['1,1,0x', '1,9,0x', ...rows.slice(2)]
    expect(await linesOf(lines)).to.deep.equal([2, 3, 3, 6])
  })

  it('refuses a header without a column', async () => {
    const reading = read('community,key\n1,2')
    const { missing } = await expectRejection(reading, TableHeaderError)
    expect(missing).to.deep.equal(['seat'])
  })

  it('refuses an empty file, and none', async () => {
    await expectRejection(read('community,seat,key\n'), TableError)
    await expectRejection(read(''), TableHeaderError)
    await expectRejection(
      readRollFile(folder.pathOf('none.csv'), shape),
      TableUnreadableError,
    )
  })
})

describe('planRoll', () => {
  const long = Array.from({ length: 2_050 }, (_, index) => address(index + 1))
  const chunks = [...toChunks(long).entries()]

  it('sends everything where nothing stands', () => {
    const { changes, toSend } = planRoll(long, [])
    expect(toSend.map(({ chunk }) => chunk)).to.deep.equal([0, 1, 2])
    expect(changes).to.deep.equal([])
  })

  it('sends nothing that stands already', () => {
    expect(planRoll(long, chunks).toSend).to.deep.equal([])
  })

  it('goes on after an interruption', () => {
    const { toSend } = planRoll(long, chunks.slice(0, 1))
    expect(toSend.map(({ chunk }) => chunk)).to.deep.equal([1, 2])
  })

  it('sends the chunk of a changed seat, and names the seat', () => {
    const changed = long.with(1_030, address(9_999))
    const { changes, toSend } = planRoll(changed, chunks)
    expect(toSend.map(({ chunk }) => chunk)).to.deep.equal([1])
    expect(changes).to.deep.equal([
      { index: 1_030, from: address(1_031), to: address(9_999) },
    ])
  })
})
