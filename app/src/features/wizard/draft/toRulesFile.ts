/** The draft as a file of rules, in the form of docs/files.md. */
import { sha256 } from 'viem'
import type { Draft, Period } from './draft.ts'
import { roundDocument } from './roundDocument.ts'

/** What is no number is left as it is: whoever reads the file tells where. */
export function toRulesFile(draft: Draft): object {
  const { owners } = draft
  return {
    document: sha256(roundDocument(draft)),
    holders: draft.holders,
    times: toTimes(draft),
    owners,
    ...(owners
      ? { seatsPerCommunity: toNumber(draft.seatsPerCommunity) }
      : { reviewers: toNumber(draft.reviewers) }),
    listLength: draft.isAll ? 'all' : toNumber(draft.listLength),
    weights: draft.criteria.map(({ weight }) => toNumber(weight)),
    maxScore: toNumber(draft.maxScore),
    ...(draft.pointsPerBallot.trim() === ''
      ? {}
      : { pointsPerBallot: toNumber(draft.pointsPerBallot) }),
    points: draft.points,
    order: draft.order,
    ties: draft.ties,
    ballotLimit: toNumber(draft.ballotLimit),
    ...(draft.hasBudget
      ? { budget: draft.budget }
      : { seats: toNumber(draft.seats), quotas: toQuotas(draft) }),
    minReviews: toNumber(draft.minReviews),
    reserveTakesWithdrawn: draft.reserveTakesWithdrawn,
    minOpened: `${draft.minOpened}%`,
    drawDelay: toNumber(draft.drawDelay),
    threshold: toNumber(draft.threshold),
    trustees: draft.trustees,
    verifiers: draft.verifiers,
  }
}

function toTimes({ periods, times }: Draft): object {
  const moments = Object.entries(times).map(
    ([name, time]) => [name, time === null ? '' : toDate(time)] as const,
  )
  const spans = Object.entries(periods).map(
    ([name, period]) => [name, toPeriod(period)] as const,
  )
  return Object.fromEntries([...moments, ...spans])
}

function toQuotas({ quotas }: Draft) {
  return quotas.map(({ category, seats }) => ({
    category: toNumber(category),
    seats: toNumber(seats),
  }))
}

function toDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

function toPeriod({ amount, unit }: Period): string {
  return `${amount.trim()} ${unit}`
}

function toNumber(text: string): number | string {
  const digits = text.trim()
  return /^\d{1,15}$/.test(digits) ? Number(digits) : digits
}
