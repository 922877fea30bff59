/** `dure object`: objects by a key of the roll or of a proposal. */
import type { Command } from 'commander'
import type { SignedContents } from '../../protocol/signedAct.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { addAsIsOption } from '../documents/options.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
  toWhole,
} from '../frame/options.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import {
  actByKey,
  addSignedActOptions,
  sendSigned,
  type SignedActOptions,
  type Wording,
} from '../signing/signedActOptions.ts'
import { UsageError } from '../usageError.ts'

const examples = `
Examples:
  $ dure document new objection.txt objection.json --kind objection
  $ dure object --reason objection.json --key file:me.json
      As the key of a proposal on the roster.
  $ dure object --reason objection.json --reviewer 17 --key file:me.json
  $ dure object --reason objection.json --sign-only > signed.json
  $ dure object --send signed.json --key file:official.json`

type Options = RoundOptions &
  ActOptions &
  SignedActOptions & { reason?: string; reviewer?: number; asIs?: true }

export function addObject(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('object')
    .description('as a reviewer or an applicant: object to the ranking')
    .option('--reason <file>', 'the objection; its digest goes on chain')
    .option('--reviewer <n>', 'the seat whose key objects', toWhole)
    .addHelpText('after', examples)
  addRoundActOptions(addAsIsOption(addSignedActOptions(command))).action(
    (options: Options) => object(surroundings, options),
  )
}

async function object(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const { asIs, reason, reviewer, send } = options
  if (send !== undefined) {
    const session = await openRoundActSession(surroundings, options)
    await sendSigned(session, send, toWording)
    return
  }
  if (reason === undefined)
    throw new UsageError(
      'The objection is missing.',
      'Give --reason FILE, or --send FILE.',
    )
  const digest = await digestDocument(reason, { asIs })
  const session = await openRoundActSession(surroundings, options)
  const seat = reviewer === undefined ? {} : { reviewer }
  const contents = { type: 'Objection', message: { digest }, ...seat } as const
  await actByKey(session, contents, toWording(contents), options)
}

function toWording(act: SignedContents): Wording {
  if (act.type !== 'Objection')
    throw new UsageError(
      'The file holds no objection.',
      'Send it with `dure propose --send`.',
    )
  const { message, reviewer } = act
  const who = reviewer === undefined ? 'an applicant' : `reviewer ${reviewer}`
  return {
    title: 'Object',
    facts: [
      ['as', who],
      ['objection', `sha2-256 ${message.digest}`],
    ],
    warning: 'Each key objects once, and its objection stays public.',
    done: 'The objection is recorded.',
  }
}
