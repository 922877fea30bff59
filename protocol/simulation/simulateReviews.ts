/**
 * Simulated people: every proposal has a hidden quality, and every reviewer sees
 * it through own noise and own strictness.
 */
import type { Rules } from '../rules.ts'
import { quantiles } from './quantiles.ts'
import { seededRandom, shuffledIndices } from './seededRandom.ts'

/** What a ballot may say. */
export type ScoreRules = {
  /** One value for each. */
  criteria: number
} & Pick<Rules, 'maxScore' | 'pointsPerBallot'>

/** Values of a list, one for each proposal and criterion. */
export type Review = (reviewer: number, list: Uint16Array) => Uint8Array

/** Deviations, beside that of the quality, which is 1. */
const noise = 1
const strictness = 0.5

/** By proposal index. */
export function drawQualities(seed: string, proposals: number): Float64Array {
  const random = seededRandom(seed, 'quality')
  return Float64Array.from({ length: proposals }, () => random.normal())
}

/** Reviewer numbers in the order of their ballots. */
export function drawArrivals(seed: string, reviewers: number): Uint32Array {
  const order = shuffledIndices(seededRandom(seed, 'arrival'), reviewers)
  return order.map((index) => index + 1)
}

export function simulateReviews(
  seed: string,
  qualities: Float64Array,
  { criteria, maxScore, pointsPerBallot }: ScoreRules,
): Review {
  const deviation = Math.hypot(1, strictness, noise)
  const bounds = quantiles(maxScore).map((bound) => bound * deviation)
  const toScore = (seen: number) =>
    bounds.filter((bound) => seen > bound).length + 1
  return function review(reviewer, list) {
    const random = seededRandom(seed, `reviewer ${reviewer}`)
    const own = strictness * random.normal()
    const values = new Uint8Array(list.length * criteria)
    const seen = new Float64Array(list.length)
    for (const [entry, proposal] of list.entries()) {
      const quality = qualities[proposal - 1]
      if (quality === undefined) continue // the blank card
      for (let k = 0; k < criteria; k++) {
        const one = quality + own + noise * random.normal()
        seen[entry] = (seen[entry] ?? 0) + one
        values[entry * criteria + k] = toScore(one)
      }
    }
    if (pointsPerBallot !== 0)
      keepWithin(values, { seen, criteria, limit: pointsPerBallot })
    return values
  }
}

/** Points go to what looks best until they are spent; the rest gets none. */
function keepWithin(
  values: Uint8Array,
  given: { seen: Float64Array; criteria: number; limit: number },
): void {
  const { criteria, limit, seen } = given
  let left = limit
  const look = (entry: number) => seen[entry] ?? 0
  const best = [...seen.keys()].sort((one, other) => look(other) - look(one))
  for (const entry of best) {
    const own = values.subarray(entry * criteria, (entry + 1) * criteria)
    const sum = own.reduce((all, value) => all + value, 0)
    if (sum <= left) left -= sum
    else own.fill(0)
  }
}
