/** Tickets as CSV, for letters and messages. */
import Papa from 'papaparse'
import { type IssuedTicket, ticketLink } from './ticket.ts'

export function ticketTable(
  tickets: readonly IssuedTicket[],
  page: string,
): string {
  const rows = tickets.map((issued) => ({
    reviewer: issued.reviewer,
    community: issued.community ?? '',
    seat: issued.seat ?? '',
    contact: issued.contact ?? '',
    ticket: issued.ticket,
    link: ticketLink(page, issued.ticket),
  }))
  return `${Papa.unparse(rows, { newline: '\n' })}\n`
}
