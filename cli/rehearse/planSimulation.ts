/**
 * A round of any size with simulated reviewers: every proposal has a hidden
 * quality, every reviewer sees it through own noise and own strictness.
 */
import { commonRules, type Plan, type PlannedTrustees } from './plan.ts'
import { seededRandom, shuffledIndices } from './seededRandom.ts'

export type Simulation = {
  communities: number
  /** Reviewers of each community. */
  seats: number
  /** Proposals on each list. */
  list: number
  /** Proposals to recommend. */
  fund: number
  /** Part of the reviewers who cast, from 0 to 1. */
  turnout: number
  trustees: PlannedTrustees
  seed: string
}

export type SimulatedPlan = Plan & {
  /** Hidden quality of each proposal, by index. */
  qualities: Float64Array
}

const maxScore = 5
/** Deviations, beside that of the quality, which is 1. */
const noise = 1
const strictness = 0.5
/** Where a normal distribution falls into five equal parts. */
const fifths = [-0.8416, -0.2533, 0.2533, 0.8416]

export function planSimulation(simulation: Simulation): SimulatedPlan {
  const { communities, seats, list, fund, trustees, seed } = simulation
  const qualities = drawQualities(seed, communities)
  return {
    title: `${communities} communities of ${seats} reviewers, lists of ${list}, ${fund} to fund`,
    notes: [],
    rules: {
      ...commonRules,
      owners: true,
      seatsPerCommunity: seats,
      reviewers: 0,
      listLength: list,
      maxScore,
      points: 'Borda',
      order: 'Mean',
      ties: 'Draw',
      seats: fund,
    },
    trustees,
    proposals: Array.from({ length: communities }, (_, index) => ({
      id: String(index + 1),
      name: `Community ${index + 1}`,
      ask: 0n,
    })),
    arrivals: drawArrivals(simulation),
    review: (reviewer, list) => simulateReview(seed, qualities, reviewer, list),
    qualities,
  }
}

function drawQualities(seed: string, communities: number): Float64Array {
  const random = seededRandom(seed, 'quality')
  return Float64Array.from({ length: communities }, () => random.normal())
}

function drawArrivals({
  communities,
  seats,
  turnout,
  seed,
}: Simulation): Uint32Array {
  const reviewers = communities * seats
  const order = shuffledIndices(seededRandom(seed, 'arrival'), reviewers)
  const casting = Math.round(reviewers * turnout)
  return order.slice(0, casting).map((index) => index + 1)
}

function simulateReview(
  seed: string,
  qualities: Float64Array,
  reviewer: number,
  list: Uint16Array,
): Uint8Array {
  const random = seededRandom(seed, `reviewer ${reviewer}`)
  const own = strictness * random.normal()
  const values = new Uint8Array(list.length)
  for (const [entry, proposal] of list.entries()) {
    const quality = qualities[proposal - 1]
    if (quality === undefined) continue // the blank card
    values[entry] = toScore(quality + own + noise * random.normal())
  }
  return values
}

function toScore(seen: number): number {
  const deviation = Math.hypot(1, strictness, noise)
  const above = fifths.filter((bound) => seen > bound * deviation)
  return above.length + 1
}
