/**
 * A whole round under each rule that must work
 * └── given ballots of all kinds
 *     ├── has the points and counts of the protocol
 *     ├── takes the order of the protocol, and no other
 *     └── recommends what the protocol recommends, and confirms it
 */
import { expect } from 'chai'
import { toBitField } from '../../protocol/bitField.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { reviewerCount, type Rules } from '../../protocol/rules.ts'
import {
  castPage,
  honestOrders,
  type KnownBallot,
  listOf,
  makeBallot,
  opaqueEnvelope,
  openPage,
  rankAs,
  tallies,
} from './support/ballots.ts'
import { expectedRecommendation, expectedTallies } from './support/model.ts'
import {
  makeMoments,
  type MomentsOptions,
  type Played,
} from './support/moments.ts'
import {
  juryRules,
  type RulesChange,
  someDigest,
  toClose,
  toConfirmation,
  toKeyCame,
  toRanking,
  upTo,
} from './support/stage.ts'

const juryLists = { ...juryRules, listLength: 3, points: 'Borda' } as const
const ownersAll = { listLength: 0, seats: 2 } as const
const twoCategories = {
  quotas: [
    { category: 1, seats: 2 },
    { category: 2, seats: 1 },
  ],
}

type Case = Omit<MomentsOptions, 'rules'> & { rules: RulesChange }

const cases: Readonly<Record<string, Case>> = {
  'halves, Borda, Mean': { n: 8, rules: { listLength: 4 } },
  'halves with a blank card': { n: 7, rules: { listLength: 4 } },
  'halves, Borda of values up to 31': {
    rules: { listLength: 3, maxScore: 31 },
  },
  'halves, Borda of values up to 32': {
    rules: { listLength: 3, maxScore: 32 },
  },
  'halves, Borda of values up to 255, blank card': {
    n: 7,
    rules: { listLength: 4, maxScore: 255 },
  },
  'halves, Borda of few weighted criteria': {
    n: 7,
    rules: { listLength: 4, weights: [2, 1, 3], maxScore: 5 },
  },
  'halves, Borda of many weighted criteria': {
    n: 7,
    rules: { listLength: 4, weights: [20, 1, 300], maxScore: 5 },
  },
  'halves, Borda of one weight': { rules: { listLength: 3, weights: [9] } },
  'halves, Score, Mean': { n: 7, rules: { listLength: 4, points: 'Score' } },
  'halves, Score of weighted criteria, Sum': {
    n: 7,
    rules: {
      listLength: 4,
      points: 'Score',
      order: 'Sum',
      weights: [3, 65_535],
    },
  },
  'halves, Borda, Sum, ties by number': {
    n: 7,
    rules: { listLength: 4, order: 'Sum', ties: 'Number', maxScore: 2 },
  },
  'halves with a budget': {
    n: 7,
    rules: { listLength: 4, seats: 0, budget: 5_000n },
    details: (number) => ({ ask: 700n + 311n * BigInt(number % 4) }),
  },
  'halves with quotas': {
    n: 9,
    rules: { listLength: 5, ...twoCategories },
    details: (number) => ({ category: 1 + (number % 2) }),
  },
  'halves with quotas and a category without': {
    n: 9,
    rules: { listLength: 5, ...twoCategories },
    details: (number) => ({ category: 1 + (number % 3) }),
  },
  'halves with quotas of a category that nobody has': {
    n: 7,
    rules: { listLength: 4, ...twoCategories },
  },
  'owners who score all others, Score': {
    n: 5,
    rules: { ...ownersAll, points: 'Score' },
  },
  'owners who score all others, Borda': { n: 5, rules: ownersAll },
  'owners who score all others, wide Borda': {
    n: 5,
    rules: { ...ownersAll, maxScore: 99 },
  },
  'a jury with lists, Borda': { n: 7, rules: juryLists },
  'a jury with lists of all proposals': {
    n: 6,
    rules: { ...juryLists, listLength: 6 },
  },
  'a jury with lists, Score': {
    n: 7,
    rules: { ...juryLists, points: 'Score' },
  },
  'a jury with lists and criteria, Borda, Mean': {
    n: 7,
    rules: { ...juryLists, weights: [1, 4], order: 'Mean' },
  },
  'a jury that scores all, Borda': {
    n: 7,
    rules: { ...juryRules, points: 'Borda' },
  },
  'a jury that distributes ten points': {
    n: 7,
    rules: { ...juryRules, maxScore: 10, pointsPerBallot: 10 },
  },
  'a jury with six likes each': {
    n: 9,
    rules: { ...juryRules, maxScore: 1, pointsPerBallot: 6, ties: 'Number' },
  },
  'a jury with a budget, greedy': {
    n: 9,
    rules: { ...juryRules, seats: 0, budget: 4_000n, maxScore: 9 },
    details: (number) => ({ ask: 500n + 377n * BigInt(number % 5) }),
  },
  'a jury with quotas': {
    n: 8,
    rules: { ...juryRules, ...twoCategories },
    details: (number) => ({ category: 1 + (number % 2) }),
  },
  'a least number of reviews': {
    n: 7,
    rules: { listLength: 4, minReviews: 4 },
  },
  'more reviews than anyone has': {
    n: 7,
    rules: { listLength: 4, minReviews: 99 },
  },
  'as many seats as proposals': { n: 6, rules: { listLength: 3, seats: 6 } },
}

describe('rules that must work', () => {
  for (const [name, options] of Object.entries(cases))
    it(name, async () => {
      const stage = await makeMoments(options)('review')
      const ballots = await castAll(stage)
      await toClose(stage)
      await toKeyCame(stage)
      await openPage(stage, 1, ballots)
      const counted = await tallies(stage)
      expect(counted).to.deep.equal(await expectedTallies(stage, ballots))
      await toRanking(stage)
      await rankAndCompare(stage)
      await toConfirmation(stage)
      await confirmAndCompare(stage)
    })

  it('nobody cast: the draw alone decides', async () => {
    const stage = await makeMoments({ n: 7, rules: { listLength: 4 } })(
      'review',
    )
    await toRanking(stage)
    const [first, second] = await honestOrders(stage)
    for (const order of [first, second]) {
      const positions = await Promise.all(
        order.map(async (number) => (await stage.round.place(number)).position),
      )
      expect(positions).to.deep.equal(
        positions.toSorted((a, b) => Number(a - b)),
      )
    }
    await rankAndCompare(stage)
  })

  it('nobody cast, ties by number: the first registered win', async () => {
    const rules = { ...juryRules, ties: 'Number' } as const
    const stage = await makeMoments({ rules })('review')
    await toRanking(stage)
    expect(await honestOrders(stage)).to.deep.equal([upTo(6), []])
    await rankAndCompare(stage)
  })
})

/** Everybody but the last casts, one page. */
async function castAll(stage: Played): Promise<KnownBallot[]> {
  const reviewers = upTo(reviewerCount(stage.rules, stage.n) - 1)
  const envelope = opaqueEnvelope(stage)
  const ballots = await Promise.all(
    reviewers.map(async (number) => {
      const list = await listOf(stage, number)
      const values = someValues(stage.rules, number, list)
      return makeBallot(stage, number, values, { list, envelope })
    }),
  )
  await castPage(stage, ballots)
  return ballots
}

/** Values that look like chance: high and low ones, ties, and no opinions. */
function someValues(
  { weights, maxScore, pointsPerBallot }: Rules,
  reviewer: number,
  list: readonly number[],
): number[] {
  let left = pointsPerBallot === 0 ? Infinity : pointsPerBallot
  return list.flatMap((proposal, place) => {
    const seed = reviewer * 7_919 + proposal * 104_729 + place * 31
    const isGiven = proposal !== 0 && seed % 5 !== 0
    const values = weights.map((_, criterion) =>
      isGiven ? 1 + ((seed * (criterion + 3)) % maxScore) : 0,
    )
    const sum = values.reduce((total, value) => total + value, 0)
    if (sum > left) return weights.map(() => 0)
    left -= sum
    return values
  })
}

async function rankAndCompare(stage: Played) {
  const [first, second] = await honestOrders(stage)
  const { recommended, spent } = await expectedRecommendation(stage, [
    first,
    second,
  ])
  await expect(rankAs(stage, first, second))
    .to.emit(stage.round, 'Ranked')
    .withArgs(
      packNumbers(first),
      packNumbers(second),
      toBitField(recommended.flat(), stage.n),
      spent,
    )
  for (const number of upTo(stage.n))
    expect(await stage.round.outcome(number)).to.deep.equal([
      recommended.flat().includes(number),
      false,
    ])
}

async function confirmAndCompare(stage: Played) {
  await stage.round.connect(stage.committee).confirm([], someDigest)
  for (const number of upTo(stage.n)) {
    const { isRecommended, isSelected } = await stage.round.outcome(number)
    expect(isSelected).to.equal(isRecommended)
  }
}
