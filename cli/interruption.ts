/** Ctrl-C: the work under way ends at its next step and cleans up. */
import { BaseError } from '../protocol/errors.ts'

const exitCodesOfSignals = { SIGINT: 130, SIGTERM: 143 } as const

/** Aborted by the first signal; a second one ends the process at once. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  for (const [signal, exitCode] of Object.entries(exitCodesOfSignals))
    process.once(signal, () => {
      controller.abort(new InterruptedError({ signal, exitCode }))
    })
  return controller.signal
}

export class InterruptedError extends BaseError {
  override name = 'InterruptedError'
  readonly exitCode: number

  constructor({ signal, exitCode }: { signal: string; exitCode: number }) {
    super(`Stopped by ${signal}.`)
    this.exitCode = exitCode
  }
}
