/** Which step of the wizard holds a field, by its path in the file of rules. */
import type { Draft } from '../draft/draft.ts'
import type { StepName } from '../draft/steps.ts'

const steps: Readonly<Record<string, StepName>> = {
  name: 'basics',
  purpose: 'basics',
  document: 'basics',
  owners: 'basics',
  seatsPerCommunity: 'basics',
  reviewers: 'basics',
  proposals: 'basics',
  categories: 'basics',
  times: 'times',
  weights: 'scores',
  maxScore: 'scores',
  pointsPerBallot: 'scores',
  ballotLimit: 'scores',
  criteria: 'scores',
  seats: 'selection',
  budget: 'selection',
  quotas: 'selection',
  minReviews: 'selection',
  listLength: 'draw',
  drawDelay: 'draw',
  holders: 'roles',
  threshold: 'roles',
  trustees: 'roles',
  verifiers: 'roles',
  minOpened: 'roles',
}

export function stepOf(path: string): StepName {
  const [first = ''] = path.split(/[.[]/)
  return steps[first] ?? 'basics'
}

/** The draft with a number in the field of that path. */
export function withNumber(draft: Draft, path: string, value: number): Draft {
  const weight = /^weights\[(\d+)\]$/.exec(path)
  if (weight) return withWeight(draft, Number(weight[1]), String(value))
  const [first = '', name = ''] = path.split('.')
  if (first === 'times') {
    // A field of minutes shows nothing finer.
    const time = Math.ceil(value / 60) * 60
    return { ...draft, times: { ...draft.times, [name]: time } }
  }
  if (first === 'minOpened') return { ...draft, minOpened: String(value / 100) }
  if (first === 'listLength')
    return { ...draft, isAll: false, listLength: String(value) }
  return { ...draft, [first]: String(value) }
}

function withWeight(draft: Draft, at: number, weight: string): Draft {
  const criteria = draft.criteria.map((one, index) =>
    index === at ? { ...one, weight } : one,
  )
  return { ...draft, criteria }
}
