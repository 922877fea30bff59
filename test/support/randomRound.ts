/** Random rules that a round can have, and random proposals and values for it. */
import type { RankedProposal } from '../../protocol/recommend.ts'
import type { Rules } from '../../protocol/rules.ts'
import type { Dice } from './dice.ts'

/** Times, trustees and the like come from the round around it. */
export type RandomRules = Omit<
  Rules,
  'times' | 'document' | 'drawDelay' | 'threshold' | 'trustees' | 'verifiers'
>

export type Shape = 'halves' | 'owners' | 'jury' | 'whole jury'

export const shapes: readonly Shape[] = [
  'halves',
  'halves',
  'owners',
  'jury',
  'whole jury',
]

export type RandomRound = {
  rules: RandomRules
  n: number
  proposals: RankedProposal[]
}

export function randomRound(
  dice: Dice,
  shape = dice.pick(shapes),
): RandomRound {
  const points = dice.pick(['Score', 'Borda'] as const)
  const n = randomSize(dice, shape)
  const listLength = randomListLength(dice, shape, n)
  const weights = randomWeights(dice)
  const maxScore = dice.pick([1, 3, 5, 5, 10, 31, 255])
  const values = (listLength || n) * weights.length
  const proposals = Array.from({ length: n }, () => randomProposal(dice))
  const rules = {
    ...randomReviewers(dice, shape),
    listLength,
    weights,
    maxScore,
    pointsPerBallot: dice.onceIn(3) ? dice.between(1, values * 3) : 0,
    points,
    order: dice.pick(['Mean', 'Sum'] as const),
    ties: dice.pick(['Draw', 'Number'] as const),
    ballotLimit: dice.pick([1, 2, 3, 4, 15]),
    ...randomSelection(dice, n),
    minReviews: dice.pick([0, 0, 1, 2, 4]),
    reserveTakesWithdrawn: dice.onceIn(2),
    minOpened: dice.pick([0, 3_000, 5_000, 9_000]),
  }
  return { rules, n, proposals }
}

/** One byte per value. About one ballot in eight breaks a rule. */
export function randomValues(
  dice: Dice,
  { maxScore, weights }: Pick<Rules, 'maxScore' | 'weights'>,
  list: readonly number[],
): number[] {
  const criteria = weights.length
  const values = list.flatMap((proposal) => {
    const isSilent = dice.onceIn(5) || proposal === 0
    // As many dice for the blank card: equal seeds stay in step.
    const given = Array.from({ length: criteria }, () =>
      dice.between(1, maxScore),
    )
    return isSilent ? given.map(() => 0) : given
  })
  if (dice.onceIn(8)) values[dice.below(values.length)] = dice.below(256)
  return values
}

function randomSize(dice: Dice, shape: Shape): number {
  if (shape === 'halves') return dice.between(3, 21)
  return shape === 'jury' ? dice.between(3, 18) : dice.between(3, 14)
}

function randomListLength(dice: Dice, shape: Shape, n: number): number {
  if (shape === 'halves') return dice.between(2, Math.ceil(n / 2))
  return shape === 'jury' ? dice.between(2, Math.min(n, 15)) : 0
}

function randomReviewers(dice: Dice, shape: Shape) {
  const owners = shape === 'halves' || shape === 'owners'
  return {
    owners,
    seatsPerCommunity: owners ? dice.between(1, 4) : 0,
    reviewers: owners ? 0 : dice.between(1, 40),
  }
}

function randomWeights(dice: Dice): number[] {
  const weight = () => dice.pick([1, 1, 2, 3, 7, 65_535])
  return Array.from({ length: dice.pick([1, 1, 2, 3]) }, weight)
}

function randomProposal(dice: Dice): RankedProposal {
  return {
    category: dice.between(1, 4),
    ask: BigInt(dice.below(1_000)),
    withdrawn: dice.onceIn(8),
  }
}

function randomSelection(dice: Dice, n: number) {
  const none = { seats: 0, budget: 0n, quotas: [] }
  const kind = dice.pick(['seats', 'budget', 'quotas'] as const)
  if (kind === 'seats') return { ...none, seats: dice.between(1, n) }
  if (kind === 'budget')
    return { ...none, budget: BigInt(dice.between(1, 500 * n)) }
  return { ...none, ...randomQuotas(dice, n) }
}

/** For some categories, one of which may be nobody's. */
function randomQuotas(dice: Dice, n: number) {
  let left = n
  const quotas = dice.shuffled([1, 2, 3, 9]).flatMap((category) => {
    const seats = dice.below(Math.min(left, 4) + 1)
    left -= seats
    return seats === 0 ? [] : [{ category, seats }]
  })
  if (quotas.length === 0) quotas.push({ category: 1, seats: 1 })
  return { quotas, seats: quotas.reduce((sum, { seats }) => sum + seats, 0) }
}
