/** A table of how to reach people: whose seat, or whose community, each line is for. */
import Papa from 'papaparse'

export type ContactSeats = {
  reviewers: number
  /** Of each community; none where an outside jury reviews. */
  perCommunity: number | undefined
}

/** `reviewer`: none where a lot gives one of the community's seats. */
export type ContactLine = {
  line: number
  contact: string
  community: number | undefined
  reviewer: number | undefined
}

export type ContactFault =
  | 'a column is missing'
  | 'no such seat'
  | 'no contact'
  | 'the contact is too long'
  | 'the letters cannot be read'
  | 'the seat is repeated'
  | 'more people than seats'

export type ContactLineFault = { line: number; fault: ContactFault }

export const longestContact = 200

/** What a decoder puts for bytes that are no letters of the encoding. */
const unreadable = '\uFFFD'

const headings = {
  community: ['community', '공동체'],
  seat: ['seat', '자리'],
  reviewer: ['reviewer', '심사자'],
  contact: ['contact', '연락처'],
} as const
export type ContactColumn = keyof typeof headings

type Cells = Readonly<Record<ContactColumn, string | undefined>>
type Line = { line: number; cells: Cells }
type Found = Omit<ContactLine, 'line'>

/** `taken`: seats that have a contact, which a lot leaves out. */
export function parseContactTable(
  text: string,
  seats: ContactSeats,
  taken: ReadonlySet<number>,
): { lines: ContactLine[]; faults: ContactLineFault[] } {
  const { missing, rows } = readRows(text, seats)
  if (missing) {
    const fault = 'a column is missing' as const
    return { lines: [], faults: [{ line: 1, fault }] }
  }
  const lines: ContactLine[] = []
  const faults: ContactLineFault[] = []
  const used = new Set<number>()
  const free = createFreeSeats(seats, taken)
  for (const { cells, line } of rows) {
    const found = readLine(cells, seats, used, free)
    if (typeof found === 'string') faults.push({ line, fault: found })
    else lines.push({ line, ...found })
  }
  return { lines, faults }
}

function readLine(
  cells: Cells,
  seats: ContactSeats,
  used: Set<number>,
  free: (community: number) => number,
): Found | ContactFault {
  const contact = cells.contact ?? ''
  if (contact === '') return 'no contact'
  if (contact.length > longestContact) return 'the contact is too long'
  if (contact.includes(unreadable)) return 'the letters cannot be read'
  const { perCommunity, reviewers } = seats
  if (perCommunity === undefined) {
    const reviewer = toNumber(cells.reviewer, reviewers)
    if (reviewer === undefined) return 'no such seat'
    return take({ contact, community: undefined, reviewer }, used)
  }
  const community = toNumber(cells.community, reviewers / perCommunity)
  if (community === undefined) return 'no such seat'
  if (cells.seat === undefined) {
    if (free(community) < 0) return 'more people than seats'
    return { contact, community, reviewer: undefined }
  }
  const seat = toNumber(cells.seat, perCommunity)
  if (seat === undefined) return 'no such seat'
  const reviewer = (community - 1) * perCommunity + seat
  return take({ contact, community, reviewer }, used)
}

function take(
  found: Found & { reviewer: number },
  used: Set<number>,
): Found | ContactFault {
  if (used.has(found.reviewer)) return 'the seat is repeated'
  used.add(found.reviewer)
  return found
}

/** How many seats of a community are left once one more is given away. */
function createFreeSeats(
  { perCommunity = 0 }: ContactSeats,
  taken: ReadonlySet<number>,
): (community: number) => number {
  const left = new Map<number, number>()
  return (community) => {
    const first = (community - 1) * perCommunity + 1
    const own = Array.from({ length: perCommunity }, (_, seat) => first + seat)
    const before =
      left.get(community) ?? own.filter((one) => !taken.has(one)).length
    left.set(community, before - 1)
    return before - 1
  }
}

function readRows(
  text: string,
  { perCommunity }: ContactSeats,
): { rows: Line[]; missing: boolean } {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''))
  const [header = [], ...rest] = parsed.data
  const titles = header.map((title) => title.trim().toLowerCase())
  const columns = Object.keys(headings) as ContactColumn[]
  const places = columns.map((column) => {
    const names: readonly string[] = headings[column]
    return [column, titles.findIndex((title) => names.includes(title))] as const
  })
  const placed = new Map(places.filter(([, place]) => place !== -1))
  const owner = perCommunity === undefined ? 'reviewer' : 'community'
  const rows = rest.flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const cells = columns.map((column) => {
      const place = placed.get(column)
      return [
        column,
        place === undefined ? undefined : (row[place] ?? '').trim(),
      ]
    })
    return [{ line: index + 2, cells: Object.fromEntries(cells) as Cells }]
  })
  return { rows, missing: !placed.has('contact') || !placed.has(owner) }
}

function toNumber(text = '', most: number): number | undefined {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}
