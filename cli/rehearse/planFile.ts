/**
 * A Pabulib election as a round: its projects are the proposals, its voters an
 * outside jury that scores everything, its rule the budget along the sums.
 */
import { BaseError } from '../../protocol/errors.ts'
import type {
  PabulibBallot,
  PabulibFile,
} from '../../protocol/pabulib/pabulibFile.ts'
import { leastReviews } from './leastReviews.ts'
import { commonRules, type Plan, type PlannedTrustees } from './plan.ts'
import { readWhole } from './readWhole.ts'

const most = { projects: 255, ballots: 131_072, score: 255, sum: 65_535 }

export function planFile(
  source: string,
  file: PabulibFile,
  trustees: PlannedTrustees,
): Plan {
  checkSize(file)
  const { ballots, budget, projects } = file
  const indices = new Map(projects.map(({ id }, index) => [id, index]))
  const limits = readLimits(file)
  const least = leastReviews(file)
  const values = ballots.map((ballot) => toValues(ballot, indices))
  return {
    title: `${source}: ${projects.length} projects, ${ballots.length} ballots`,
    notes: [...limits.notes, ...least.notes, ...noteRule(file)],
    rules: {
      ...commonRules,
      owners: false,
      seatsPerCommunity: 0,
      reviewers: ballots.length,
      maxScore: limits.maxScore,
      pointsPerBallot: limits.pointsPerBallot,
      points: 'Score',
      order: 'Sum',
      ties: 'Number',
      budget,
      minReviews: least.minReviews,
    },
    trustees,
    proposals: projects.map(({ id, name, cost }) => ({ id, name, ask: cost })),
    arrivals: Uint32Array.from(ballots, (_, index) => index + 1),
    review: (reviewer) => values[reviewer - 1] ?? new Uint8Array(),
  }
}

/** The list is every proposal in the order of numbers: that of the file. */
function toValues(
  { choices }: PabulibBallot,
  indices: ReadonlyMap<string, number>,
): Uint8Array {
  const values = new Uint8Array(indices.size)
  for (const { project, points } of choices)
    values[indices.get(project) ?? -1] = points
  return values
}

type Limits = Pick<Plan['rules'], 'maxScore' | 'pointsPerBallot'> & {
  notes: string[]
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
  const note = `NOTE: META says ${sumKey} ${allowed}, but a ballot has ${largestSum} points. The round allows ${largestSum}.`
  return { ...limits, pointsPerBallot: largestSum, notes: [note] }
}

function noteRule({ meta }: PabulibFile): string[] {
  const rule = meta.get('rule') ?? ''
  if (/^(greedy)?$/i.test(rule)) return []
  return [
    `NOTE: the file's rule is "${rule}". The round funds greedily, so its selection may differ.`,
  ]
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
