/**
 * Ranking
 * ├── rank
 * │   ├── takes one order of each half, from anyone, and refuses all others
 * │   ├── writes down when it was taken
 * │   └── a withdrawn proposal keeps its place
 * └── the order
 *     ├── by Mean, everybody begins with one neutral review
 *     ├── by Sum, many middling reviews stand before one high
 *     └── of equals, the draw or the number decides
 */
import { expect } from 'chai'
import { packNumbers } from '../../../protocol/packedNumbers.ts'
import { withdraw } from '../support/acts.ts'
import {
  castPage,
  honestOrders,
  makeBallot,
  openPage,
  rankAs,
} from '../support/ballots.ts'
import { time } from '../support/chain.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import {
  juryRules,
  type RulesChange,
  toClose,
  toKeyCame,
  toRanking,
  upTo,
} from '../support/stage.ts'

const round = makeMoments()

describe('Ranking', () => {
  describe('rank', () => {
    it('nobody can hand in another order: one of 36 is taken', async () => {
      const stage = await round('ranking')
      const [first, second] = await honestOrders(stage)
      const taken: string[] = []
      for (const one of permutations(first))
        for (const other of permutations(second)) {
          const call = stage.round.rank.staticCall(
            packNumbers(one),
            packNumbers(other),
          )
          if (await isDone(call)) taken.push(String([one, other]))
        }
      expect(taken).to.deep.equal([String([first, second])])
    })

    it('writes down when it was taken', async () => {
      const stage = await round('ranking')
      expect(await stage.round.rankedAt()).to.equal(0)
      const at = (await time.latest()) + 100
      const orders = await honestOrders(stage)
      await time.setNextBlockTimestamp(at)
      await rankAs(stage, ...orders)
      expect(await stage.round.rankedAt()).to.equal(at)
    })

    it('a withdrawn proposal keeps its place', async () => {
      const stage = await round('ranking')
      const orders = await honestOrders(stage)
      await withdraw(stage, orders[0][0] ?? 0)
      expect(await honestOrders(stage)).to.deep.equal(orders)
      await rankAs(stage, ...orders)
    })
  })

  describe('the order', () => {
    // One review of 5; four reviews of 4; none; two reviews of 2.
    const values = [
      [5, 4, 0, 2],
      [0, 4, 0, 2],
      [0, 4, 0, 0],
      [0, 4, 0, 0],
    ]

    it('by Mean, begins with one neutral review', async () => {
      // (2·5 + 6) / 2 = 8; (2·16 + 6) / 5 = 7.6; 6 / 1 = 6; (2·4 + 6) / 3 = 4.7
      const stage = await counted(values, { order: 'Mean' })
      await expectTheOrder(stage, [1, 2, 3, 4])
    })

    it('by Sum, counts every point', async () => {
      const stage = await counted(values, { order: 'Sum' })
      await expectTheOrder(stage, [2, 1, 4, 3])
    })

    it('of equals by number, the first registered wins', async () => {
      const equal = [[3, 3, 3, 3]]
      const stage = await counted(equal, { order: 'Sum', ties: 'Number' })
      await expectTheOrder(stage, [1, 2, 3, 4])
    })

    it('of equals by the draw, the lower position wins', async () => {
      const equal = [[3, 3, 3, 3]]
      const stage = await counted(equal, { order: 'Mean', ties: 'Draw' })
      const positions = await Promise.all(
        upTo(4).map(async (number) => {
          const { position } = await stage.round.place(number)
          return { number, position: Number(position) }
        }),
      )
      const expected = positions.sort((a, b) => a.position - b.position)
      await expectTheOrder(
        stage,
        expected.map(({ number }) => number),
      )
    })
  })
})

/** Four jurors who score all four proposals; their ballots are counted. */
async function counted(
  values: readonly (readonly number[])[],
  rules: RulesChange,
): Promise<Played> {
  const jury = { ...juryRules, reviewers: 4, seats: 1, ...rules }
  const stage = await makeMoments({ n: 4, rules: jury })('review')
  const ballots = await Promise.all(
    values.map((own, index) => makeBallot(stage, index + 1, own)),
  )
  await castPage(stage, ballots)
  await toClose(stage)
  await toKeyCame(stage)
  await openPage(stage, 1, ballots)
  await toRanking(stage)
  return stage
}

async function expectTheOrder(stage: Played, order: readonly number[]) {
  expect(await honestOrders(stage)).to.deep.equal([order, []])
  await expect(rankAs(stage, order)).to.emit(stage.round, 'Ranked')
}

function permutations(numbers: readonly number[]): number[][] {
  if (numbers.length < 2) return [[...numbers]]
  return numbers.flatMap((first) =>
    permutations(numbers.filter((other) => other !== first)).map((rest) => [
      first,
      ...rest,
    ]),
  )
}

function isDone(call: Promise<unknown>): Promise<boolean> {
  return call.then(
    () => true,
    () => false,
  )
}
