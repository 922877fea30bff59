/** Reads the result of a round back from the contract. */
import type { Address } from 'viem'
import { getBallotCounts } from '../../chain/getBallotCounts.ts'
import { getOutcomes } from '../../chain/getOutcomes.ts'
import type { Ranked } from '../../chain/opening/readOrders.ts'
import { getRules } from '../../chain/getRules.ts'
import type { Draw } from '../../protocol/draw.ts'
import type { Orders } from '../../protocol/ranking.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { Comparisons } from './comparisons.ts'
import type { Opened } from './openPages.ts'
import type { PlannedProposal } from './plan.ts'
import type { GasMeter, Stage } from './stage.ts'

export type Rehearsal = {
  round: Address
  rules: Rules
  draw: Draw
  /** In the order of their numbers. */
  proposals: readonly RehearsedProposal[]
  /** Proposal numbers best first, for each half. */
  orders: Orders
  ballots: BallotNumbers
  gas: GasMeter
  /** Casting and opening together. */
  gasPerBallot: number
  /** Where contract and protocol library differ: nowhere, it is hoped. */
  comparisons: Comparisons
}

export type RehearsedProposal = PlannedProposal & {
  number: number
  points: number
  count: number
  half: 0 | 1
  /** Place in the ranking of its half, from 1. */
  rank: number
  isRecommended: boolean
  isSelected: boolean
}

export type BallotNumbers = {
  cast: number
  opened: number
  spoiled: number
  unopened: number
}

/** What was seen on the way, and is part of the result. */
export type Seen = {
  comparisons: Comparisons
  draw: Draw
  opened: Opened
  ranked: Ranked
}

export async function readResult(
  stage: Stage,
  { comparisons, draw, opened, ranked }: Seen,
): Promise<Rehearsal> {
  const { chain, gas, round } = stage
  const ballots = await countBallots(stage, opened)
  const gasOfBallots = Number(gas.used('cast') + gas.used('open'))
  return {
    round,
    rules: await getRules(chain.reader, { round }),
    draw,
    proposals: await describeProposals(stage, ranked),
    orders: ranked.orders,
    ballots,
    gas,
    gasPerBallot: Math.round(gasOfBallots / Math.max(1, ballots.cast)),
    comparisons,
  }
}

async function describeProposals(
  { chain, plan, round }: Stage,
  { orders, tally }: Ranked,
): Promise<RehearsedProposal[]> {
  const { length } = plan.proposals
  const call = { round, proposals: length }
  const outcomes = await getOutcomes(chain.reader, call)
  const places = placesOf(orders)
  return plan.proposals.map((proposal, index) => ({
    ...proposal,
    number: index + 1,
    points: tally.sums[index] ?? 0,
    count: tally.counts[index] ?? 0,
    ...(places.get(index + 1) ?? { half: 0, rank: 0 }),
    isRecommended: outcomes[index]?.isRecommended ?? false,
    isSelected: outcomes[index]?.isSelected ?? false,
  }))
}

type PlaceInOrder = Pick<RehearsedProposal, 'half' | 'rank'>

function placesOf([first, second]: Orders): Map<number, PlaceInOrder> {
  const places = (order: readonly number[], half: 0 | 1) =>
    order.map((number, index) => [number, { half, rank: index + 1 }] as const)
  return new Map([...places(first, 0), ...places(second, 1)])
}

async function countBallots(
  { chain, round }: Stage,
  { counted, spoiled }: Opened,
): Promise<BallotNumbers> {
  const { cast, settled } = await getBallotCounts(chain.reader, { round })
  return { cast, opened: counted, spoiled, unopened: cast - settled }
}
