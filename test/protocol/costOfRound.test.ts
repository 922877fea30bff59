/**
 * the cost of a round
 * ├── of officials and trustees: what a rehearsed round used, within a seventh
 * ├── price and ether follow the gas; more trustees, seats and proposals cost more
 * └── a relayer needs what it pays and what anyone may pay, and no more
 */
import { expect } from 'chai'
import { parseEther, parseGwei } from 'viem'
import { createProgress } from '../../cli/progress.ts'
import { planSimulation } from '../../cli/rehearse/planSimulation.ts'
import { playRound } from '../../cli/rehearse/rehearse.ts'
import { type CostRow, costOfRound } from '../../protocol/costOfRound.ts'

const trustees = { threshold: 2, count: 3 }
const proposals = 60
const size = { ballots: 12, seats: 120, acts: proposals, proposals, trustees }
const price = parseGwei('2')

type What = CostRow['what']

const gasOf = (what: What, changed: Partial<typeof size> = {}): number => {
  const { rows } = costOfRound({ ...size, ...changed, price })
  return Number(rows.find((row) => row.what === what)?.gas)
}

describe('the cost of a round', () => {
  it('is near what a rehearsed round used', async function () {
    this.timeout(120_000)
    const sizes = { communities: proposals, seats: 2, list: 5, fund: 3 }
    const seed = 'cost'
    const plan = planSimulation({ ...sizes, turnout: 0.1, trustees, seed })
    const silent = createProgress({ write: () => true })
    const used = await playRound(plan, seed, silent, (_stage, { gas }) => {
      const sum = (...names: Parameters<typeof gas.used>[0][]) =>
        names.reduce((total, name) => total + Number(gas.used(name)), 0)
      return Promise.resolve({
        'make, freeze and confirm': sum('create', 'freeze', 'confirm'),
        'screen and number': sum('screening', 'roster'),
        'send signed acts': sum('registration'),
        // Of the lottery as many are released; the draw is metered with them.
        'make and release keys': sum('keys', 'release', 'release'),
      } satisfies Partial<Record<What, number>>)
    })
    for (const [what, gas] of Object.entries(used))
      expect(gasOf(what as What) / gas, what).to.be.within(6 / 7, 7 / 6)
  })

  it('grows with what there is more of', () => {
    const more: [What, Partial<typeof size>][] = [
      ['publish the roll', { seats: 121 }],
      ['cast the ballots', { ballots: 13 }],
      ['open the ballots', { ballots: 13 }],
      ['screen and number', { proposals: 61 }],
      ['send signed acts', { acts: 61 }],
      ['make and release keys', { trustees: { threshold: 2, count: 4 } }],
      ['make and release keys', { trustees: { threshold: 3, count: 3 } }],
    ]
    for (const [what, changed] of more)
      expect(gasOf(what, changed), what).to.be.greaterThan(gasOf(what))
  })

  it('is the price times the gas, and the relayer’s what it may pay', () => {
    const { relayer, rows } = costOfRound({ ...size, price })
    for (const { eth, gas } of rows)
      expect(parseEther(eth)).to.equal(gas * price)
    const paid = rows.filter(({ who }) => who === 'relayer' || who === 'anyone')
    expect(paid).to.have.length(4)
    const gas = paid.reduce((sum, row) => sum + row.gas, 0n)
    expect(relayer.gas).to.equal(gas)
  })
})
