/** Reads a CSV with a header; problems are told with their lines, all at once. */
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { BaseError } from '../../protocol/errors.ts'
import { decodeText, type DecodedText } from './decodeText.ts'

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

export type Table<name extends string> = {
  encoding: DecodedText['encoding']
  rows: readonly Row<name>[]
}

export type LineProblem = { line: number; problem: string }

export async function readTable<const name extends string>(
  file: string,
  columns: readonly Column<name>[],
): Promise<Table<name>> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new TableUnreadableError({ file, cause })
  })
  return parseTable(file, bytes, columns)
}

/** The same of bytes that came from elsewhere: errors name them so. */
export function parseTable<const name extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column<name>[],
): Table<name> {
  const { encoding, text } = decodeText(bytes)
  const lines = Papa.parse<string[]>(text, { skipEmptyLines: false }).data
  const [header = [], ...rest] = lines
  const places = findColumns(file, header, columns)
  const rows = rest.flatMap((cells, index) =>
    cells.every((cell) => cell.trim() === '')
      ? []
      : [{ line: index + 2, cells: pick(cells, places) }],
  )
  if (rows.length === 0)
    throw new TableError({ file, problems: [{ line: 2, problem: 'No rows.' }] })
  return { encoding, rows }
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

export class TableError extends BaseError {
  override name = 'TableError'
  readonly problems: readonly LineProblem[]

  constructor({
    file,
    problems,
  }: {
    file: string
    problems: readonly LineProblem[]
  }) {
    const count = problems.length
    super(`${file} has ${count} problem${count === 1 ? '' : 's'}.`, {
      metaMessages: problems.map(
        ({ line, problem }) => `line ${line}: ${problem}`,
      ),
    })
    this.problems = problems
  }
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

export class TableUnreadableError extends BaseError {
  override name = 'TableUnreadableError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`Cannot read ${file}.`, {
      metaMessages: ['Expected a CSV file in UTF-8 or CP949.'],
      cause,
    })
  }
}
