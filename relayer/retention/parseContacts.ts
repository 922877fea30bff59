/** Reads a table of contacts: whom to reach for which seat. */
import { randomInt } from 'node:crypto'
import Papa from 'papaparse'
import type { RoundSeats } from '../tickets/roundSeats.ts'
import { type ContactFault, ContactTableError } from './errors.ts'

export type Contact = { reviewer: number; contact: string }

const longest = 200

const headings = {
  community: ['community', '공동체'],
  seat: ['seat', '자리'],
  reviewer: ['reviewer', '심사자'],
  contact: ['contact', '연락처'],
} as const
type Column = keyof typeof headings

type Line = {
  line: number
  cells: Readonly<Record<Column, string | undefined>>
}

/** `taken`: seats that have a contact, which a lot leaves out. */
export function parseContacts(
  text: string,
  seats: RoundSeats,
  taken: ReadonlySet<number>,
): Contact[] {
  const lines = readLines(text)
  const [first] = lines
  if (!first || first.cells.contact === undefined)
    throw new ContactTableError({ line: 1, fault: 'a column is missing' })
  const used = new Set<number>()
  const isDrawn =
    seats.perCommunity !== undefined && first.cells.seat === undefined
  return lines.map(({ cells, line }) => {
    const fail = (fault: ContactFault): never => {
      throw new ContactTableError({ line, fault })
    }
    const contact = cells.contact ?? ''
    if (contact === '') fail('no contact')
    if (contact.length > longest) fail('the contact is too long')
    const reviewer = isDrawn
      ? drawSeat(
          cells,
          seats,
          (seat) => taken.has(seat) || used.has(seat),
          fail,
        )
      : readSeat(cells, seats, fail)
    if (used.has(reviewer)) fail('the seat is repeated')
    used.add(reviewer)
    return { reviewer, contact }
  })
}

function readLines(text: string): Line[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''))
  const [header = [], ...rows] = parsed.data
  const titles = header.map((title) => title.trim().toLowerCase())
  const columns = Object.keys(headings) as Column[]
  const places = columns.map((column) => {
    const names: readonly string[] = headings[column]
    return [column, titles.findIndex((title) => names.includes(title))] as const
  })
  return rows.flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const cells = places.map(([column, place]) => [
      column,
      place === -1 ? undefined : (row[place] ?? '').trim(),
    ])
    const read = Object.fromEntries(cells) as Line['cells']
    return [{ line: index + 2, cells: read }]
  })
}

type Fail = (fault: ContactFault) => never

function readSeat(
  cells: Line['cells'],
  { perCommunity, reviewers }: RoundSeats,
  fail: Fail,
): number {
  if (perCommunity === undefined)
    return readNumber(cells.reviewer, reviewers, fail)
  const community = readCommunity(cells, reviewers / perCommunity, fail)
  return (
    (community - 1) * perCommunity + readNumber(cells.seat, perCommunity, fail)
  )
}

/** At random, so that the order of a list does not tell who sits where. */
function drawSeat(
  cells: Line['cells'],
  { perCommunity = 1, reviewers }: RoundSeats,
  isTaken: (reviewer: number) => boolean,
  fail: Fail,
): number {
  const community = readCommunity(cells, reviewers / perCommunity, fail)
  const first = (community - 1) * perCommunity + 1
  const free = Array.from(
    { length: perCommunity },
    (_, index) => first + index,
  ).filter((reviewer) => !isTaken(reviewer))
  if (free.length === 0) return fail('more people than seats')
  return free[randomInt(free.length)] ?? first
}

function readCommunity(
  { community }: Line['cells'],
  communities: number,
  fail: Fail,
): number {
  return readNumber(community, communities, fail)
}

function readNumber(
  text: string | undefined,
  most: number,
  fail: Fail,
): number {
  if (text === undefined) return fail('a column is missing')
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : fail('no such seat')
}
