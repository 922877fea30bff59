/** The options that commands share, each with its environment variable. */
import { type Command, InvalidArgumentError, Option } from 'commander'

/** Of a command that reads a chain. */
export type ChainOptions = { rpc: string; json?: true }

/** Of a command that reads a round. */
export type RoundOptions = ChainOptions & { round?: string }

/** Of a command that sends transactions. */
export type ActOptions = {
  key?: string
  yes?: true
  dryRun?: true
  confirmations?: number
  giveUpAfter?: number
}

export const defaultRpc = 'http://127.0.0.1:8545'

export function addChainOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--rpc <url>', 'JSON-RPC address of a node')
        .env('DURE_RPC_URL')
        .default(defaultRpc),
    )
    .addOption(jsonOption())
}

export function addRoundOptions(command: Command): Command {
  return addChainOptions(command).addOption(roundOption())
}

export function addActOptions(command: Command): Command {
  return command
    .addOption(keyOption())
    .option('--yes', 'answer the question before the act (for scripts)')
    .option('--dry-run', 'say what would happen, and send nothing')
    .addOption(
      new Option('--confirmations <n>', 'blocks to wait for after sending')
        .env('DURE_CONFIRMATIONS')
        .argParser(toWhole),
    )
    .addOption(
      new Option(
        '--give-up-after <seconds>',
        'how long to wait for inclusion; the same command goes on later',
      ).argParser(toWhole),
    )
}

/** Everything for an act in a round. */
export function addRoundActOptions(command: Command): Command {
  return addActOptions(addRoundOptions(command))
}

export function factoryOption(): Option {
  return new Option('--factory <address>', 'the round factory').env(
    'DURE_FACTORY',
  )
}

/** Read by parseKeySource, which never repeats what it was given. */
export function keyOption(): Option {
  return new Option(
    '--key <source>',
    'who acts: env:NAME, file:PATH or keystore:NAME',
  ).env('DURE_KEY')
}

export function toWhole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number.')
}

export function jsonOption(): Option {
  return new Option('--json', 'print one JSON document and nothing else')
}

export function roundOption(): Option {
  return new Option('--round <address>', 'the round').env('DURE_ROUND')
}
