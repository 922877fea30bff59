/** Reads single fields of a .pb file, or reports why not. */
import { type Amount, parseAmount } from './amount.ts'
import type { ReportProblem } from './problem.ts'
import type { Entry } from './splitSections.ts'

/** The chain keeps money in a uint128. */
const mostMoney = 2n ** 128n

/** An amount of 0 or more, or nothing where it was reported. */
export function readAmount(
  field: string,
  text: string,
  line: number,
  report: ReportProblem,
): Amount | undefined {
  const amount = parseAmount(text)
  if (!amount) report(line, 'amountUnclear', field, text)
  else if (amount.units < 0n) report(line, 'amountNegative', field, text)
  else if (amount.units >= mostMoney)
    report(line, 'amountTooLarge', field, text)
  else return amount
  return undefined
}

/** "12", and "12.0" too; nothing for an empty field. */
export function readWhole(
  field: string,
  text: string,
  line: number,
  report: ReportProblem,
): number | undefined {
  if (text === '') return undefined
  const whole = toWhole(text)
  if (whole === undefined) report(line, 'notWhole', field, text)
  return whole
}

export function toWhole(text: string): number | undefined {
  if (!/^\d+(\.0+)?$/.test(text)) return undefined
  const whole = Number(text)
  return Number.isSafeInteger(whole) ? whole : undefined
}

export function fieldOf({ fields }: Entry, column: string): string {
  return fields.get(column) ?? ''
}

/** Reports ids that are missing or stand twice. */
export function checkIds(
  entries: readonly Entry[],
  column: string,
  report: ReportProblem,
): void {
  const lines = new Map<string, number>()
  for (const entry of entries) {
    const id = fieldOf(entry, column)
    const before = lines.get(id)
    if (id === '') report(entry.line, 'idMissing', column)
    else if (before === undefined) lines.set(id, entry.line)
    else report(entry.line, 'idRepeated', column, id, before)
  }
}
