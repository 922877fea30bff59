/** `dure cancel`: the admin ends a round before its close. */
import type { Command } from 'commander'
import { addReasonOption, type ReasonOptions } from '../documents/options.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'

const examples = `
Examples:
  $ dure document new reason.txt reason.json
  $ dure cancel --reason reason.json --key file:admin.json`

type Options = RoundOptions & ActOptions & ReasonOptions

export function addCancel(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('cancel')
    .description('as the admin: end the round, before the close only')
    .addHelpText('after', examples)
  addRoundActOptions(addReasonOption(command)).action((options: Options) =>
    cancel(surroundings, options),
  )
}

async function cancel(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const { reason } = options
  const digest = await digestDocument(reason, options)
  const session = await openRoundActSession(surroundings, options)
  await performInRound(session, {
    title: 'Cancel the round',
    facts: [['reason', `${reason}, sha2-256 ${digest}`]],
    warning:
      'A cancelled round accepts nothing any more, and nobody can take this back.',
    calls: [roundCall(session.round, 'cancel', [digest])],
    done: 'The round is cancelled.',
  })
}
