/** Reads a CSV with a header; problems are told with their lines, all at once. */
import { readFile } from 'node:fs/promises'
import type { DecodedText } from '../../protocol/csv/decodeText.ts'
import {
  type Column,
  parseTable,
  type Row,
} from '../../protocol/csv/parseTable.ts'
import { BaseError } from '../../protocol/errors.ts'
import { decodeOfficeText } from './decodeOfficeText.ts'

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
  return decodeTable(file, bytes, columns)
}

/** The same of bytes that came from elsewhere: errors name them so. */
export function decodeTable<const name extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly Column<name>[],
): Table<name> {
  const { encoding, text } = decodeOfficeText(bytes)
  const rows = parseTable(file, text, columns)
  if (rows.length === 0)
    throw new TableError({ file, problems: [{ line: 2, problem: 'No rows.' }] })
  return { encoding, rows }
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

export class TableUnreadableError extends BaseError {
  override name = 'TableUnreadableError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    super(`Cannot read ${file}.`, {
      metaMessages: ['Expected a CSV file in UTF-8 or CP949.'],
      cause,
    })
  }
}
