/** The variables that `dure` reads, and what each stands for. */
import type { CommandDescription, Term } from './describeCommands.ts'

/** Those that no option has. */
const others: readonly Term[] = [
  { term: 'DURE_JOURNAL', description: 'folder of transactions under way' },
  { term: 'DURE_PASSPHRASE', description: 'passphrase of an encrypted file' },
  {
    term: 'DURE_PASSPHRASE_FILE',
    description: 'file whose first line is the passphrase',
  },
]

export function listVariables(
  commands: readonly CommandDescription[],
): readonly Term[] {
  const options = commands.flatMap((command) => command.options)
  const variables = new Map<string, string>()
  for (const { term, variable } of options)
    if (variable !== undefined) variables.set(variable, `instead of ${term}`)
  const ofOptions = [...variables].map(([term, description]) => ({
    term,
    description,
  }))
  return [...ofOptions, ...others].sort((one, other) =>
    one.term < other.term ? -1 : 1,
  )
}
