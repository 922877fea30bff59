/** The seats of a round, and whose they are. */
import type { Address } from 'viem'
import { readRound } from '../../chain/readRound.ts'
import { reviewerCount } from '../../protocol/rules.ts'
import type { Services } from '../services.ts'
import { NoRosterError, SeatUnknownError } from './errors.ts'

export type RoundSeats = {
  reviewers: number
  /** Of each community; none where an outside jury reviews. */
  perCommunity: number | undefined
}

/** A seat by its community; both null where an outside jury reviews. */
export type Place = { community: number | null; seat: number | null }

export async function readSeats(
  { node, rounds }: Pick<Services, 'node' | 'rounds'>,
  round: Address,
): Promise<RoundSeats> {
  const { rules } = await rounds.round(round)
  const call = { round, functionName: 'rosterSize', args: [] } as const
  const [, onRoster, isFixed] = await readRound(node.reader, call)
  if (!isFixed) throw new NoRosterError()
  return {
    reviewers: reviewerCount(rules, Number(onRoster)),
    perCommunity: rules.owners ? rules.seatsPerCommunity : undefined,
  }
}

export function placeOf(
  reviewer: number,
  { perCommunity }: Pick<RoundSeats, 'perCommunity'>,
): Place {
  if (perCommunity === undefined) return { community: null, seat: null }
  const index = reviewer - 1
  const community = Math.floor(index / perCommunity) + 1
  return { community, seat: (index % perCommunity) + 1 }
}

/** Numbers of the seats from one to another, all of them unless told. */
export function seatsBetween(
  { reviewers }: RoundSeats,
  { from = 1, to = reviewers }: { from?: number; to?: number },
): number[] {
  for (const reviewer of [from, to]) requireSeat(reviewer, { reviewers })
  const count = Math.max(0, to - from + 1)
  return Array.from({ length: count }, (_, index) => from + index)
}

export function requireSeat(
  reviewer: number,
  { reviewers }: Pick<RoundSeats, 'reviewers'>,
): void {
  if (reviewer < 1 || reviewer > reviewers)
    throw new SeatUnknownError({ reviewer, reviewers })
}
