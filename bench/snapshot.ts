/** The committed gas figures of the small round: one line a scenario. */
import path from 'node:path'
import { type GasRow, gasPerUnit } from './GasRow.ts'

export const snapshotFile = path.join(
  import.meta.dirname,
  '..',
  '.gas-snapshot',
)

export function formatSnapshot(rows: readonly GasRow[]): string {
  return rows.map((row) => `${row.scenario}: ${gasPerUnit(row)}\n`).join('')
}

export function parseSnapshot(text: string): Map<string, number> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const colon = line.lastIndexOf(': ')
        return [line.slice(0, colon), Number(line.slice(colon + 2))] as const
      }),
  )
}
