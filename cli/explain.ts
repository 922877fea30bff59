/** Says on stderr what went wrong, without a stack unless DEBUG is set. */
import { CommanderError } from 'commander'
import { BaseError } from '../protocol/errors.ts'
import { exitCodes } from './exitCodes.ts'
import { InterruptedError } from './interruption.ts'

/** Answers the exit code. */
export function explain(error: unknown): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.good : exitCodes.couldNotRun
  if (error instanceof InterruptedError) {
    process.stderr.write('\nStopped.\n')
    return error.exitCode
  }
  if (process.env['DEBUG']) console.error(error)
  else console.error(toText(error))
  return exitCodes.couldNotRun
}

function toText(error: unknown): string {
  if (error instanceof BaseError)
    return [
      `dure: ${error.shortMessage}`,
      ...error.metaMessages.map((line) => `  ${line}`),
    ].join('\n')
  const message = error instanceof Error ? error.message : String(error)
  return `dure: ${message}\n  Set DEBUG=1 to see where it happened.`
}
