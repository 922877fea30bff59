/** Seats counted by their community; one group where an outside jury reviews. */
import { groupBy } from '../../../../protocol/groupBy.ts'
import type { Seat, SeatState } from '../../relayer/registrar.ts'

export type SeatGroup = {
  community: number | null
  seats: Seat[]
  counts: Readonly<Record<SeatState, number>>
}

export function groupSeats(seats: readonly Seat[]): SeatGroup[] {
  const groups = groupBy(seats, ({ community }) => community)
  return [...groups].map(([community, own]) => ({
    community,
    seats: own,
    counts: {
      none: countOf(own, 'none'),
      issued: countOf(own, 'issued'),
      're-issued': countOf(own, 're-issued'),
      claimed: countOf(own, 'claimed'),
    },
  }))
}

function countOf(seats: readonly Seat[], state: SeatState): number {
  return seats.filter((seat) => seat.state === state).length
}
