/** What the page asks of the worker that reads opened ballots, and what comes of it. */
import type { Address } from 'viem'
import type { Rules } from '../../../../../protocol/rules.ts'

export type DistributionRequest = {
  url: string
  round: Address
  fromBlock: bigint
  rules: Rules
}

export type Distribution = {
  criteria: number
  /** Values from 0, no opinion, to the highest. */
  values: number
  /** By proposal, criterion and value: how many counted ballots say so. */
  counts: Uint32Array
  counted: number
  spoiled: number
}

export type DistributionAnswer =
  { distribution: Distribution } | { problem: string }

/** How many gave each value, from no opinion on. */
export function countsOf(
  { counts, criteria, values }: Distribution,
  proposal: number,
  criterion: number,
): number[] {
  const first = ((proposal - 1) * criteria + criterion) * values
  return [...counts.subarray(first, first + values)]
}
