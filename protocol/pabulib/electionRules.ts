/**
 * The rules of a round that does what a Pabulib election did: its voters an
 * outside jury that scores everything, its rule the budget along the sums.
 */
import { BaseError } from '../errors.ts'
import type { Rules } from '../rules.ts'
import { leastReviews } from './leastReviews.ts'
import type { PabulibFile } from './pabulibFile.ts'
import { readWhole } from './readWhole.ts'

/** Where the round does something else than the file says. */
export type ElectionNote =
  | { kind: 'oneReview' }
  | { kind: 'threshold'; threshold: number }
  | { kind: 'limit'; key: string; allowed: number; largest: number }
  | { kind: 'rule'; rule: string }

export type ElectionRules = Pick<
  Rules,
  | 'owners'
  | 'seatsPerCommunity'
  | 'reviewers'
  | 'listLength'
  | 'weights'
  | 'maxScore'
  | 'pointsPerBallot'
  | 'points'
  | 'order'
  | 'ties'
  | 'seats'
  | 'budget'
  | 'minReviews'
>

const most = { projects: 255, ballots: 131_072, score: 255, sum: 65_535 }

export function electionRules(file: PabulibFile): {
  rules: ElectionRules
  notes: ElectionNote[]
} {
  checkSize(file)
  const { maxScore, notes, pointsPerBallot } = readLimits(file)
  const least = leastReviews(file)
  return {
    notes: [...notes, ...least.notes, ...noteRule(file)],
    rules: {
      ...{ owners: false, seatsPerCommunity: 0 },
      reviewers: file.ballots.length,
      ...{ listLength: 0, weights: [1] },
      ...{ maxScore, pointsPerBallot },
      ...{ points: 'Score', order: 'Sum', ties: 'Number' },
      ...{ seats: 0, budget: file.budget },
      minReviews: least.minReviews,
    },
  }
}

type Limits = Pick<Rules, 'maxScore' | 'pointsPerBallot'> & {
  notes: ElectionNote[]
}

/** What META allows, raised to what the ballots hold. */
function readLimits({ ballots, meta, voteType }: PabulibFile): Limits {
  let highest = 1
  let largestSum = 0
  for (const { choices } of ballots) {
    let sum = 0
    for (const { points } of choices) {
      highest = Math.max(highest, points)
      sum += points
    }
    largestSum = Math.max(largestSum, sum)
  }
  const sumKey = voteType === 'approval' ? 'max_length' : 'max_sum_points'
  const allowed = readWhole(meta, sumKey)
  const score = readWhole(meta, 'max_points') ?? highest
  const limits = { maxScore: Math.min(Math.max(score, highest), most.score) }
  if (allowed === undefined || Math.max(allowed, largestSum) > most.sum)
    return { ...limits, pointsPerBallot: 0, notes: [] }
  if (largestSum <= allowed)
    return { ...limits, pointsPerBallot: allowed, notes: [] }
  const note = { kind: 'limit', key: sumKey, allowed, largest: largestSum }
  return {
    ...limits,
    pointsPerBallot: largestSum,
    notes: [note as ElectionNote],
  }
}

function noteRule({ meta }: PabulibFile): ElectionNote[] {
  const rule = meta.get('rule') ?? ''
  return /^(greedy)?$/i.test(rule) ? [] : [{ kind: 'rule', rule }]
}

function checkSize({ ballots, projects }: PabulibFile): void {
  if (projects.length < 2 || projects.length > most.projects)
    throw new ElectionSizeError({
      what: 'projects',
      count: projects.length,
      bounds: `2 to ${most.projects}`,
    })
  if (ballots.length < 1 || ballots.length > most.ballots)
    throw new ElectionSizeError({
      what: 'ballots',
      count: ballots.length,
      bounds: `1 to ${most.ballots}`,
    })
}

export class ElectionSizeError extends BaseError {
  override name = 'ElectionSizeError'

  constructor({
    what,
    count,
    bounds,
  }: {
    what: string
    count: number
    bounds: string
  }) {
    super(`The file has ${count} ${what}: a round cannot hold that.`, {
      metaMessages: [`Expected ${bounds} ${what}.`],
    })
  }
}
