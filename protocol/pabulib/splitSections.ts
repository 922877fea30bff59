/** Splits a .pb file into its sections and fields, each with its line. */
import Papa from 'papaparse'
import type { ProblemReport, ReportProblem } from './problem.ts'

export const sectionNames = ['META', 'PROJECTS', 'VOTES'] as const
export type SectionName = (typeof sectionNames)[number]

type Row = { line: number; cells: string[] }

/** One line of a section: its fields by column, trimmed. */
export type Entry = { line: number; fields: ReadonlyMap<string, string> }

export type Section = {
  /** Where its name stands. */
  line: number
  columns: readonly string[]
  entries: readonly Entry[]
}

export type Sections = Record<SectionName, Section>

const requiredColumns = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
} as const

/** Throws where what follows from one mistake would only hide it. */
export function splitSections(
  text: string,
  { report, refuseIfAny }: ProblemReport,
): Sections {
  const { rows, lastLine } = splitRows(text, report)
  refuseIfAny()
  const groups = groupRows(rows, lastLine, report)
  refuseIfAny()
  const sections = {
    META: readSection('META', groups.META, report),
    PROJECTS: readSection('PROJECTS', groups.PROJECTS, report),
    VOTES: readSection('VOTES', groups.VOTES, report),
  }
  refuseIfAny()
  return sections
}

/** Quoted fields may hold semicolons and line ends, so lines are counted. */
function splitRows(
  text: string,
  report: ReportProblem,
): { rows: Row[]; lastLine: number } {
  const input = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const rows: Row[] = []
  let line = 1
  let start = 0
  Papa.parse<string[]>(input, {
    delimiter: ';',
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const [error] = errors
      if (error)
        report(
          line + countLineEnds(input, start, error.index ?? start),
          'badQuotes',
        )
      if (data.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: data.map((cell) => cell.trim()) })
      line += countLineEnds(input, start, meta.cursor)
      start = meta.cursor
    },
  })
  return { rows, lastLine: line }
}

function countLineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; count++)
    at = text.indexOf('\n', at + 1)
  return count
}

type RowGroup = { line: number; rows: Row[] }

function groupRows(
  rows: readonly Row[],
  lastLine: number,
  report: ReportProblem,
): Record<SectionName, RowGroup> {
  const groups = new Map<SectionName, RowGroup>()
  let current: RowGroup | undefined
  for (const [index, row] of rows.entries()) {
    const name = sectionNameOf(row)
    if (name) {
      if (groups.has(name)) report(row.line, 'sectionRepeated', name)
      current = { line: row.line, rows: [] }
      groups.set(name, current)
    } else if (current) current.rows.push(row)
    else if (index === 0) report(row.line, 'outsideSection')
  }
  const group = (name: SectionName): RowGroup => {
    const found = groups.get(name)
    if (!found) report(lastLine, 'sectionMissing', name)
    return found ?? { line: lastLine, rows: [] }
  }
  return {
    META: group('META'),
    PROJECTS: group('PROJECTS'),
    VOTES: group('VOTES'),
  }
}

/** A section begins with its name alone; spreadsheets add empty fields. */
function sectionNameOf({ cells }: Row): SectionName | undefined {
  const [first, ...others] = cells
  if (others.some((cell) => cell !== '')) return undefined
  return sectionNames.find((name) => name === first?.toUpperCase())
}

function readSection(
  name: SectionName,
  { line, rows }: RowGroup,
  report: ReportProblem,
): Section {
  const [header, ...body] = rows
  if (!header) {
    report(line, 'headerMissing', name)
    return { line, columns: [], entries: [] }
  }
  const columns = header.cells.slice(0, lastFilled(header.cells) + 1)
  for (const column of requiredColumns[name])
    if (!columns.includes(column))
      report(header.line, 'columnMissing', name, column)
  for (const [index, column] of columns.entries())
    if (columns.indexOf(column) !== index)
      report(header.line, 'columnRepeated', name, column)
  const read = name === 'META' ? joinValue : refuseMore(report)
  return { line, columns, entries: body.map((row) => read(row, columns)) }
}

/** A comment in META may hold semicolons: its value runs to the end. */
function joinValue({ line, cells }: Row, columns: readonly string[]): Entry {
  const last = columns.length - 1
  const filled = cells.slice(0, lastFilled(cells) + 1)
  const joined = [...filled.slice(0, last), filled.slice(last).join(';')]
  return { line, fields: toFields(joined, columns) }
}

function refuseMore(report: ReportProblem) {
  return ({ line, cells }: Row, columns: readonly string[]): Entry => {
    const found = lastFilled(cells) + 1
    if (found > columns.length)
      report(line, 'tooManyFields', found, columns.length)
    return { line, fields: toFields(cells, columns) }
  }
}

function toFields(
  cells: readonly string[],
  columns: readonly string[],
): Map<string, string> {
  return new Map(columns.map((column, index) => [column, cells[index] ?? '']))
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '')
}
