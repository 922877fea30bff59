/** The manual as a page of documentation. */
import type { CommandDescription, Term } from './describeCommands.ts'
import { listVariables } from './listVariables.ts'

export function toMarkdown(commands: readonly CommandDescription[]): string {
  const [program, ...others] = commands
  if (program === undefined) return ''
  return [
    `# ${program.name}`,
    program.description,
    'Exit codes: 0 good, 1 a check failed, 2 could not run.',
    ...others.flatMap(commandParts),
    '## Environment',
    list(listVariables(commands)),
    '',
  ].join('\n\n')
}

function commandParts(command: CommandDescription): string[] {
  const { description, name, notes, usage } = command
  const terms = [...command.arguments, ...command.options]
  return [
    `## ${name}`,
    description,
    fence(usage),
    list(terms),
    ...(notes === '' ? [] : [fence(notes)]),
  ]
}

function list(terms: readonly Term[]): string {
  return terms
    .map(({ description, term }) => `- \`${term}\`: ${description}`)
    .join('\n')
}

function fence(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``
}
