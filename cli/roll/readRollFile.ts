/** Reads the roll from a CSV: one line a seat, in any order. */
import { type Address, isAddress, zeroAddress } from 'viem'
import type { Roll } from '../../protocol/roll.ts'
import {
  type LineProblem,
  parseTable,
  readTable,
  type Row,
  type Table,
  TableError,
  toWholeCell,
} from '../csv/readTable.ts'
import { grouped } from '../printing.ts'

export type RollShape = {
  /** Communities' members; else an outside jury. */
  owners: boolean
  /** On the roster; 0 with a jury. */
  communities: number
  /** Of each community; 0 with a jury. */
  seatsPerCommunity: number
  reviewers: number
}

export type RollFile = { roll: Roll; encoding: string; emptySeats: number }

type Cell = 'community' | 'seat' | 'reviewer' | 'key'
type Cells = Row<Cell>

const community = { name: 'community', alsoCalled: ['공동체', '제안'] } as const
const seat = { name: 'seat', alsoCalled: ['자리', '석'] } as const
const reviewer = { name: 'reviewer', alsoCalled: ['심사자'] } as const
const key = { name: 'key', alsoCalled: ['열쇠', '주소', 'address'] } as const

const columnsOf = {
  owners: [community, seat, key],
  jury: [reviewer, key],
} as const

export async function readRollFile(
  file: string,
  shape: RollShape,
): Promise<RollFile> {
  const table = shape.owners
    ? await readTable(file, columnsOf.owners)
    : await readTable(file, columnsOf.jury)
  return toRollFile(file, table as Table<Cell>, shape)
}

/** The same of a table that came from elsewhere. */
export function parseRollFile(
  name: string,
  bytes: Uint8Array,
  shape: RollShape,
): RollFile {
  const table = shape.owners
    ? parseTable(name, bytes, columnsOf.owners)
    : parseTable(name, bytes, columnsOf.jury)
  return toRollFile(name, table as Table<Cell>, shape)
}

function toRollFile(
  file: string,
  table: Table<Cell>,
  shape: RollShape,
): RollFile {
  const { problems, roll } = parseRoll(table.rows, shape)
  if (problems.length > 0) throw new TableError({ file, problems })
  const emptySeats = roll.filter((key) => key === zeroAddress).length
  return { roll, encoding: table.encoding, emptySeats }
}

export function parseRoll(
  rows: readonly Pick<Cells, 'line' | 'cells'>[],
  shape: RollShape,
): { roll: Address[]; problems: LineProblem[] } {
  const problems: LineProblem[] = []
  const roll: Address[] = []
  const linesOf = {
    seats: new Map<string, number>(),
    keys: new Map<string, number>(),
  }
  for (const { line, cells } of rows) {
    const note = (problem: string) => problems.push({ line, problem })
    const index = readSeat(cells, shape, note)
    const key = readKey(cells.key, note)
    if (index !== undefined)
      noteRepeated(linesOf.seats, String(index), line, 'the seat', note)
    if (key !== undefined && key !== zeroAddress)
      noteRepeated(linesOf.keys, key, line, 'the key', note)
    if (index !== undefined && key !== undefined) roll[index] = key
  }
  const end = (rows.at(-1)?.line ?? 1) + 1
  problems.push(...findMissing(linesOf.seats, shape, end))
  return { roll, problems }
}

/** The index on the roll. */
function readSeat(
  cells: Cells['cells'],
  shape: RollShape,
  note: (problem: string) => unknown,
): number | undefined {
  if (!shape.owners)
    return readNumber('reviewer', cells.reviewer, shape.reviewers, note)
  const { communities, seatsPerCommunity } = shape
  const community = readNumber('community', cells.community, communities, note)
  const seat = readNumber('seat', cells.seat, seatsPerCommunity, note)
  if (community === undefined || seat === undefined) return undefined
  return community * seatsPerCommunity + seat
}

/** An index, from a number that counts from 1. */
function readNumber(
  name: string,
  text: string,
  most: number,
  note: (problem: string) => unknown,
): number | undefined {
  const number = toWholeCell(text)
  if (number !== undefined && number >= 1 && number <= most) return number - 1
  note(`There is no ${name} "${text}"; expected 1 to ${grouped(most)}.`)
  return undefined
}

function readKey(
  text: string,
  note: (problem: string) => unknown,
): Address | undefined {
  if (isAddress(text)) return text.toLowerCase() as Address
  note(
    isAddress(text, { strict: false })
      ? `The key ${text} has capitals at wrong places: a letter was changed.`
      : `"${text}" is no key; expected 0x and 40 hexadecimal digits, all 0 for an empty seat.`,
  )
  return undefined
}

function noteRepeated(
  lines: Map<string, number>,
  value: string,
  line: number,
  name: string,
  note: (problem: string) => unknown,
): void {
  const first = lines.get(value)
  if (first === undefined) lines.set(value, line)
  else note(`It repeats ${name} of line ${first}.`)
}

/** Told once, with the first seats: a file cut short lacks thousands. */
function findMissing(
  seats: ReadonlyMap<string, number>,
  shape: RollShape,
  line: number,
): LineProblem[] {
  const missing = Array.from({ length: shape.reviewers }, (_, index) => index)
    .filter((index) => !seats.has(String(index)))
    .map((index) => nameSeat(index, shape))
  if (missing.length === 0) return []
  const first = missing.slice(0, 3).join(', ')
  const problem = `${grouped(missing.length)} of ${grouped(shape.reviewers)} seats are missing, the first: ${first}.`
  return [{ line, problem }]
}

/** `community 3, seat 2`, or `reviewer 7` */
export function nameSeat(
  index: number,
  { owners, seatsPerCommunity }: RollShape,
): string {
  if (!owners) return `reviewer ${index + 1}`
  const community = Math.floor(index / seatsPerCommunity) + 1
  return `community ${community} seat ${(index % seatsPerCommunity) + 1}`
}
