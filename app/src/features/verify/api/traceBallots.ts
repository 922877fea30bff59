/** Follows a reviewer's ballots from page to tally, from the logs of pages and openings. */
import { type Address, bytesToHex, type Hash } from 'viem'
import type { ReadClient } from '../../../../../chain/clients.ts'
import { getOpenings } from '../../../../../chain/getOpenings.ts'
import { mapConcurrently } from '../../../../../chain/mapConcurrently.ts'
import { settle } from '../../../../../chain/opening/settle.ts'
import { readRound } from '../../../../../chain/readRound.ts'
import type { SignedBallot } from '../../../../../protocol/ballot.ts'
import { type Draw, listOf } from '../../../../../protocol/draw.ts'
import { pointsOf, type SpoilReason } from '../../../../../protocol/points.ts'
import { valueCount } from '../../../../../protocol/rules.ts'
import { referenceOf } from '../../../ballots/reference.ts'
import { type Act, readMoments } from '../../../queries/acts.ts'
import { digestOf, type RecordedPage } from '../../../queries/pages.ts'
import type { Round } from '../../../queries/round.ts'

export type TracedBallot = {
  version: number
  digest: Hash
  reference: string
  seal: Hash
  page: number
  recorded: Act
}

export type TracedScore = {
  /** 0: the blank card. */
  proposal: number
  values: number[]
  hasOpinion: boolean
  /** What it adds to the proposal's sum. */
  points: number
  /** The sum of all; undefined before the ranking. */
  total: number | undefined
}

export type TracedOpening = {
  version: number
  opened: Act
  page: number
  reason: SpoilReason
  scores: TracedScore[]
}

export type Trace = {
  reviewer: number
  /** In the order in which they were cast. */
  ballots: TracedBallot[]
  opening: TracedOpening | null
}

export type TraceParameters = {
  round: Round
  pages: readonly RecordedPage[]
  draw: Draw
  reviewer: number
}

export async function traceBallots(
  node: ReadClient,
  parameters: TraceParameters,
): Promise<Trace> {
  const [ballots, opening] = await Promise.all([
    readBallots(node, parameters),
    readOpening(node, parameters),
  ])
  return { reviewer: parameters.reviewer, ballots, opening }
}

async function readBallots(
  node: ReadClient,
  { pages, reviewer, round }: TraceParameters,
): Promise<TracedBallot[]> {
  const own = pages.flatMap(({ ballots, ...page }) =>
    ballots
      .filter((ballot) => ballot.reviewer === reviewer)
      .map((ballot) => ({ ballot, page })),
  )
  const momentOf = await readMoments(
    node,
    own.map(({ page }) => page),
  )
  return own.map(({ ballot, page }) => {
    const digest = digestOf(round, ballot)
    return {
      version: ballot.version,
      ...{ digest, reference: referenceOf(digest) },
      seal: bytesToHex(ballot.seal),
      page: page.number,
      recorded: momentOf(page),
    }
  })
}

async function readOpening(
  node: ReadClient,
  parameters: TraceParameters,
): Promise<TracedOpening | null> {
  const { draw, pages, reviewer, round } = parameters
  const { fromBlock, rules } = round
  if (!isClosed(round)) return null
  const asked = { round: round.round, fromBlock }
  const [read, isSettled] = await Promise.all([
    getOpenings(node, { ...asked, valueCount: valueCount(rules, draw.n) }),
    readRound(node, {
      ...{ round: round.round, functionName: 'isSettled' },
      args: [BigInt(reviewer)],
    }),
  ])
  if (!isSettled) return null
  // The others need no look at their seals.
  const opened = read.map(({ openings, ...page }) => ({
    ...page,
    openings: openings.map((one) =>
      one.reviewer === reviewer
        ? one
        : { ...one, kind: 0 as const, seal: new Uint8Array() },
    ),
  }))
  const settled = settle({ ...{ rules, draw, pages, opened }, isSigned: yes })
  const found = settled.get(reviewer)
  if (!found) return null
  const momentOf = await readMoments(node, [found])
  const { page, reason, values, version } = found
  const scores = await readScores(node, parameters, values)
  return { version, page, reason, opened: momentOf(found), scores }
}

/** It is settled, so its signature held. */
const yes = () => true

async function readScores(
  node: ReadClient,
  { draw, reviewer, round }: TraceParameters,
  values: Uint8Array,
): Promise<TracedScore[]> {
  const { rules } = round
  const list = listOf(draw, reviewer)
  const { opinions, points } = pointsOf(rules, list, values)
  const totals = await readTotals(node, round, list)
  const criteria = rules.weights.length
  return list.map((proposal, entry) => ({
    proposal,
    values: [...values.subarray(entry * criteria, (entry + 1) * criteria)],
    hasOpinion: opinions[entry] === true,
    points: points[entry] ?? 0,
    total: totals?.[entry],
  }))
}

/** No running score: only once the ranking stands. */
async function readTotals(
  node: ReadClient,
  { phase, round }: { phase: Round['phase']; round: Address },
  list: readonly number[],
): Promise<number[] | undefined> {
  if (!rankedPhases.includes(phase)) return undefined
  return mapConcurrently(list, async (proposal) => {
    if (proposal === 0) return 0
    const call = { round, functionName: 'tally' } as const
    const [sum] = await readRound(node, { ...call, args: [BigInt(proposal)] })
    return Number(sum)
  })
}

const rankedPhases: readonly Round['phase'][] = [
  'objections',
  'answers',
  'confirmation',
  'confirmed',
]

export function isClosed({ phase }: Pick<Round, 'phase'>): boolean {
  return [...rankedPhases, 'opening', 'ranking', 'failed'].includes(phase)
}

/** Looks at a few hundred ballots at a time, so that the page stays alive. */
export async function findByReference(
  { pages, round }: Pick<TraceParameters, 'pages' | 'round'>,
  reference: string,
): Promise<SignedBallot | undefined> {
  for (const { ballots } of pages) {
    const found = ballots.find(
      (ballot) => referenceOf(digestOf(round, ballot)) === reference,
    )
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve))
  }
  return undefined
}
