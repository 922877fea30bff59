/** The manual as a page for `man`. */
import type { CommandDescription, Term } from './describeCommands.ts'
import { listVariables } from './listVariables.ts'

export function toRoff(commands: readonly CommandDescription[]): string {
  const [program, ...others] = commands
  if (program === undefined) return ''
  return [
    `.TH ${escape(program.name).toUpperCase()} 1`,
    '.SH NAME',
    `${escape(program.name)} \\- ${escape(program.description)}`,
    '.SH SYNOPSIS',
    `.B ${escape(program.usage)}`,
    ...termLines('OPTIONS', program.options),
    '.SH COMMANDS',
    ...others.flatMap(commandLines),
    ...termLines('ENVIRONMENT', listVariables(commands)),
    '.SH EXIT STATUS',
    ...itemLines({ term: '0', description: 'good' }),
    ...itemLines({ term: '1', description: 'a check failed' }),
    ...itemLines({ term: '2', description: 'could not run' }),
    '',
  ].join('\n')
}

function commandLines(command: CommandDescription): string[] {
  const { description, notes, usage } = command
  return [
    `.SS ${escape(usage)}`,
    ...escapeLines(description),
    ...[...command.arguments, ...command.options].flatMap(itemLines),
    ...(notes === '' ? [] : ['.PP', '.nf', ...escapeLines(notes), '.fi']),
  ]
}

function termLines(heading: string, terms: readonly Term[]): string[] {
  return [`.SH ${heading}`, ...terms.flatMap(itemLines)]
}

function itemLines({ description, term }: Term): string[] {
  return ['.TP', `.B ${escape(term)}`, ...escapeLines(description)]
}

function escapeLines(text: string): string[] {
  return text.split('\n').map(escape)
}

/** A dot or an apostrophe that begins a line would be a request. */
function escape(text: string): string {
  const plain = text.replaceAll('\\', '\\e').replaceAll('-', '\\-')
  return /^[.']/.test(plain) ? `\\&${plain}` : plain
}
