/** What the bench of a relayer prints. */
import { grouped, percent, renderTable } from '../../cli/printing.ts'
import type { Measured, MeasuredRound } from './measureRelayer.ts'

export function describeLoad(
  database: string,
  { load, receipts, shares }: Measured,
): string {
  const { cpuSeconds, milliseconds, seconds } = load
  const count = milliseconds.length
  const sorted = milliseconds.toSorted((one, other) => one - other)
  const at = (part: number) => {
    const place = Math.ceil(part * count) - 1
    return `${grouped(Math.round(sorted[place] ?? 0))} ms`
  }
  const each = ((1_000 * (cpuSeconds ?? Number.NaN)) / count).toFixed(1)
  return table([
    ['database', database],
    ['acknowledged', `${grouped(count)} ballots in ${seconds.toFixed(1)} s`],
    ['a second', (count / seconds).toFixed(1)],
    ['p50, p95, p99', [0.5, 0.95, 0.99].map(at).join(', ')],
    ['relayer, CPU', `${each} ms a ballot`],
    ['receipts', `${grouped(receipts.kept)} kept`],
    ...[...shares].map(([name, part]) => [`  ${name}`, percent(part, 1)]),
  ])
}

export function describeRound({
  ballots,
  failed,
  passed,
  seconds,
}: MeasuredRound): string {
  const { cast, opened, spoiled, unopened } = ballots
  return table([
    ['cast', grouped(cast)],
    ['opened', grouped(opened)],
    ['spoiled, unopened', `${grouped(spoiled)}, ${grouped(unopened)}`],
    ['findings', `${grouped(passed)} passed, ${grouped(failed)} failed`],
    ...Object.entries(seconds).map(([name, one]) => [
      `  ${name}`,
      `${one.toFixed(1)} s`,
    ]),
  ])
}

function table(rows: string[][]): string {
  const columns = [{ heading: '' }, { heading: '' }]
  return renderTable(columns, rows)
}
