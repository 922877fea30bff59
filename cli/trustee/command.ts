/** `dure trustee`: a trustee's secrets in a file, and all of its work. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { addRoundActOptions } from '../frame/options.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { defaultWorkFactor } from '../../chain/trustee/encryptText.ts'
import { init, type InitOptions } from './init.ts'
import { run, type RunOptions } from './run.ts'

const examples = `
Examples:
  $ dure trustee init trustee.age
      Makes the encrypted file. Back it up after each attempt.
  $ dure trustee run trustee.age --key file:account.json
      Does each step at its time, until the key to the ballots is public.
  $ dure trustee run trustee.age --once --yes --key file:account.json
      Does what is due and says what comes next (for cron).

The file opens with the age tool, too. Its passphrase is asked for, or taken
from DURE_TRUSTEE_PASSPHRASE, else as that of a key file.`

/** Seconds between two looks, unless told. */
const everySoOften = 30

export function addTrustee(program: Command, surroundings: Surroundings): void {
  const trustee = program
    .command('trustee')
    .description('a trustee’s secrets in a file, and all of its work')
    .addHelpText('after', examples)
  trustee
    .command('init')
    .description('make the encrypted file that keeps the secrets')
    .argument('<file>', 'where; never replaces a file')
    .addOption(
      new Option('--work-factor <n>', 'scrypt work, as a power of two')
        .argParser(wholeFrom(10, 22))
        .default(defaultWorkFactor),
    )
    .addOption(new Option('--json', 'print one JSON document and nothing else'))
    .addHelpText('after', examples)
    .action((file: string, options: InitOptions) =>
      init(surroundings, file, options),
    )
  const running = trustee
    .command('run')
    .description('do the part of a trustee at each phase, and wait in between')
    .argument('<file>', 'the encrypted file')
    .option('--once', 'do what is due now, and say what comes next')
    .addOption(
      new Option('--every <seconds>', 'how often to look')
        .argParser(wholeFrom(1, 3_600))
        .default(everySoOften),
    )
    .addHelpText('after', examples)
  addRoundActOptions(running).action((file: string, options: RunOptions) =>
    run(surroundings, file, options),
  )
}

function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
    if (number >= least && number <= most) return number
    throw new InvalidArgumentError(`Expected ${least} to ${most}.`)
  }
}
