/** Rules for vectors: valid ones, but for what a vector is about. */
import type { Rules } from '../../protocol/rules.ts'

export function vectorRules(change: Partial<Rules>): Rules {
  const start = 1_800_000_000
  const hour = 3_600
  return {
    times: {
      registerUntil: start + hour,
      rosterBy: start + 2 * hour,
      freezeBy: start + 4 * hour,
      drawBy: start + 5 * hour,
      reviewFrom: start + 5 * hour,
      close: start + 30 * hour,
      releaseFrom: start + 31 * hour,
      releaseUntil: start + 40 * hour,
      openUntil: start + 90 * hour,
      rollNotice: 2 * hour,
      objectionPeriod: 24 * hour,
      answerPeriod: 24 * hour,
    },
    document: `0x${'d0'.repeat(32)}`,
    owners: true,
    seatsPerCommunity: 10,
    reviewers: 0,
    listLength: 10,
    weights: [1],
    maxScore: 5,
    pointsPerBallot: 0,
    points: 'Borda',
    order: 'Mean',
    ties: 'Draw',
    ballotLimit: 3,
    seats: 1,
    budget: 0n,
    quotas: [],
    minReviews: 0,
    reserveTakesWithdrawn: false,
    minOpened: 5_000,
    drawDelay: 10,
    threshold: 1,
    trustees: [`0x${'11'.repeat(20)}`],
    verifiers: [],
    ...change,
  }
}

/** An outside jury. */
export function juryRules(change: Partial<Rules>): Rules {
  return vectorRules({
    owners: false,
    seatsPerCommunity: 0,
    reviewers: 50,
    ...change,
  })
}
