/** `dure relayer start`: runs a relayer by its environment until it is stopped. */
import type { Command } from 'commander'
import {
  neededVariables,
  otherVariables,
  type Variable,
} from '../../relayer/config/variables.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { renderRows } from '../printing.ts'

const notes = `
The environment says how. Needed:
${describe(neededVariables)}

Not needed, with what counts without them:
${describe(otherVariables)}

The log goes to stdout, one JSON object a line. SIGTERM or Ctrl-C ends it in
order. docs/operating.md goes through the set-up.`

export function addStart(relayer: Command, surroundings: Surroundings): void {
  relayer
    .command('start')
    .description('run a relayer until it is stopped')
    .addHelpText('after', notes)
    .action(async () => {
      // Its database and its server take a while to load.
      const { runRelayer } = await import('../../relayer/runRelayer.ts')
      await runRelayer(surroundings)
    })
}

function describe(variables: readonly Variable[]): string {
  const rows = variables.map(({ meaning, name }) => ['', name, meaning])
  return renderRows([{}, {}, {}], rows)
}
