// impartiality
// ├── with halves, whatever a community's reviewers say (12,000 rewrites)
// │   ├── its proposal keeps its result and its rank within its half
// │   └── so does every other proposal of its half
// ├── … also when they abstain, break the rules or all say the same
// └── control: owners without halves, labelled not impartial
//     └── a community's ballots do change its own result and rank
import { expect } from 'chai'
import { type Draw, listOf, makeDraw, placeOf } from '../../protocol/draw.ts'
import { rankProposals } from '../../protocol/ranking.ts'
import { type RankedProposal, recommend } from '../../protocol/recommend.ts'
import type { Rules } from '../../protocol/rules.ts'
import { addBallot, makeTally, type Tally } from '../../protocol/tally.ts'
import { createDice, type Dice } from '../support/dice.ts'
import {
  randomRound,
  randomValues,
  type Shape,
} from '../support/randomRound.ts'
import { makeRules } from './makeRules.ts'
import { seedOf } from './seedOf.ts'

const seed = Number(process.env['IMPARTIALITY_SEED'] ?? 1)
const rewrites = Number(process.env['IMPARTIALITY_REWRITES'] ?? 12_000)
const rounds = 40

type Round = {
  rules: Rules
  draw: Draw
  proposals: RankedProposal[]
  /** By reviewer index; an empty one was not cast. */
  ballots: number[][]
}

/** One whole half: its order and who of it is recommended. */
type HalfResult = { order: number[]; recommended: number[] }

function makeRound(dice: Dice, shape: Shape, index: number): Round {
  const { n, proposals, rules: random } = randomRound(dice, shape)
  const rules = makeRules(random)
  const draw = makeDraw({ seed: seedOf(index), rules, n })
  const ballots = Array.from({ length: draw.reviewers }, (_, reviewer) =>
    randomBallot(dice, rules, listOf(draw, reviewer + 1)),
  )
  return { rules, draw, proposals, ballots }
}

/** Chance, silence, the extremes, or something that breaks a rule. */
function randomBallot(dice: Dice, rules: Rules, list: number[]): number[] {
  const valueCount = list.length * rules.weights.length
  const fill = (value: number) =>
    list.flatMap((proposal) =>
      Array.from({ length: rules.weights.length }, () =>
        proposal === 0 ? 0 : value,
      ),
    )
  const kind = dice.below(8)
  if (kind === 0) return []
  if (kind === 1) return fill(dice.pick([0, 1, rules.maxScore]))
  if (kind === 2)
    return Array.from({ length: valueCount }, () => dice.below(256))
  return randomValues(dice, rules, list)
}

function seatsOf({ rules }: Round, community: number): number[] {
  const { seatsPerCommunity } = rules
  const first = (community - 1) * seatsPerCommunity
  return Array.from({ length: seatsPerCommunity }, (_, seat) => first + seat)
}

/** The tally of all reviewers' ballots but those of these seats. */
function tallyWithout(round: Round, seats: readonly number[]): Tally {
  const tally = makeTally(round.draw.n)
  for (const [index, values] of round.ballots.entries())
    if (!seats.includes(index)) count(round, tally, index, values)
  return tally
}

function count(
  { draw, rules }: Round,
  tally: Tally,
  index: number,
  values: readonly number[],
) {
  if (values.length > 0)
    addBallot(tally, rules, listOf(draw, index + 1), values)
}

function resultOf(round: Round, tally: Tally, community: number): HalfResult {
  const { draw, proposals, rules } = round
  const orders = rankProposals({ rules, draw, tally })
  const { counts } = tally
  const { recommended } = recommend({ rules, orders, proposals, counts })
  const { half } = placeOf(draw, community)
  return { order: orders[half], recommended: recommended[half] }
}

/** The result of the community's half after its ballots were rewritten. */
function rewrite(dice: Dice, round: Round, community: number, others: Tally) {
  const tally = {
    sums: others.sums.slice(),
    counts: others.counts.slice(),
  }
  for (const index of seatsOf(round, community)) {
    const list = listOf(round.draw, index + 1)
    count(round, tally, index, randomBallot(dice, round.rules, list))
  }
  return resultOf(round, tally, community)
}

/** Calls back with the first result and one after a rewrite. */
function forEachRewrite(
  shape: Shape,
  check: (
    before: HalfResult,
    after: HalfResult,
    community: number,
    where: string,
  ) => void,
): number {
  let done = 0
  for (let index = 0; index < rounds; index++) {
    const dice = createDice(1_000 * seed + index)
    const round = makeRound(dice, shape, index)
    const { n } = round.draw
    const each = Math.ceil(rewrites / rounds / n)
    for (let community = 1; community <= n; community++) {
      const others = tallyWithout(round, seatsOf(round, community))
      const before = rewrite(dice, round, community, others)
      for (let time = 0; time < each; time++) {
        const after = rewrite(dice, round, community, others)
        const where = `seed ${seed}, round ${index}, community ${community}`
        check(before, after, community, where)
        done++
      }
    }
  }
  return done
}

describe('impartiality', function () {
  this.timeout(300_000)

  it('with halves a community never changes its own half', () => {
    const kinds = new Set<string>()
    const done = forEachRewrite('halves', (before, after, community, where) => {
      if (before.order.join() !== after.order.join())
        expect(after.order, where).to.deep.equal(before.order)
      if (before.recommended.join() !== after.recommended.join())
        expect(after.recommended, where).to.deep.equal(before.recommended)
      kinds.add(before.recommended.includes(community) ? 'in' : 'out')
    })
    expect(done).to.be.at.least(Math.min(rewrites, 10_000))
    // Both fates occur: there was something to change.
    expect([...kinds].sort()).to.deep.equal(['in', 'out'])
  })

  it('covers every way to count and to recommend', () => {
    const covered = new Set<string>()
    for (let index = 0; index < rounds; index++) {
      const dice = createDice(1_000 * seed + index)
      const { n, rules } = randomRound(dice, 'halves')
      const { budget, order, points, quotas, ties } = rules
      const selection =
        budget > 0n ? 'budget' : quotas.length > 0 ? 'quotas' : 'seats'
      for (const one of [points, order, ties, `${points} ${selection}`])
        covered.add(one)
      covered.add(n % 2 === 0 ? 'even' : 'odd')
    }
    expect([...covered]).to.include.members(
      [
        ['Borda', 'Score', 'Mean', 'Sum', 'Draw', 'Number', 'even', 'odd'],
        ['Borda seats', 'Borda budget', 'Borda quotas'],
        ['Score seats', 'Score budget', 'Score quotas'],
      ].flat(),
    )
  })

  it('without halves a community does change its own result', () => {
    const changed = { rank: 0, result: 0 }
    forEachRewrite('owners', (before, after, community) => {
      const was = before.recommended.includes(community)
      const is = after.recommended.includes(community)
      if (was !== is) changed.result++
      if (before.order.indexOf(community) !== after.order.indexOf(community))
        changed.rank++
    })
    expect(changed.rank).to.be.greaterThan(0)
    expect(changed.result).to.be.greaterThan(0)
  })
})
