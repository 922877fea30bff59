/** Random small rounds with ballots and tally, for properties. */
import fc from 'fast-check'
import { type Draw, listOf, makeDraw } from '../../protocol/draw.ts'
import type { RankedProposal } from '../../protocol/recommend.ts'
import { type Rules, valueCount } from '../../protocol/rules.ts'
import { addBallot, makeTally, type Tally } from '../../protocol/tally.ts'
import { makeRules } from './makeRules.ts'
import { seedOf } from './seedOf.ts'

export type Ballot = { reviewer: number; values: number[] }

export type RandomRound = {
  rules: Rules
  n: number
  draw: Draw
  ballots: Ballot[]
  proposals: RankedProposal[]
}

/** Owners in halves, or a jury; one ballot of each of some reviewers. */
export function anyRound(): fc.Arbitrary<RandomRound> {
  return fc
    .record({ rules: anyRules(), extra: fc.nat(9), seed: fc.nat() })
    .chain(({ rules, extra, seed }) => {
      const least = rules.owners ? 2 * rules.listLength - 1 : rules.listLength
      const n = Math.max(least, 3, Math.min(rules.seats, 12)) + extra
      const draw = makeDraw({ seed: seedOf(seed), rules, n })
      return fc.record({
        rules: fc.constant({ ...rules, seats: Math.min(rules.seats, n) }),
        n: fc.constant(n),
        draw: fc.constant(draw),
        ballots: anyBallots(rules, draw),
        proposals: fc.array(anyProposal(), { minLength: n, maxLength: n }),
      })
    })
}

export function tallyOf(
  { rules, n, draw }: RandomRound,
  ballots: readonly Ballot[],
): Tally {
  const tally = makeTally(n)
  for (const { reviewer, values } of ballots)
    addBallot(tally, rules, listOf(draw, reviewer), values)
  return tally
}

function anyRules(): fc.Arbitrary<Rules> {
  return fc
    .record({
      owners: fc.boolean(),
      size: fc.integer({ min: 1, max: 3 }),
      listLength: fc.integer({ min: 2, max: 5 }),
      weights: fc.array(fc.integer({ min: 1, max: 3 }), {
        minLength: 1,
        maxLength: 2,
      }),
      points: fc.constantFrom('Score', 'Borda'),
      order: fc.constantFrom('Mean', 'Sum'),
      ties: fc.constantFrom('Draw', 'Number'),
      limit: fc.integer({ min: 1, max: 40 }),
      isBudget: fc.boolean(),
      quotas: fc.uniqueArray(
        fc.record({
          category: fc.nat(3),
          seats: fc.integer({ min: 1, max: 4 }),
        }),
        { selector: ({ category }) => category, maxLength: 3 },
      ),
      minReviews: fc.nat(2),
      reserveTakesWithdrawn: fc.boolean(),
    })
    .map(({ size, limit, isBudget, quotas, ...choice }) => {
      const seats = quotas.reduce((sum, quota) => sum + quota.seats, 0)
      return makeRules({
        ...choice,
        seatsPerCommunity: choice.owners ? size : 0,
        reviewers: choice.owners ? 0 : 4 * size,
        maxScore: 3,
        seats: isBudget ? 0 : quotas.length === 0 ? limit : seats,
        budget: isBudget ? BigInt(limit) : 0n,
        quotas: isBudget ? [] : quotas,
      })
    })
}

function anyBallots(rules: Rules, draw: Draw): fc.Arbitrary<Ballot[]> {
  const length = valueCount(rules, draw.n)
  const values = fc.array(fc.nat(3), { minLength: length, maxLength: length })
  const reviewer = fc.integer({ min: 1, max: draw.reviewers })
  return fc.uniqueArray(fc.record({ reviewer, values }), {
    selector: (ballot) => ballot.reviewer,
    maxLength: 60,
  })
}

function anyProposal(): fc.Arbitrary<RankedProposal> {
  return fc.record({
    category: fc.nat(3),
    ask: fc.bigInt({ min: 0n, max: 20n }),
    withdrawn: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
  })
}
