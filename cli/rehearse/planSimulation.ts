/** A round of any size with simulated reviewers (protocol/simulation). */
import {
  drawArrivals,
  drawQualities,
  simulateReviews,
} from '../../protocol/simulation/simulateReviews.ts'
import { commonRules, type Plan, type PlannedTrustees } from './plan.ts'

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
    arrivals: drawCasting(simulation),
    review: simulateReviews(seed, qualities, {
      ...{ criteria: 1, maxScore, pointsPerBallot: 0 },
    }),
    qualities,
  }
}

function drawCasting({
  communities,
  seats,
  turnout,
  seed,
}: Simulation): Uint32Array {
  const reviewers = communities * seats
  const casting = Math.round(reviewers * turnout)
  return drawArrivals(seed, reviewers).slice(0, casting)
}
