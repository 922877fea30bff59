/** What a round of full size may cost at most. */
import { type GasRow, gasPerUnit } from './GasRow.ts'

export type Bar = { name: string; gas: number; bar: number; isHeld: boolean }

export function checkBars(rows: readonly GasRow[]): Bar[] {
  const unit = (scenario: string) => gasPerUnit(find(rows, scenario))
  const bars = [
    ['cast and open, a ballot', unit('cast') + unit('open'), 22_000],
    ['roll, a key', unit('roll'), 4_600],
    ['draw and ranking', unit('draw') + unit('rank'), 5_000_000],
    ['one ballot cast directly', unit('cast directly'), 110_000],
  ] as const
  return bars.map(([name, gas, bar]) => ({
    ...{ name, gas, bar },
    isHeld: gas <= bar,
  }))
}

function find(rows: readonly GasRow[], scenario: string): GasRow {
  const row = rows.find((candidate) => candidate.scenario === scenario)
  if (!row) throw new Error(`The bench measured no "${scenario}".`)
  return row
}
