/** Adds to a round's coverage how many seats have a ticket, and have claimed it. */
import type { Address } from 'viem'
import { NoRosterError } from '../tickets/errors.ts'
import { countSeats, readSeatStates } from '../tickets/readSeatStates.ts'
import { readSeats } from '../tickets/roundSeats.ts'
import type { Services } from '../services.ts'
import type { Coverage, CoveredGroup } from './readCoverage.ts'

type Tickets = { issued: number; claimed: number }

export type CoverageWithTickets = Omit<Coverage, 'groups'> & {
  /** None where this relayer has no tickets of the round. */
  tickets: Tickets | null
  groups: (CoveredGroup & Tickets)[]
}

export async function addTickets(
  services: Pick<Services, 'database' | 'node' | 'rounds'>,
  round: Address,
  coverage: Coverage,
): Promise<CoverageWithTickets> {
  const standings = await readStandings(services, round)
  const { claimed, issued } = countSeats(standings)
  const groups = coverage.groups.map((group) => {
    const own = standings.filter(({ community }) => {
      const proposal = coverage.proposals[(community ?? 0) - 1]
      return (
        proposal?.category === group.category && proposal.half === group.half
      )
    })
    const counts = countSeats(own)
    return { ...group, issued: counts.issued, claimed: counts.claimed }
  })
  const tickets = issued === 0 ? null : { issued, claimed }
  return { ...coverage, tickets, groups }
}

async function readStandings(
  services: Pick<Services, 'database' | 'node' | 'rounds'>,
  round: Address,
) {
  try {
    const seats = await readSeats(services, round)
    return await readSeatStates(services.database, round, seats)
  } catch (error) {
    if (error instanceof NoRosterError) return []
    throw error
  }
}
