/** The `dure` command. Exit codes: 0 good, 1 a check failed, 2 could not run. */
import { Command } from 'commander'
import { exitCodes } from './exitCodes.ts'
import { explain } from './explain.ts'
import { stopOnSignals } from './interruption.ts'
import { addRehearse } from './rehearse/command.ts'
import { addSample } from './sample/command.ts'
import { addVerify } from './verify/command.ts'

async function main(): Promise<number> {
  const stop = stopOnSignals()
  const program = new Command('dure')
    .description('Public review rounds on Ethereum.')
    .showHelpAfterError('(dure --help shows what is possible)')
    .exitOverride()
  let exitCode: number = exitCodes.good
  const conclude = ({ isGood }: { isGood: boolean }) => {
    if (!isGood) exitCode = exitCodes.checkFailed
  }
  addRehearse(program, stop, conclude)
  addVerify(program, stop, conclude)
  addSample(program, stop)
  try {
    await program.parseAsync()
    return exitCode
  } catch (error) {
    return explain(error)
  }
}

const exitCode = await main()
// Hardhat keeps handles open after its chain is closed, so the process would
// not end by itself; what was printed goes out first.
process.stdout.write('', () => process.exit(exitCode))
