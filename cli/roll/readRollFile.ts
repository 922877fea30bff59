/** Reads the roll from a CSV: one line a seat, in any order. */
import { zeroAddress } from 'viem'
import type { Roll } from '../../protocol/roll.ts'
import {
  parseRoll,
  type RollCell,
  rollColumns,
  type RollFault,
  type RollShape,
} from '../../protocol/rollTable.ts'
import {
  decodeTable,
  readTable,
  type Table,
  TableError,
} from '../csv/readTable.ts'
import { grouped } from '../printing.ts'

export type RollFile = { roll: Roll; encoding: string; emptySeats: number }

export async function readRollFile(
  file: string,
  shape: RollShape,
): Promise<RollFile> {
  return toRollFile(file, await readTable(file, rollColumns(shape)), shape)
}

/** The same of a table that came from elsewhere. */
export function parseRollFile(
  name: string,
  bytes: Uint8Array,
  shape: RollShape,
): RollFile {
  return toRollFile(name, decodeTable(name, bytes, rollColumns(shape)), shape)
}

function toRollFile(
  file: string,
  { encoding, rows }: Table<RollCell>,
  shape: RollShape,
): RollFile {
  const { faults, roll } = parseRoll(rows, shape)
  const problems = faults.map(({ fault, line }) => {
    return { line, problem: describeFault(fault, shape) }
  })
  if (problems.length > 0) throw new TableError({ file, problems })
  const emptySeats = roll.filter((key) => key === zeroAddress).length
  return { roll, encoding, emptySeats }
}

function describeFault(fault: RollFault, shape: RollShape): string {
  switch (fault.kind) {
    case 'number':
      return `There is no ${fault.cell} "${fault.text}"; expected 1 to ${grouped(fault.most)}.`
    case 'capitals':
      return `The key ${fault.text} has capitals at wrong places: a letter was changed.`
    case 'key':
      return `"${fault.text}" is no key; expected 0x and 40 hexadecimal digits, all 0 for an empty seat.`
    case 'repeated':
      return `It repeats the ${fault.what} of line ${fault.first}.`
    case 'missing': {
      const names = fault.firstSeats.map((index) => nameSeat(index, shape))
      return `${grouped(fault.count)} of ${grouped(shape.reviewers)} seats are missing, the first: ${names.join(', ')}.`
    }
  }
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
