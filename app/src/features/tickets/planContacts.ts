/** What a table of contacts would change: by line, beside what stands. */
import {
  type ContactLine,
  type ContactLineFault,
  type ContactSeats,
  parseContactTable,
} from '../../../../protocol/tickets/contactTable.ts'
import type { KeptContact } from '../../relayer/registrar.ts'

export type ContactPlan = {
  lines: readonly ContactLine[]
  faults: readonly ContactLineFault[]
  /** The same contact in more lines than one: perhaps one person with two seats. */
  repeated: readonly { line: number; first: number }[]
  /** Seats that have another contact now. */
  changes: readonly (ContactLine & { from: string })[]
  /** Lines of seats that have none, or that a lot gives one. */
  added: number
}

export function planContacts(
  text: string,
  seats: ContactSeats,
  standing: readonly KeptContact[],
): ContactPlan {
  const kept = new Map(standing.map((one) => [one.reviewer, one.contact]))
  const taken = new Set(kept.keys())
  const { faults, lines } = parseContactTable(text, seats, taken)
  const changes = lines.flatMap((line) => {
    const from = kept.get(line.reviewer ?? 0)
    return from === undefined || from === line.contact
      ? []
      : [{ ...line, from }]
  })
  const added = lines.filter(({ reviewer }) => !kept.has(reviewer ?? 0)).length
  return { lines, faults, repeated: findRepeated(lines), changes, added }
}

function findRepeated(lines: readonly ContactLine[]) {
  const first = new Map<string, number>()
  return lines.flatMap(({ contact, line }) => {
    const before = first.get(contact)
    if (before === undefined) first.set(contact, line)
    return before === undefined ? [] : [{ line, first: before }]
  })
}
