/** `dure key`: makes an encrypted key file, or shows whose key one holds. */
import type { Command } from 'commander'
import { getAddress } from 'viem'
import { jsonOption } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { createKeyFile, readKeyFileAddress } from './keyFile.ts'
import { readNewPassphrase } from './passphrase.ts'

const examples = `
Examples:
  $ dure key new registrar.json
  $ dure freeze --key file:registrar.json …

The passphrase is asked for, or taken from DURE_PASSPHRASE_FILE (a file whose
first line it is) or DURE_PASSPHRASE. Who loses it loses the key.`

type Options = { json?: true }

export function addKey(program: Command, surroundings: Surroundings): void {
  const key = program
    .command('key')
    .description('encrypted key files (Ethereum keystore v3)')
    .addHelpText('after', examples)
  key
    .command('new')
    .description('make a new key in a new encrypted file')
    .argument('<file>', 'where; never replaces a file')
    .addOption(jsonOption())
    .action(async (file: string, options: Options) => {
      const passphrase = await readNewPassphrase(surroundings, file)
      show(surroundings, options, await createKeyFile(file, passphrase))
    })
  key
    .command('show')
    .description('the address of a key file, never the key')
    .argument('<file>', 'an encrypted key file')
    .addOption(jsonOption())
    .action(async (file: string, options: Options) => {
      show(surroundings, options, await readKeyFileAddress(file))
    })
}

function show(
  surroundings: Surroundings,
  options: Options,
  lowerCase: `0x${string}`,
): void {
  const address = getAddress(lowerCase)
  report({ surroundings, options }, { text: address, json: { address } })
}
