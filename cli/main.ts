/** The `dure` command. Exit codes: 0 good, 1 a check failed, 2 could not run. */
import { Command, CommanderError } from 'commander'
import { exitCodes } from './exitCodes.ts'
import { InterruptedError, stopOnSignals } from './interruption.ts'
import { addRehearse } from './rehearse/command.ts'
import { BaseError } from '../protocol/errors.ts'

async function main(): Promise<number> {
  const stop = stopOnSignals()
  const program = new Command('dure')
    .description('Public review rounds on Ethereum.')
    .showHelpAfterError('(dure --help shows what is possible)')
    .exitOverride()
  let exitCode: number = exitCodes.good
  addRehearse(program, stop, ({ isGood }) => {
    if (!isGood) exitCode = exitCodes.checkFailed
  })
  try {
    await program.parseAsync()
    return exitCode
  } catch (error) {
    return explain(error)
  }
}

/** Says what went wrong, without a stack unless DEBUG is set. */
function explain(error: unknown): number {
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

const exitCode = await main()
// Hardhat keeps handles open after its chain is closed, so the process would
// not end by itself; what was printed goes out first.
process.stdout.write('', () => process.exit(exitCode))
