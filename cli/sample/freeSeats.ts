/** Reviewers who have not cast: the first one of each community. */
import type { SamplePlan } from './planSample.ts'

export function freeSeats({
  arrivals,
  proposals,
  rules,
}: SamplePlan): number[] {
  const { seatsPerCommunity } = rules
  return proposals.flatMap((_, index) => {
    const first = index * seatsPerCommunity + 1
    const seats = Array.from({ length: seatsPerCommunity }, (_, s) => first + s)
    return seats.filter((seat) => !arrivals.includes(seat)).slice(0, 1)
  })
}
