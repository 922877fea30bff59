/** The roll as a table: one line a seat, in any order; all faults with their lines. */
import { type Address, isAddress, zeroAddress } from 'viem'
import { type Column, type Row, toWholeCell } from './csv/parseTable.ts'

export type RollShape = {
  /** Communities' members; else an outside jury. */
  owners: boolean
  /** On the roster; 0 with a jury. */
  communities: number
  /** Of each community; 0 with a jury. */
  seatsPerCommunity: number
  reviewers: number
}

export type RollCell = 'community' | 'seat' | 'reviewer' | 'key'
type NumberCell = Exclude<RollCell, 'key'>

export type RollFault =
  | { kind: 'number'; cell: NumberCell; text: string; most: number }
  /** A letter was changed: its capitals are a check. */
  | { kind: 'capitals'; text: string }
  | { kind: 'key'; text: string }
  /** Of an earlier line. */
  | { kind: 'repeated'; what: 'seat' | 'key'; first: number }
  /** Told once, with the first seats: a file cut short lacks thousands. */
  | { kind: 'missing'; count: number; firstSeats: readonly number[] }

export type RollLineFault = { line: number; fault: RollFault }

const community = { name: 'community', alsoCalled: ['공동체', '제안'] } as const
const seat = { name: 'seat', alsoCalled: ['자리', '석'] } as const
const reviewer = { name: 'reviewer', alsoCalled: ['심사자'] } as const
const key = { name: 'key', alsoCalled: ['열쇠', '주소', 'address'] } as const

export function rollColumns({
  owners,
}: Pick<RollShape, 'owners'>): readonly Column<RollCell>[] {
  return owners ? [community, seat, key] : [reviewer, key]
}

type Note = (fault: RollFault) => unknown
type RollRow = Pick<Row<RollCell>, 'line' | 'cells'>

export function parseRoll(
  rows: readonly RollRow[],
  shape: RollShape,
): { roll: Address[]; faults: RollLineFault[] } {
  const faults: RollLineFault[] = []
  const roll: Address[] = []
  const seats = new Map<string, number>()
  const keys = new Map<string, number>()
  for (const { line, cells } of rows) {
    const note: Note = (fault) => faults.push({ line, fault })
    const index = readSeat(cells, shape, note)
    const key = readKey(cells.key, note)
    if (index !== undefined)
      noteRepeated(seats, String(index), line, 'seat', note)
    if (key !== undefined && key !== zeroAddress)
      noteRepeated(keys, key, line, 'key', note)
    if (index !== undefined && key !== undefined) roll[index] = key
  }
  const fault = findMissing(seats, shape)
  const end = (rows.at(-1)?.line ?? 1) + 1
  if (fault) faults.push({ line: end, fault })
  return { roll, faults }
}

/** The index on the roll. */
function readSeat(
  cells: RollRow['cells'],
  shape: RollShape,
  note: Note,
): number | undefined {
  const { communities, owners, reviewers, seatsPerCommunity } = shape
  if (!owners) return readNumber('reviewer', cells.reviewer, reviewers, note)
  const community = readNumber('community', cells.community, communities, note)
  const seat = readNumber('seat', cells.seat, seatsPerCommunity, note)
  if (community === undefined || seat === undefined) return undefined
  return community * seatsPerCommunity + seat
}

/** An index, from a number that counts from 1. */
function readNumber(
  cell: NumberCell,
  text: string,
  most: number,
  note: Note,
): number | undefined {
  const number = toWholeCell(text)
  if (number !== undefined && number >= 1 && number <= most) return number - 1
  note({ kind: 'number', cell, text, most })
  return undefined
}

function readKey(text: string, note: Note): Address | undefined {
  if (isAddress(text)) return text.toLowerCase() as Address
  const isOtherwise = isAddress(text, { strict: false })
  note({ kind: isOtherwise ? 'capitals' : 'key', text })
  return undefined
}

function noteRepeated(
  lines: Map<string, number>,
  value: string,
  line: number,
  what: 'seat' | 'key',
  note: Note,
): void {
  const first = lines.get(value)
  if (first === undefined) lines.set(value, line)
  else note({ kind: 'repeated', what, first })
}

function findMissing(
  seats: ReadonlyMap<string, number>,
  { reviewers }: RollShape,
): RollFault | undefined {
  const missing = Array.from({ length: reviewers }, (_, index) => index).filter(
    (index) => !seats.has(String(index)),
  )
  if (missing.length === 0) return undefined
  const firstSeats = missing.slice(0, 3)
  return { kind: 'missing', count: missing.length, firstSeats }
}
