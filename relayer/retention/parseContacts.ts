/** Contacts with their seats: those of the table, or drawn by lot. */
import { randomInt } from 'node:crypto'
import {
  type ContactLine,
  parseContactTable,
} from '../../protocol/tickets/contactTable.ts'
import type { RoundSeats } from '../tickets/roundSeats.ts'
import { ContactTableError } from './errors.ts'

export type Contact = { reviewer: number; contact: string }

/** `taken`: seats that have a contact, which a lot leaves out. */
export function parseContacts(
  text: string,
  seats: RoundSeats,
  taken: ReadonlySet<number>,
): Contact[] {
  const { faults, lines } = parseContactTable(text, seats, taken)
  const [first] = faults
  if (first) throw new ContactTableError(first)
  const used = new Set(taken)
  return lines.map((line) => {
    const reviewer = line.reviewer ?? drawSeat(line, seats, used)
    used.add(reviewer)
    return { reviewer, contact: line.contact }
  })
}

/** At random, so that the order of a list does not tell who sits where. */
function drawSeat(
  { community = 1, line }: ContactLine,
  { perCommunity = 1 }: RoundSeats,
  used: ReadonlySet<number>,
): number {
  const first = (community - 1) * perCommunity + 1
  const seats = Array.from({ length: perCommunity }, (_, seat) => first + seat)
  const free = seats.filter((reviewer) => !used.has(reviewer))
  const drawn = free.length > 0 ? free[randomInt(free.length)] : undefined
  if (drawn !== undefined) return drawn
  throw new ContactTableError({ line, fault: 'more people than seats' })
}
