/** What became of a reviewer's ballots, in words. */
import { type SpoilReason } from '../../protocol/points.ts'
import type {
  BallotOutcome,
  ExplainedBallot,
  ExplainedSeat,
  Recorded,
} from '../../verifier/explainBallot.ts'
import { describeTime } from '../frame/describeTime.ts'
import { renderTable } from '../printing.ts'

const reasons: Readonly<Record<SpoilReason, string>> = {
  0: 'nothing',
  1: 'a score above the highest one',
  2: 'a proposal with some criteria scored and others not',
  3: 'a score on the blank card',
  4: 'more points than a ballot may give',
}

const columns = [
  { heading: 'proposal', align: 'right' },
  { heading: 'scores' },
  { heading: 'points', align: 'right' },
  { heading: 'sum before → after', align: 'right' },
  { heading: 'reviews before → after', align: 'right' },
] as const

export function describeSeat(
  { ballots, key, reviewer }: ExplainedSeat,
  now: number,
): string {
  return [
    `Reviewer ${reviewer}, key ${key}`,
    ...(ballots.length === 0
      ? ['  No ballot is recorded.']
      : ballots.map((ballot) => describeBallot(ballot, now))),
  ].join('\n')
}

function describeBallot(
  { outcome, recorded, version }: ExplainedBallot,
  now: number,
): string {
  return [
    `  Version ${version}: recorded ${describePlace(recorded, now)}`,
    ...describeOutcome(outcome, now).map((line) => `    ${line}`),
  ].join('\n')
}

function describeOutcome(outcome: BallotOutcome, now: number): string[] {
  switch (outcome.kind) {
    case 'replaced':
      return ['A later version stands in its place.']
    case 'closed':
      return ['Nobody opened it so far.']
    case 'spoiled':
      return [
        `Opened ${describePlace(outcome.opened, now)}`,
        `Spoiled, counts for nobody: ${reasons[outcome.reason]}.`,
        ...outcome.scores.map(
          ({ proposal, values }) =>
            `proposal ${proposal}: ${values.join(', ')}`,
        ),
      ]
    case 'counted':
      return [
        `Opened and counted ${describePlace(outcome.opened, now)}`,
        ...renderTable(
          columns,
          outcome.scores.map(
            ({ after, before, hasOpinion, points, proposal, values }) => [
              proposal === 0 ? 'blank card' : String(proposal),
              hasOpinion ? values.join(', ') : 'no opinion',
              hasOpinion ? String(points) : '',
              hasOpinion ? `${before.sum} → ${after.sum}` : '',
              hasOpinion ? `${before.count} → ${after.count}` : '',
            ],
          ),
        ).split('\n'),
      ]
  }
}

function describePlace(
  { block, page, time, transaction }: Recorded,
  now: number,
): string {
  return `in page ${page}, block ${block}, ${describeTime(time, now)}, transaction ${transaction}`
}
