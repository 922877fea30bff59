/** From a ballot's values to points, or to the rule that they break. */
import { BaseError } from './errors.ts'
import type { Rules } from './rules.ts'

/** What counting a ballot needs of the rules. */
export type PointsRules = Pick<
  Rules,
  'weights' | 'maxScore' | 'pointsPerBallot' | 'points'
>

/** Why an opened ballot counts for nobody; 0: it counts. */
export const spoilReasons = {
  none: 0,
  aboveMaxScore: 1,
  partial: 2,
  onBlankCard: 3,
  aboveLimit: 4,
} as const

export type SpoilReason = (typeof spoilReasons)[keyof typeof spoilReasons]

/** The first rule of the protocol's list that the values break. */
export function checkValues(
  rules: PointsRules,
  list: ArrayLike<number>,
  values: ArrayLike<number>,
): SpoilReason {
  const { maxScore, pointsPerBallot } = rules
  const criteria = rules.weights.length
  checkLength(list, values, criteria)
  let highest = 0
  let sum = 0
  let isPartial = false
  let isOnBlank = false
  for (let entry = 0; entry < list.length; entry++) {
    let given = 0
    for (let k = 0; k < criteria; k++) {
      const value = values[entry * criteria + k] as number
      if (value !== 0) given++
      if (value > highest) highest = value
      sum += value
    }
    if (given !== 0 && given !== criteria) isPartial = true
    if (given !== 0 && list[entry] === 0) isOnBlank = true
  }
  if (highest > maxScore) return spoilReasons.aboveMaxScore
  if (isPartial) return spoilReasons.partial
  if (isOnBlank) return spoilReasons.onBlankCard
  const isAbove = pointsPerBallot !== 0 && sum > pointsPerBallot
  return isAbove ? spoilReasons.aboveLimit : spoilReasons.none
}

/** Per entry of the list. Without an opinion the points are 0. */
export type ListPoints = { points: number[]; opinions: boolean[] }

/** The points of a ballot that {@link checkValues} finds nothing wrong with. */
export function pointsOf(
  rules: PointsRules,
  list: ArrayLike<number>,
  values: ArrayLike<number>,
): ListPoints {
  checkLength(list, values, rules.weights.length)
  const weighted = weigh(rules, list.length, values)
  return {
    points: rules.points === 'Borda' ? bordaOf(list, weighted) : weighted,
    opinions: weighted.map((value) => value !== 0),
  }
}

/** Σ weight × value of each entry. */
function weigh(
  { weights }: PointsRules,
  length: number,
  values: ArrayLike<number>,
): number[] {
  const criteria = weights.length
  const weighted: number[] = []
  for (let entry = 0; entry < length; entry++) {
    let sum = 0
    for (let k = 0; k < criteria; k++)
      sum += (weights[k] as number) * (values[entry * criteria + k] as number)
    weighted.push(sum)
  }
  return weighted
}

/** 2 for each other proposal below, 1 if tied or without opinion. */
function bordaOf(list: ArrayLike<number>, weighted: number[]): number[] {
  return weighted.map((value, entry) => {
    if (value === 0) return 0
    let points = 0
    for (const [other, otherValue] of weighted.entries()) {
      if (other === entry || list[other] === 0) continue
      if (otherValue === 0 || otherValue === value) points += 1
      else if (value > otherValue) points += 2
    }
    return points
  })
}

function checkLength(
  list: ArrayLike<number>,
  values: ArrayLike<number>,
  criteria: number,
): void {
  const expected = list.length * criteria
  if (values.length !== expected)
    throw new ValueCountError({ count: values.length, expected })
}

export class ValueCountError extends BaseError {
  override name = 'ValueCountError'

  constructor({ count, expected }: { count: number; expected: number }) {
    super(`The ballot has ${count} values.`, {
      metaMessages: [`Expected ${expected}: one per proposal and criterion.`],
    })
  }
}
