/** Rows of a CSV with a header, by the names of their columns. */
import Papa from 'papaparse'
import { BaseError } from '../errors.ts'

export type Column<name extends string> = {
  name: name
  /** Other headings for the same, such as Korean ones. */
  alsoCalled: readonly string[]
}

export type Row<name extends string> = {
  /** In the file, from 1; the header is one of them. */
  line: number
  cells: Readonly<Record<name, string>>
}

/** `file`: as errors name it. Empty lines are none. */
export function parseTable<const name extends string>(
  file: string,
  text: string,
  columns: readonly Column<name>[],
): Row<name>[] {
  const lines = Papa.parse<string[]>(text, { skipEmptyLines: false }).data
  const [header = [], ...rest] = lines
  const places = findColumns(file, header, columns)
  return rest.flatMap((cells, index) =>
    cells.every((cell) => cell.trim() === '')
      ? []
      : [{ line: index + 2, cells: pick(cells, places) }],
  )
}

/** Columns may come in any order, and others may stand between them. */
function findColumns<name extends string>(
  file: string,
  header: readonly string[],
  columns: readonly Column<name>[],
): [name, number][] {
  const headings = header.map((heading) => heading.trim().toLowerCase())
  const places = columns.map(({ alsoCalled, name }): [name, number] => [
    name,
    headings.findIndex((heading) => [name, ...alsoCalled].includes(heading)),
  ])
  const missing = places.filter(([, place]) => place === -1)
  if (missing.length > 0)
    throw new TableHeaderError({ file, missing: missing.map(([name]) => name) })
  return places
}

function pick<name extends string>(
  cells: readonly string[],
  places: readonly [name, number][],
): Record<name, string> {
  const picked = places.map(
    ([name, place]) => [name, (cells[place] ?? '').trim()] as const,
  )
  return Object.fromEntries(picked) as Record<name, string>
}

/** A whole number in a cell; none if it is something else. */
export function toWholeCell(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

export class TableHeaderError extends BaseError {
  override name = 'TableHeaderError'
  readonly missing: readonly string[]

  constructor({ file, missing }: { file: string; missing: readonly string[] }) {
    super(`${file} has no column ${missing.join(', ')}.`, {
      metaMessages: ['Expected a first line that names the columns.'],
    })
    this.missing = missing
  }
}
