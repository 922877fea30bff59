/** Seats that get new tickets: all, those of a community, or one. */
import type { Seat } from '../../relayer/registrar.ts'

/** `of` names a community, or the jury; `seat` one reviewer of it. */
export type ChosenSeats = { of: 'all' | 'jury' | number; seat: 'all' | number }

/** Of what a list of choices says. */
export function startOf(value: string): ChosenSeats | undefined {
  if (value === '') return undefined
  if (value === 'all') return { of: 'all', seat: 'all' }
  return value === 'jury'
    ? { of: 'jury', seat: 0 }
    : { of: Number(value), seat: 'all' }
}

/** Whoever has claimed a seat keeps it, unless it is named. */
export function reviewersOf(
  chosen: ChosenSeats | undefined,
  seats: readonly Seat[],
): number[] {
  if (!chosen) return []
  const { seat } = chosen
  return seatsOf(chosen, seats)
    .filter((one) =>
      seat === 'all' ? isUnclaimed(one) : one.reviewer === seat,
    )
    .map(({ reviewer }) => reviewer)
}

/** That have a ticket. */
export function seatsOf({ of }: ChosenSeats, seats: readonly Seat[]): Seat[] {
  const issued = seats.filter(({ state }) => state !== 'none')
  if (of === 'all') return issued
  const community = of === 'jury' ? null : of
  return issued.filter((one) => one.community === community)
}

export function isUnclaimed({ state }: Seat): boolean {
  return state === 'issued' || state === 're-issued'
}
