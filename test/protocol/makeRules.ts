/** Valid rules of an owners' round of ten seats, for tests to change. */
import type { Rules, Times } from '../../protocol/rules.ts'

export const now = 1_800_000_000

export type RulesChange = Partial<Omit<Rules, 'times'>> & {
  times?: Partial<Times>
}

export function makeRules({ times, ...change }: RulesChange = {}): Rules {
  return {
    times: { ...makeTimes(now), ...times },
    document: `0x${'11'.repeat(32)}`,
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
    seats: 12,
    budget: 0n,
    quotas: [],
    minReviews: 1,
    reserveTakesWithdrawn: false,
    minOpened: 5_000,
    drawDelay: 10,
    threshold: 2,
    trustees: [1, 2, 3].map(address),
    verifiers: [],
    ...change,
  }
}

/** The same for an outside jury of 100 that scores everything. */
export function makeJuryRules(change: RulesChange = {}): Rules {
  return makeRules({
    owners: false,
    seatsPerCommunity: 0,
    reviewers: 100,
    listLength: 0,
    points: 'Score',
    order: 'Sum',
    ...change,
  })
}

export function address(value: number): `0x${string}` {
  return `0x${value.toString(16).padStart(40, '0')}`
}

function makeTimes(start: number): Times {
  const hour = 3_600
  return {
    registerUntil: start + hour,
    rosterBy: start + 2 * hour,
    freezeBy: start + 4 * hour,
    drawBy: start + 5 * hour,
    reviewFrom: start + 5 * hour,
    close: start + 6 * hour,
    releaseFrom: start + 7 * hour,
    releaseUntil: start + 8 * hour,
    openUntil: start + 56 * hour,
    rollNotice: 2 * hour,
    objectionPeriod: hour,
    answerPeriod: hour,
  }
}
