// isSound
// ├── given nothing wrong → true
// └── given a difference, a spoiled or unopened ballot, a failure, a receipt that
//     was not kept → false
import { expect } from 'chai'
import { isSound } from '../../../cli/rehearse/isSound.ts'
import type { Finding } from '../../../verifier/finding.ts'

const sentence = { ko: '…', en: '…' }
const passed: Finding = { check: 'draw.seed', outcome: 'passed', sentence }
const good = {
  audit: { findings: [passed] },
  rehearsal: {
    ballots: { cast: 3, opened: 3, spoiled: 0, unopened: 0 },
    comparisons: { compare: () => undefined, compared: 1, differences: [] },
  },
}
const { ballots, comparisons } = good.rehearsal

describe('isSound', () => {
  it('is content with a round that came out as it should', () => {
    expect(isSound(good)).to.equal(true)
    const receipts = { given: 3, kept: 3 }
    expect(isSound({ ...good, receipts })).to.equal(true)
  })

  const difference = { where: 'phase', expected: 'a', actual: 'b' }
  type Change = Partial<Parameters<typeof isSound>[0]>
  const bad: [name: string, change: Change][] = [
    [
      'a failed check',
      { audit: { findings: [passed, { ...passed, outcome: 'failed' }] } },
    ],
    ['a spoiled ballot', withBallots({ spoiled: 1 })],
    ['an unopened ballot', withBallots({ unopened: 1 })],
    ['a receipt not kept', { receipts: { given: 3, kept: 2 } }],
    [
      'a difference',
      {
        rehearsal: {
          ballots,
          comparisons: { ...comparisons, differences: [difference] as never[] },
        },
      },
    ],
  ]

  for (const [name, change] of bad)
    it(`is not content with ${name}`, () => {
      expect(isSound({ ...good, ...change })).to.equal(false)
    })
})

function withBallots(change: Partial<typeof ballots>): Partial<typeof good> {
  return { rehearsal: { comparisons, ballots: { ...ballots, ...change } } }
}
