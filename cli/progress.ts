/**
 * Shows how far a long command is, on stderr: one line that is rewritten at a
 * terminal, else a line now and then.
 */
import { performance } from 'node:perf_hooks'
import { grouped } from './printing.ts'

export type Progress = {
  /** Runs one step; its seconds are kept under its name. */
  step<result>(
    name: string,
    total: number,
    unit: string,
    work: (advance: (by: number) => void) => Promise<result>,
  ): Promise<result>
  readonly seconds: Readonly<Record<string, number>>
}

export type ProgressOutput = { isTTY?: boolean; write(text: string): unknown }

const nameWidth = 13
/** Milliseconds between two looks at the same step. */
const pauses = { terminal: 100, lines: 5_000 }

export function createProgress(
  output: ProgressOutput,
  stop?: AbortSignal,
): Progress {
  const seconds: Record<string, number> = {}
  const atTerminal = output.isTTY === true
  return {
    seconds,
    async step(name, total, unit, work) {
      const started = performance.now()
      const elapsed = () => (performance.now() - started) / 1000
      stop?.throwIfAborted()
      let done = 0
      const line = () => describe(name, done, total, unit, elapsed())
      const show = (end: string) => {
        output.write(atTerminal ? `\r\u001b[K${line()}${end}` : `${line()}\n`)
      }
      const pause = atTerminal ? pauses.terminal : pauses.lines
      const beat = setInterval(() => {
        show('')
      }, pause)
      try {
        const result = await work((by) => {
          stop?.throwIfAborted()
          done += by
        })
        done = total
        return result
      } finally {
        clearInterval(beat)
        seconds[name] = elapsed()
        show('\n')
      }
    },
  }
}

/** `opening       4,400 of 8,720 ballots   50 %   812/s   5.4 s` */
function describe(
  name: string,
  done: number,
  total: number,
  unit: string,
  seconds: number,
): string {
  const amount = `${grouped(done)} of ${grouped(total)} ${unit}`
  const share = total === 0 ? 100 : Math.floor((100 * done) / total)
  const rate = seconds < 0.05 ? '' : `${grouped(Math.round(done / seconds))}/s`
  return [
    name.padEnd(nameWidth),
    amount.padEnd(28),
    `${share} %`.padStart(5),
    rate.padStart(9),
    `${seconds.toFixed(1)} s`.padStart(8),
  ].join(' ')
}
