/** Every command as plain data, read from commander's own definitions. */
import type { EventEmitter } from 'node:events'
import type { Command } from 'commander'

export type CommandDescription = {
  /** `dure roll publish` */
  name: string
  usage: string
  description: string
  arguments: readonly Term[]
  options: readonly Term[]
  /** Examples and notes of its help. */
  notes: string
}

export type Term = {
  term: string
  description: string
  /** The variable that stands in for an option. */
  variable?: string
}

/** The program first, then its commands in their order, each with its own. */
export function describeCommands(
  command: Command,
  parents: readonly string[] = [],
): CommandDescription[] {
  const names = [...parents, command.name()]
  const help = command.createHelp()
  const below = help
    .visibleCommands(command)
    .filter((inner) => inner.name() !== 'help')
  return [
    describe(command, names.join(' ')),
    ...below.flatMap((inner) => describeCommands(inner, names)),
  ]
}

function describe(command: Command, name: string): CommandDescription {
  const help = command.createHelp()
  return {
    name,
    usage: help.commandUsage(command),
    description: command.description(),
    arguments: help.visibleArguments(command).map((argument) => ({
      term: help.argumentTerm(argument),
      description: help.argumentDescription(argument),
    })),
    options: help.visibleOptions(command).map((option) => ({
      term: help.optionTerm(option),
      description: help.optionDescription(option),
      ...(option.envVar !== undefined && { variable: option.envVar }),
    })),
    notes: notesOf(command),
  }
}

/** commander keeps such texts as listeners that write; its types hide them. */
function notesOf(command: Command): string {
  let notes = ''
  const write = (text: string) => {
    notes += text
  }
  const emitter = command as unknown as EventEmitter
  emitter.emit('afterHelp', { error: false, command, write })
  return notes.trim()
}
