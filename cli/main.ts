/** The `dure` command. Exit codes: 0 good, 1 a check failed, 2 could not run. */
import { explain } from './explain.ts'
import { surroundingsOf } from './frame/surroundings.ts'
import { stopOnSignals } from './interruption.ts'
import { createProgram } from './program.ts'

const surroundings = surroundingsOf(process, stopOnSignals())

async function main(): Promise<number> {
  try {
    await createProgram(surroundings).parseAsync()
    return surroundings.exitCode()
  } catch (error) {
    return explain(error, surroundings)
  }
}

const exitCode = await main()
// Hardhat keeps handles open after its chain is closed, so the process would
// not end by itself; what was printed goes out first.
process.stdout.write('', () => process.exit(exitCode))
