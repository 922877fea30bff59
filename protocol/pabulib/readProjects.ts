/** Reads PROJECTS: what could be funded, and the official outcome. */
import { type Amount, noAmount } from './amount.ts'
import type { PabulibProject } from './pabulibFile.ts'
import type { ReportProblem } from './problem.ts'
import { checkIds, fieldOf, readAmount, readWhole } from './readFields.ts'
import type { Entry, Section } from './splitSections.ts'

/** A project whose cost is not in the units of the file yet. */
export type ProjectDraft = Omit<PabulibProject, 'cost'> & { cost: Amount }

const ownColumns = [
  'project_id',
  'cost',
  'name',
  'votes',
  'score',
  'selected',
  'category',
]

export function readProjects(
  { columns, entries }: Section,
  report: ReportProblem,
): ProjectDraft[] {
  checkIds(entries, 'project_id', report)
  const others = columns.filter((column) => !ownColumns.includes(column))
  return entries.map((entry) => {
    const whole = (column: string) =>
      readWhole(column, fieldOf(entry, column), entry.line, report)
    const cost = fieldOf(entry, 'cost')
    return {
      id: fieldOf(entry, 'project_id'),
      name: fieldOf(entry, 'name'),
      cost: readAmount('cost', cost, entry.line, report) ?? noAmount,
      ...given('votes', whole('votes')),
      ...given('score', whole('score')),
      ...given('selected', readSelected(entry, report)),
      ...given('category', fieldOf(entry, 'category') || undefined),
      rest: Object.fromEntries(
        others.map((column) => [column, fieldOf(entry, column)]),
      ),
    }
  })
}

function readSelected(entry: Entry, report: ReportProblem): number | undefined {
  const text = fieldOf(entry, 'selected')
  if (text === '' || /^[0-3]$/.test(text))
    return text === '' ? undefined : Number(text)
  report(entry.line, 'selectedUnknown', text)
  return undefined
}

/** The property, or none where the field is empty. */
function given<name extends string, value>(
  name: name,
  value: value | undefined,
): Partial<Record<name, value>> {
  if (value === undefined) return {}
  return { [name]: value } as Partial<Record<name, value>>
}
