/** "Was my score counted?": what became of a reviewer's ballots. */
import type { Address, Hash } from 'viem'
import { BaseError } from '../protocol/errors.ts'
import { listOf } from '../protocol/draw.ts'
import { pointsOf, type SpoilReason, spoilReasons } from '../protocol/points.ts'
import { reviewersOf } from '../protocol/roll.ts'
import { allChecks } from './checks/allChecks.ts'
import type { Facts, PageFact, SettledBallot } from './checks/facts.ts'
import { runChecks } from './checks/runChecks.ts'
import type { CheckName } from './checkNames.ts'
import type { Moment } from './history/event.ts'
import type { RoundRecord } from './record.ts'

export type ExplainBallotParameters = { reviewer: number } | { key: Address }
/** One for each seat of the key, in the order of the roll. */
export type ExplainBallotReturnType = ExplainedSeat[]

export type ExplainedSeat = {
  reviewer: number
  key: Address
  /** In the order in which they were cast. */
  ballots: ExplainedBallot[]
}

export type ExplainedBallot = {
  version: number
  recorded: Recorded
  outcome: BallotOutcome
}

/** Where something stands on the chain. */
export type Recorded = {
  page: number
  block: bigint
  transaction: Hash
  /** Unix seconds. */
  time: number
}

/**
 * - `replaced`: a later version of the reviewer stands in its place.
 * - `closed`: nobody opened it (yet).
 */
export type BallotOutcome =
  | { kind: 'replaced' }
  | { kind: 'closed' }
  | { kind: 'spoiled'; opened: Recorded; reason: SpoilReason; scores: Score[] }
  | { kind: 'counted'; opened: Recorded; scores: CountedScore[] }

/** What a ballot says of one proposal; the blank card is 0. */
export type Score = { proposal: number; values: number[] }

export type CountedScore = Score & {
  /** False for "no opinion", which adds nothing. */
  hasOpinion: boolean
  points: number
  /** Sum and count of the proposal just before and after this ballot. */
  before: { sum: number; count: number }
  after: { sum: number; count: number }
}

export async function explainBallot(
  record: RoundRecord,
  parameters: ExplainBallotParameters,
): Promise<ExplainBallotReturnType> {
  const { facts } = await runChecks(record, checksOfContent)
  const roll = facts.roll ?? []
  const reviewers =
    'key' in parameters
      ? reviewersOf(roll, parameters.key)
      : [parameters.reviewer]
  return reviewers.map((reviewer) => {
    const key = roll[reviewer - 1]
    if (key === undefined)
      throw new NotOnRollError({ reviewer, count: roll.length })
    return { reviewer, key, ballots: explainSeat(facts, reviewer) }
  })
}

/** Signatures tell nothing of what was counted, and take the longest. */
const signatures: readonly CheckName[] = [
  'proposals.signatures',
  'ballots.signatures',
  'objections.signatures',
]

const checksOfContent = allChecks.filter(
  ({ name }) => !signatures.includes(name) && !name.startsWith('state.'),
)

function explainSeat(facts: Facts, reviewer: number): ExplainedBallot[] {
  const last = facts.lastVersions[reviewer - 1]
  return facts.pages.flatMap((page) =>
    page.ballots
      .filter((ballot) => ballot.reviewer === reviewer)
      .map(({ version }) => ({
        version,
        recorded: recordedAt(page, page.at),
        outcome:
          version === last
            ? outcomeOf(facts, reviewer)
            : { kind: 'replaced' as const },
      })),
  )
}

function outcomeOf(facts: Facts, reviewer: number): BallotOutcome {
  const ballot = facts.settled.get(reviewer)
  if (!ballot) return { kind: 'closed' }
  const opened = recordedAt({ number: ballot.page }, ballot.at)
  const { reason } = ballot
  if (reason !== spoilReasons.none)
    return { kind: 'spoiled', opened, reason, scores: scoresOf(facts, ballot) }
  return { kind: 'counted', opened, scores: countedScores(facts, ballot) }
}

/** Values per proposal of the list, criterion by criterion. */
function scoresOf(
  { draw, rules }: Facts,
  { reviewer, values }: SettledBallot,
): Score[] {
  if (!draw || !rules) return []
  const criteria = rules.weights.length
  return listOf(draw, reviewer).map((proposal, place) => ({
    proposal,
    values: [...values.slice(place * criteria, (place + 1) * criteria)],
  }))
}

function countedScores(facts: Facts, ballot: SettledBallot): CountedScore[] {
  const { rules } = facts
  if (!rules) return []
  const scores = scoresOf(facts, ballot)
  const list = scores.map(({ proposal }) => proposal)
  const { opinions, points } = pointsOf(rules, list, ballot.values)
  return scores.map((score, place) => {
    const given = points[place] ?? 0
    const hasOpinion = opinions[place] ?? false
    const before = sumBefore(facts, ballot, score.proposal)
    const count = before.count + (hasOpinion ? 1 : 0)
    const after = { sum: before.sum + given, count }
    return { ...score, hasOpinion, points: given, before, after }
  })
}

/** What the ballots counted before this one gave to a proposal. */
function sumBefore(
  { draw, rules, settled }: Facts,
  { reviewer }: SettledBallot,
  proposal: number,
): { sum: number; count: number } {
  const total = { sum: 0, count: 0 }
  if (!draw || !rules) return total
  // The map keeps the order in which they were settled.
  for (const ballot of settled.values()) {
    if (ballot.reviewer === reviewer) break
    const list = listOf(draw, ballot.reviewer)
    const place = list.indexOf(proposal)
    if (place < 0 || proposal === 0 || ballot.reason !== spoilReasons.none)
      continue
    const { opinions, points } = pointsOf(rules, list, ballot.values)
    total.sum += points[place] ?? 0
    total.count += opinions[place] ? 1 : 0
  }
  return total
}

function recordedAt(
  { number }: Pick<PageFact, 'number'>,
  { block, time, transaction }: Moment,
): Recorded {
  return { page: number, block, transaction, time }
}

export class NotOnRollError extends BaseError {
  override name = 'NotOnRollError'

  constructor({ reviewer, count }: { reviewer: number; count: number }) {
    super(`No reviewer has the number ${reviewer}.`, {
      metaMessages: [
        count === 0
          ? 'The roll of this round is not complete yet.'
          : `Expected 1 to ${count}.`,
      ],
    })
  }
}
