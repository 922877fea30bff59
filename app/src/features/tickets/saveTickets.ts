/** Tickets as a file: a table for letters, or sheets to print and cut. */
import type { Address } from 'viem'
import { ticketSheet } from '../../../../protocol/tickets/ticketSheet.ts'
import { ticketTable } from '../../../../protocol/tickets/ticketTable.ts'
import type { LinkedTicket } from '../../relayer/registrar.ts'

export type MadeTickets = {
  round: Address
  title: { ko: string; en: string }
  tickets: readonly LinkedTicket[]
}

type SaveFile = (name: string, text: string, type: string) => void

/** The page is the one that the relayer's links open. */
export function saveTickets(
  { round, tickets, title }: MadeTickets,
  form: 'table' | 'sheets',
  save: SaveFile,
): void {
  const page = tickets[0]?.link.split('#')[0] ?? ''
  const name = `tickets-${round.slice(2, 8)}`
  // Spreadsheets take a table for UTF-8 by its first bytes.
  if (form === 'table')
    save(`${name}.csv`, `\uFEFF${ticketTable(tickets, page)}`, 'text/csv')
  else {
    const pieces = ticketSheet({ title, page, tickets })
    save(`${name}.html`, [...pieces].join(''), 'text/html')
  }
}
