/** Departures from the ranking as a CSV: a line each, read with every fault, written to be read again. */
import Papa from 'papaparse'
import { parseTable, TableHeaderError, toWholeCell } from './csv/parseTable.ts'
import {
  addableFor,
  type Departure,
  type DepartureStanding,
  recommendedOf,
} from './departures.ts'

export type WrittenDeparture = Departure & { reason: string }

export type DepartureFault =
  | 'a column is missing'
  | 'not a number'
  | 'not recommended'
  | 'removed twice'
  | 'cannot take the place'
  | 'added twice'
  | 'no reason'

export type DeparturesTable = {
  departures: readonly (WrittenDeparture & { line: number })[]
  faults: readonly { line: number; fault: DepartureFault }[]
}

/** As `dure confirm` reads them, too; there the reasons are files. */
export const departureColumns = [
  { name: 'removed', alsoCalled: ['제외'] },
  { name: 'added', alsoCalled: ['추가'] },
  { name: 'reason', alsoCalled: ['사유'] },
] as const

type Row = ReturnType<typeof parseTable<'removed' | 'added' | 'reason'>>[number]

export function parseDepartures(
  text: string,
  standing: DepartureStanding,
): DeparturesTable {
  const departures: (WrittenDeparture & { line: number })[] = []
  const faults: { line: number; fault: DepartureFault }[] = []
  for (const row of readRows(text)) {
    if (row === undefined)
      faults.push({ line: 1, fault: 'a column is missing' })
    else {
      const read = readLine(row, standing, departures)
      if (typeof read === 'string') faults.push({ line: row.line, fault: read })
      else departures.push({ ...read, line: row.line })
    }
  }
  return { departures, faults }
}

/** Nothing for a first line that does not name the columns. */
function readRows(text: string): (Row | undefined)[] {
  try {
    return parseTable('departures', text, departureColumns)
  } catch (error) {
    if (error instanceof TableHeaderError) return [undefined]
    throw error
  }
}

function readLine(
  { cells }: Row,
  standing: DepartureStanding,
  before: readonly Departure[],
): WrittenDeparture | DepartureFault {
  const removed = toWholeCell(cells.removed)
  // Nobody takes the place where the cell is empty.
  const added = cells.added === '' ? 0 : toWholeCell(cells.added)
  if (removed === undefined || added === undefined) return 'not a number'
  if (!recommendedOf(standing).includes(removed)) return 'not recommended'
  if (before.some((one) => one.removed === removed)) return 'removed twice'
  if (added > 0) {
    if (!addableFor(standing, removed).includes(added))
      return 'cannot take the place'
    if (before.some((one) => one.added === added)) return 'added twice'
  }
  const reason = cells.reason.replace(/^'(?=[=+\-@])/, '')
  return reason === '' ? 'no reason' : { removed, added, reason }
}

export function writeDepartures(
  departures: readonly WrittenDeparture[],
): string {
  const fields = departureColumns.map(({ name }) => name)
  const data = departures.map(({ added, reason, removed }) => [
    ...[removed, added, reason],
  ])
  // A cell that begins with = would be run by some programs.
  return `${Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\n' })}\n`
}
