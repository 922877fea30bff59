/**
 * A dry run: the draw, the lists, the tally, the ranking and the recommendation
 * of the protocol, on simulated people. What is found is told at several turnouts.
 */
import { keccak256, stringToHex } from 'viem'
import { type Draw, makeDraw } from '../draw.ts'
import { createLists } from '../lists.ts'
import { rankProposals } from '../ranking.ts'
import { type RankedProposal, recommend } from '../recommend.ts'
import { reviewerCount, type Rules } from '../rules.ts'
import { addBallot, makeTally, type Tally } from '../tally.ts'
import { countTiesAtCut } from './countTiesAtCut.ts'
import { seededRandom } from './seededRandom.ts'
import {
  drawArrivals,
  drawQualities,
  simulateReviews,
} from './simulateReviews.ts'

export type SimulatedRound = {
  rules: Rules
  /** Proposals on the roster. */
  proposals: number
  /** What a proposal asks on the average, where there is a budget. */
  meanAsk: bigint
  /** Parts of the reviewers who cast, rising, from 0 to 1. */
  turnouts: readonly number[]
  seed: string
}

/** At one turnout. */
export type DryRun = {
  turnout: number
  ballots: number
  /** Part of the truly best proposals that are recommended. */
  found: number
  /** The same for a recommendation by lot. */
  byChance: number
  /** Proposals that only the tie rule puts above or below the cut. */
  tiesAtCut: number
  reviews: { least: number; median: number; most: number }
  /** Under the least number of reviews that the rules ask for. */
  belowMinimum: number
}

const ballotsAtOnce = 500

/** Yields the part done, between batches of ballots; returns the dry runs. */
export function* simulateRound(
  round: SimulatedRound,
): Generator<number, DryRun[]> {
  const { proposals: n, rules, seed, turnouts } = round
  const draw = makeDraw({ seed: keccak256(stringToHex(seed)), rules, n })
  const lists = createLists(draw)
  const qualities = drawQualities(seed, n)
  const criteria = rules.weights.length
  const review = simulateReviews(seed, qualities, { ...rules, criteria })
  const reviewers = reviewerCount(rules, n)
  const arrivals = drawArrivals(seed, reviewers)
  const tally = makeTally(n)
  const proposals = describeProposals(round)
  const results: DryRun[] = []
  let cast = 0
  for (const turnout of turnouts) {
    const end = Math.round(reviewers * turnout)
    for (; cast < end; cast++) {
      const reviewer = arrivals[cast] ?? 0
      const list = lists(reviewer)
      addBallot(tally, rules, list, review(reviewer, list))
      if (cast % ballotsAtOnce === 0) yield cast / reviewers
    }
    const measured = measure({ rules, draw, tally, qualities, proposals })
    results.push({ turnout, ballots: cast, ...measured })
  }
  return results
}

type Measured = {
  rules: Rules
  draw: Draw
  tally: Tally
  qualities: Float64Array
  proposals: readonly RankedProposal[]
}

function measure(measured: Measured): Omit<DryRun, 'turnout' | 'ballots'> {
  const { draw, proposals, rules, tally } = measured
  const { counts } = tally
  const orders = rankProposals({ rules, draw, tally })
  const { recommended } = recommend({ rules, orders, proposals, counts })
  const chosen = new Set(recommended.flat())
  const best = trulyBest(measured)
  const found = best.filter((proposal) => chosen.has(proposal)).length
  const sorted = [...counts].sort((one, other) => one - other)
  return {
    found: best.length === 0 ? 0 : found / best.length,
    byChance: chosen.size / draw.n,
    tiesAtCut: countTiesAtCut(
      { rules, draw, tally, orders, proposals },
      chosen,
    ),
    reviews: {
      least: sorted[0] ?? 0,
      median: sorted[Math.floor(sorted.length / 2)] ?? 0,
      most: sorted.at(-1) ?? 0,
    },
    belowMinimum: sorted.filter((count) => count < rules.minReviews).length,
  }
}

/** Whom the same seats or money would go to if the qualities were known. */
function trulyBest({ draw, proposals, qualities, rules }: Measured): number[] {
  const quality = (proposal: number) => qualities[proposal - 1] ?? 0
  const order = Array.from({ length: draw.n }, (_, index) => index + 1)
  order.sort((one, other) => quality(other) - quality(one))
  const counts = new Float64Array(draw.n).fill(Infinity)
  const { recommended } = recommend({
    ...{ rules, proposals, counts },
    orders: [order, []],
  })
  return recommended[0]
}

/** Categories as the quotas have them; asks from half the mean to thrice the half. */
function describeProposals({
  meanAsk,
  proposals,
  rules,
  seed,
}: SimulatedRound): RankedProposal[] {
  const random = seededRandom(seed, 'proposals')
  const { quotas } = rules
  const all = quotas.reduce((sum, { seats }) => sum + seats, 0)
  return Array.from({ length: proposals }, () => {
    let place = random.below(Math.max(all, 1))
    const quota = quotas.find(({ seats }) => (place -= seats) < 0)
    const percent = 50 + random.below(101)
    const ask = (meanAsk * BigInt(percent)) / 100n
    return { category: quota?.category ?? 0, ask, withdrawn: false }
  })
}
