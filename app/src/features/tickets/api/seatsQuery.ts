/** What a relayer keeps of seats and contacts; never kept on this device. */
import { queryOptions } from '@tanstack/react-query'
import {
  type Desk,
  fetchContacts,
  fetchSeats,
} from '../../../relayer/registrar.ts'

const placeOf = ({ round, session }: Desk) =>
  [session.relayer, session.address, round] as const

const whileHere = { retry: false, gcTime: 0 } as const

export function seatsQuery(desk: Desk) {
  return queryOptions({
    queryKey: ['desk', 'seats', ...placeOf(desk)],
    queryFn: () => fetchSeats(desk),
    refetchInterval: 15_000,
    ...whileHere,
  })
}

export function contactsQuery(desk: Desk) {
  return queryOptions({
    queryKey: ['desk', 'contacts', ...placeOf(desk)],
    queryFn: () => fetchContacts(desk),
    ...whileHere,
  })
}
