/** `dure keys attempt`: starts key generation again, for a published reason. */
import type { Command } from 'commander'
import { readRound } from '../../chain/readRound.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { addReasonOption, type ReasonOptions } from '../documents/options.ts'
import { roundCall } from '../frame/act.ts'
import { parseAddress } from '../frame/connect.ts'
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
  $ dure keys attempt --trustee 0x… 0x… 0x… --reason reason.json --key file:admin.json

The first attempt begins with the round. Start the next one where a trustee is
silent, a share was disputed or a wrong confirmation spoiled it.`

type Options = RoundOptions & ActOptions & ReasonOptions & { trustee: string[] }

export function addKeys(program: Command, surroundings: Surroundings): void {
  const keys = program
    .command('keys')
    .description('the trustees’ key generation')
    .addHelpText('after', examples)
  const attempt = keys
    .command('attempt')
    .description('as the admin: start the next attempt')
    .requiredOption('--trustee <addresses...>', 'everyone who takes part')
    .addHelpText('after', examples)
  addRoundActOptions(addReasonOption(attempt)).action((options: Options) =>
    startAttempt(surroundings, options),
  )
}

async function startAttempt(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const { reason } = options
  const trustees = options.trustee.map((text) =>
    parseAddress('--trustee', text, ''),
  )
  const digest = await digestDocument(reason, options)
  const session = await openRoundActSession(surroundings, options)
  const { reader, round } = session
  const call = { round, functionName: 'attempt', args: [] } as const
  const [current] = await readRound(reader, call)
  await performInRound(session, {
    title: `Start attempt ${current + 1} at the keys`,
    facts: [
      ...trustees.map(
        (trustee, index) => [`trustee ${index + 1}`, trustee] as const,
      ),
      ['reason', `${reason}, sha2-256 ${digest}`],
    ],
    warning: `Attempt ${current} is over then, and its keys are void.`,
    calls: [roundCall(round, 'startAttempt', [trustees, digest])],
    done: `Attempt ${current + 1} is under way.`,
    json: { attempt: current + 1, trustees },
  })
}
