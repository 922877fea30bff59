/** The tally: points and counted reviews of each proposal. */
import {
  checkValues,
  pointsOf,
  type PointsRules,
  type SpoilReason,
  spoilReasons,
} from './points.ts'

/** By proposal index: the sum S of the points, the number C of reviews. */
export type Tally = {
  /** At most 2⁴⁰ − 1 each, so exact in doubles. */
  sums: Float64Array
  counts: Uint32Array
}

/** The tally of `n` proposals before the first ballot. */
export function makeTally(n: number): Tally {
  return { sums: new Float64Array(n), counts: new Uint32Array(n) }
}

/**
 * Counts a ballot in place, unless its values break a rule. Whether it is the
 * reviewer's last version and not settled yet is for the caller to know.
 */
export function addBallot(
  tally: Tally,
  rules: PointsRules,
  list: ArrayLike<number>,
  values: ArrayLike<number>,
): SpoilReason {
  const reason = checkValues(rules, list, values)
  if (reason !== spoilReasons.none) return reason
  const { points, opinions } = pointsOf(rules, list, values)
  for (let entry = 0; entry < list.length; entry++) {
    if (opinions[entry] !== true) continue
    const index = (list[entry] as number) - 1
    tally.sums[index] =
      (tally.sums[index] as number) + (points[entry] as number)
    tally.counts[index] = (tally.counts[index] as number) + 1
  }
  return reason
}
