/** How far each seat is: without ticket, issued, or claimed. */
import type { Address } from 'viem'
import type { Database } from '../storage/openDatabase.ts'
import { type Place, placeOf, type RoundSeats } from './roundSeats.ts'

export type SeatState = 'none' | 'issued' | 're-issued' | 'claimed'

export type SeatStanding = Place & {
  reviewer: number
  state: SeatState
  /** Whether the registrar has signed to its reviewer the key enrolled. */
  isSigned: boolean
}

export async function readSeatStates(
  { db }: Pick<Database, 'db'>,
  round: Address,
  seats: RoundSeats,
): Promise<SeatStanding[]> {
  const [tickets, enrolments] = await Promise.all([
    db
      .selectFrom('tickets')
      .select(['reviewer', 'issue'])
      .where('round', '=', round)
      .where('state', '<>', 'replaced')
      .execute(),
    db
      .selectFrom('enrolments')
      .select(['reviewer', 'registrar_signature'])
      .where('round', '=', round)
      .execute(),
  ])
  const issues = new Map(tickets.map((row) => [row.reviewer, row.issue]))
  const enrolled = new Map(
    enrolments.map((row) => [row.reviewer, row.registrar_signature !== null]),
  )
  return Array.from({ length: seats.reviewers }, (_, index) => {
    const reviewer = index + 1
    const isSigned = enrolled.get(reviewer)
    const state =
      isSigned === undefined ? stateOf(issues.get(reviewer)) : 'claimed'
    const place = placeOf(reviewer, seats)
    return { reviewer, ...place, state, isSigned: isSigned ?? false }
  })
}

function stateOf(issue: number | undefined): SeatState {
  if (issue === undefined) return 'none'
  return issue === 1 ? 'issued' : 're-issued'
}

export type SeatCounts = { seats: number; issued: number; claimed: number }

export function countSeats(standings: readonly SeatStanding[]): SeatCounts {
  const issued = standings.filter(({ state }) => state !== 'none').length
  const claimed = standings.filter(({ state }) => state === 'claimed').length
  return { seats: standings.length, issued, claimed }
}
