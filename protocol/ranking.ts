/** The ranking: the one order of each half's proposals, best first. */
import { type Draw, placeOf } from './draw.ts'
import { neutralPoints, type Rules } from './rules.ts'
import type { Tally } from './tally.ts'

export type RankingParameters = { rules: Rules; draw: Draw; tally: Tally }

/** Proposal numbers of half 0 and half 1; without halves all in the first. */
export type Orders = readonly [first: number[], second: number[]]

/** By points alone: 0 where only the tie rule tells two proposals apart. */
export function comparePoints({
  rules,
  draw,
  tally,
}: RankingParameters): (a: number, b: number) => number {
  const neutral = neutralPoints(rules, draw.n)
  const sum = (proposal: number) => tally.sums[proposal - 1] as number
  const count = (proposal: number) => tally.counts[proposal - 1] as number

  /** The mean with one neutral review, times (C_a + 1)(C_b + 1). */
  const compareMeans = (a: number, b: number): number => {
    // Beyond 2⁵³: sums have 40 bits, counts 18.
    const left = BigInt(2 * sum(a) + neutral) * BigInt(count(b) + 1)
    const right = BigInt(2 * sum(b) + neutral) * BigInt(count(a) + 1)
    return left === right ? 0 : left > right ? -1 : 1
  }
  const compareSums = (a: number, b: number) => sum(b) - sum(a)
  return rules.order === 'Mean' ? compareMeans : compareSums
}

/**
 * Compares two proposal numbers for `sort`: below 0 if the first stands
 * before. Only a proposal equals itself, so this is a strict total order.
 */
export function compareProposals(
  parameters: RankingParameters,
): (a: number, b: number) => number {
  const { draw, rules } = parameters
  const compare = comparePoints(parameters)
  const position = (proposal: number) => placeOf(draw, proposal).position
  const compareTied =
    rules.ties === 'Draw'
      ? (a: number, b: number) => position(a) - position(b)
      : (a: number, b: number) => a - b
  return (a, b) => compare(a, b) || compareTied(a, b)
}

export function rankProposals(parameters: RankingParameters): Orders {
  const { draw } = parameters
  const orders: Orders = [[], []]
  for (let proposal = 1; proposal <= draw.n; proposal++)
    orders[placeOf(draw, proposal).half].push(proposal)
  const compare = compareProposals(parameters)
  for (const order of orders) order.sort(compare)
  return orders
}
