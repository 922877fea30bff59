/** The options by which an act names its published document. */
import { type Command, Option } from 'commander'

export type ReasonOptions = { reason: string; asIs?: true }

/** `--reason FILE`, which the act cannot do without. */
export function addReasonOption(command: Command): Command {
  return addAsIsOption(
    command.requiredOption(
      '--reason <file>',
      'the published reason; its sha2-256 digest goes on chain',
    ),
  )
}

export function addAsIsOption(command: Command): Command {
  return command.addOption(
    new Option('--as-is', 'take documents that hold no random bits'),
  )
}
