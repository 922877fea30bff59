/** `dure manual`: prints the manual page that follows from all commands. */
import type { Command } from 'commander'
import type { Surroundings } from '../frame/surroundings.ts'
import { describeCommands } from './describeCommands.ts'
import { toMarkdown } from './toMarkdown.ts'
import { toRoff } from './toRoff.ts'

const examples = `
Examples:
  $ dure manual > dure.1 && man ./dure.1
  $ dure manual --markdown > manual.md`

export function addManual(program: Command, surroundings: Surroundings): void {
  program
    .command('manual')
    .description('print the manual page of all commands')
    .option('--markdown', 'as Markdown')
    .addHelpText('after', examples)
    .action(({ markdown }: { markdown?: true }) => {
      const commands = describeCommands(program)
      const page = markdown ? toMarkdown(commands) : toRoff(commands)
      surroundings.out.write(page)
    })
}
