/** `dure relayer`: starts the service, tells of it, and tends its data. */
import type { Command } from 'commander'
import type { Surroundings } from '../frame/surroundings.ts'
import { addCost } from './cost.ts'
import { addRelayerDocuments } from './documents.ts'
import { addRecord } from './record.ts'
import { addRegister } from './register.ts'
import { addRetention } from './retention.ts'
import { addStart } from './start.ts'
import { addRelayerStatus } from './status.ts'

const examples = `
Examples:
  $ dure relayer start
  $ dure relayer status https://relayer.example

It can delay a ballot; it can never forge, read or change one.`

const commands = [
  ...[addStart, addRegister, addRecord, addRelayerStatus, addCost],
  ...[addRetention, addRelayerDocuments],
]

export function addRelayer(program: Command, surroundings: Surroundings): void {
  const relayer = program
    .command('relayer')
    .description('the service that takes ballots free of charge')
    .addHelpText('after', examples)
  for (const add of commands) add(relayer, surroundings)
}
