// amount
// ├── parseAmount
// │   ├── given a clear form → its exact value
// │   ├── given a form that could mean two, or none → nothing
// │   └── given any amount → formatAmount and parseAmount undo each other
// └── scaleAmount brings amounts to the same units
import { expect } from 'chai'
import fc from 'fast-check'
import {
  formatAmount,
  parseAmount,
  scaleAmount,
} from '../../../protocol/pabulib/amount.ts'

describe('amount', () => {
  const clear: [text: string, units: bigint, decimals: number][] = [
    ['470623', 470_623n, 0],
    ['470623.50', 4_706_235n, 1],
    ['470623,50', 4_706_235n, 1],
    ['470623.00', 470_623n, 0],
    [' 12 ', 12n, 0],
    ['0', 0n, 0],
    ['007', 7n, 0],
    ['0.500', 5n, 1],
    ['0,125', 125n, 3],
    ['1234.567', 1_234_567n, 3],
    ['1000.0001', 10_000_001n, 4],
    ['1 000 000', 1_000_000n, 0],
    ['1\u00a0000\u00a0000,25', 100_000_025n, 2],
    ['1\u202f000.500', 10_005n, 1],
    ['1,000,000.00', 1_000_000n, 0],
    ['1,000,000', 1_000_000n, 0],
    ['1.000.000', 1_000_000n, 0],
    ['1.000.000,5', 10_000_005n, 1],
    ['1,000.50', 10_005n, 1],
    ['1.000,50', 10_005n, 1],
    ['-5.5', -55n, 1],
    ['-1 000', -1_000n, 0],
    ['340282366920938463463374607431768211456', 2n ** 128n, 0],
  ]
  for (const [text, units, decimals] of clear)
    it(`reads "${text}"`, () => {
      expect(parseAmount(text)).to.deep.equal({ units, decimals })
    })

  const unclear = [
    '1,000',
    '1.000',
    '470.623',
    '-12,345',
    '1 00',
    '10 00 000',
    '1,00,000',
    '1,000,00',
    '1.000,000.5',
    '1,000.000,5',
    '0 500',
    '1e6',
    '0x10',
    '1000 PLN',
    '€5',
    '+5',
    '--5',
    '.5',
    '5.',
    '1_000',
    "1'000",
    '٣',
    'NaN',
    '',
  ]
  for (const text of unclear)
    it(`does not guess at "${text}"`, () => {
      expect(parseAmount(text)).to.equal(undefined)
    })

  it('is formatted and read without loss', () => {
    const units = fc.bigInt({ min: 0n, max: 2n ** 128n })
    fc.assert(
      fc.property(units, fc.nat(6), (number, decimals) => {
        const text = formatAmount(number, decimals)
        const amount = parseAmount(text)
        expect(amount && scaleAmount(amount, decimals)).to.equal(number)
      }),
    )
  })

  it('is brought to the same units', () => {
    expect(scaleAmount({ units: 15n, decimals: 1 }, 3)).to.equal(1_500n)
    expect(scaleAmount({ units: 15n, decimals: 0 }, 0)).to.equal(15n)
  })

  it('is formatted so that it stays clear', () => {
    expect(formatAmount(470_623n, 0)).to.equal('470623')
    expect(formatAmount(5n, 2)).to.equal('0.05')
    expect(formatAmount(-1_234n, 2)).to.equal('-12.34')
    expect(formatAmount(500_000n, 3)).to.equal('500')
    expect(formatAmount(500_125n, 3)).to.equal('500.1250')
  })
})
