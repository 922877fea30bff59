/**
 * Selection
 * ├── seats
 * │   ├── go to the first along the order
 * │   ├── of withdrawn proposals stay unspent, or go to the reserve
 * │   ├── pass over proposals with too few reviews
 * │   └── are rounded between the halves, half up, and never cross them
 * ├── a budget
 * │   ├── funds what fits and skips what does not
 * │   ├── of withdrawn proposals stays unspent, or goes to the reserve
 * │   └── is split between the halves, what cannot be split to the first
 * └── quotas
 *     ├── give each category its own seats
 *     └── leave empty what a category cannot fill
 */
import { expect } from 'chai'
import { withdraw } from '../support/acts.ts'
import { honestOrders, rankHonestly } from '../support/ballots.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import { rankedJury, recommendedOf } from '../support/rankedJury.ts'
import type { RulesChange } from '../support/stage.ts'

const asks = [2_000n, 1_000n, 500n, 1_000n, 700n, 100n]

describe('Selection', () => {
  describe('seats', () => {
    it('go to the first along the order', async () => {
      const stage = await rankedJury({ seats: 3 })
      expect(await recommendedOf(stage)).to.deep.equal([1, 2, 3])
    })

    it('of a withdrawn proposal stay unspent', async () => {
      const stage = await rankedJury({ seats: 3 }, { withdrawn: [2] })
      expect(await recommendedOf(stage)).to.deep.equal([1, 3])
    })

    it('of a withdrawn proposal go to the reserve, if the rules say so', async () => {
      const rules = { seats: 3, reserveTakesWithdrawn: true }
      const stage = await rankedJury(rules, { withdrawn: [2] })
      expect(await recommendedOf(stage)).to.deep.equal([1, 3, 4])
    })

    it('are not used up by a withdrawn proposal further down', async () => {
      const stage = await rankedJury({ seats: 3 }, { withdrawn: [4] })
      expect(await recommendedOf(stage)).to.deep.equal([1, 2, 3])
    })

    it('pass over proposals with too few reviews', async () => {
      const rules = { seats: 3, minReviews: 1 }
      const stage = await rankedJury(rules, { values: [6, 0, 4, 0, 2, 0] })
      expect(await recommendedOf(stage)).to.deep.equal([1, 3, 5])
    })

    it('are not used up by a withdrawn proposal with too few reviews', async () => {
      const rules = { seats: 3, minReviews: 1 }
      const stage = await rankedJury(rules, {
        values: [6, 5, 4, 3, 2, 0],
        withdrawn: [6],
      })
      expect(await recommendedOf(stage)).to.deep.equal([1, 2, 3])
    })

    it('stay empty where nobody is eligible', async () => {
      const stage = await rankedJury({ seats: 3, minReviews: 2 })
      expect(await recommendedOf(stage)).to.deep.equal([])
    })

    // Seven proposals: halves of four and three, whichever holds the blank card.
    for (const [seats, ofFour] of [
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 3],
      [6, 3],
      [7, 4],
    ] as const)
      it(`${seats} of seven proposals: ${ofFour} in the half of four`, async () => {
        const stage = await makeMoments({ n: 7, rules: { seats } })(
          'objections',
        )
        const orders = await honestOrders(stage)
        const given = await recommendedOf(stage)
        expect(given.length).to.equal(seats)
        for (const order of orders) {
          const count = order.length === 4 ? ofFour : seats - ofFour
          expect(
            given.filter((number) => order.includes(number)),
          ).to.have.members(order.slice(0, count))
        }
      })

    it('half of a seat goes to the first half', async () => {
      const stage = await makeMoments({ rules: { seats: 3 } })('objections')
      const [first, second] = await honestOrders(stage)
      expect(await recommendedOf(stage)).to.have.members([
        ...first.slice(0, 2),
        ...second.slice(0, 1),
      ])
    })

    it('of a half that withdrew never help the other', async () => {
      const rules = { seats: 4, reserveTakesWithdrawn: true }
      const stage = await makeMoments({ rules })('ranking')
      const [first, second] = await honestOrders(stage)
      for (const number of first) await withdraw(stage, number)
      await rankHonestly(stage)
      expect(await recommendedOf(stage)).to.have.members(second.slice(0, 2))
    })
  })

  describe('a budget', () => {
    it('funds what fits and skips what does not', async () => {
      const stage = await rankedJury(budget(2_600n), { details: withAsks })
      expect(await recommendedOf(stage)).to.deep.equal([1, 3, 6])
      expect(await spentOf(stage)).to.deep.equal([2_600n, 0n])
    })

    it('is spent to the last unit', async () => {
      const stage = await rankedJury(budget(3_500n), { details: withAsks })
      expect(await recommendedOf(stage)).to.deep.equal([1, 2, 3])
      expect(await spentOf(stage)).to.deep.equal([3_500n, 0n])
    })

    it('of a withdrawn proposal stays unspent', async () => {
      const stage = await rankedJury(budget(2_600n), {
        details: withAsks,
        withdrawn: [1],
      })
      expect(await recommendedOf(stage)).to.deep.equal([3, 6])
      expect(await spentOf(stage)).to.deep.equal([600n, 0n])
    })

    it('of a withdrawn proposal goes to the reserve, if the rules say so', async () => {
      const stage = await rankedJury(
        { ...budget(2_600n), reserveTakesWithdrawn: true },
        { details: withAsks, withdrawn: [1] },
      )
      expect(await recommendedOf(stage)).to.deep.equal([2, 3, 4, 6])
      expect(await spentOf(stage)).to.deep.equal([2_600n, 0n])
    })

    it('passes over proposals with too few reviews', async () => {
      const stage = await rankedJury(
        { ...budget(2_600n), minReviews: 1 },
        { details: withAsks, values: [0, 5, 4, 3, 2, 0] },
      )
      expect(await recommendedOf(stage)).to.deep.equal([2, 3, 4])
    })

    it('takes a proposal that asks for nothing', async () => {
      const stage = await rankedJury(budget(1n), {
        details: (number) => ({ ask: number === 6 ? 0n : 2n }),
      })
      expect(await recommendedOf(stage)).to.deep.equal([6])
    })

    it('holds the widest asks', async () => {
      const widest = 2n ** 128n - 1n
      const stage = await rankedJury(budget(widest), {
        details: () => ({ ask: widest }),
      })
      expect(await recommendedOf(stage)).to.deep.equal([1])
      expect(await spentOf(stage)).to.deep.equal([widest, 0n])
    })

    it('is split between the halves, what cannot be split to the first', async () => {
      const rules = { seats: 0, budget: 2_001n }
      const load = makeMoments({ rules, details: () => ({ ask: 1_001n }) })
      const stage = await load('objections')
      const [first] = await honestOrders(stage)
      expect(await recommendedOf(stage)).to.deep.equal(first.slice(0, 1))
      expect(await spentOf(stage)).to.deep.equal([1_001n, 0n])
    })
  })

  describe('quotas', () => {
    const quotas = [
      { category: 2, seats: 2 },
      { category: 1, seats: 1 },
    ]

    it('give each category its own seats', async () => {
      const stage = await rankedJury(
        { seats: 3, quotas },
        { details: (number) => ({ category: number < 4 ? 1 : 2 }) },
      )
      expect(await recommendedOf(stage)).to.deep.equal([1, 4, 5])
    })

    it('leave empty what a category cannot fill', async () => {
      const stage = await rankedJury(
        { seats: 3, quotas },
        { details: (number) => ({ category: number < 6 ? 1 : 2 }) },
      )
      expect(await recommendedOf(stage)).to.deep.equal([1, 6])
    })

    it('give nothing to a category without one', async () => {
      const stage = await rankedJury(
        { seats: 3, quotas },
        { details: (number) => ({ category: number < 3 ? 9 : 2 }) },
      )
      expect(await recommendedOf(stage)).to.deep.equal([3, 4])
    })

    it('of a withdrawn proposal stay unspent in its category', async () => {
      const stage = await rankedJury(
        { seats: 3, quotas },
        {
          details: (number) => ({ category: number < 4 ? 1 : 2 }),
          withdrawn: [4],
        },
      )
      expect(await recommendedOf(stage)).to.deep.equal([1, 5])
    })
  })
})

function budget(amount: bigint): RulesChange {
  return { seats: 0, budget: amount }
}

function withAsks(number: number) {
  return { ask: asks[number - 1] ?? 0n }
}

/** What the event of the ranking says. */
async function spentOf({ round }: Played): Promise<bigint[]> {
  const [event] = await round.queryFilter(round.filters.Ranked)
  return [...(event?.args.spent ?? [])]
}
