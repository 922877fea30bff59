/** `dure propose`: registers, replaces or withdraws a community's proposal. */
import { type Command, InvalidArgumentError } from 'commander'
import type { Hash } from 'viem'
import { getProposal } from '../../chain/getProposals.ts'
import type { SignedAct, SignedContents } from '../../protocol/signedAct.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { addAsIsOption } from '../documents/options.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
  toWhole,
} from '../frame/options.ts'
import { openRoundActSession, type RoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped } from '../printing.ts'
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
  $ dure document new plan.txt plan.json --kind proposal
  $ dure propose --text plan.json --category 2 --ask 12500000 --key file:me.json
      Registers the proposal, or replaces the one that stands.
  $ dure propose --text plan.json --category 2 --ask 12500000 --sign-only > signed.json
  $ dure propose --send signed.json --key file:official.json
      Signed by the community, sent (and paid) by somebody else.
  $ dure propose --withdraw --key file:me.json`

type Options = RoundOptions &
  ActOptions &
  SignedActOptions & {
    text?: string
    category?: number
    ask?: bigint
    withdraw?: true
    proposalVersion?: number
    asIs?: true
  }

export function addPropose(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('propose')
    .description('as an applicant: register, replace or withdraw a proposal')
    .option('--text <file>', 'its document; the sha2-256 digest goes on chain')
    .option('--category <n>', 'its category (0: none)', toWhole)
    .option('--ask <amount>', 'money asked for, in the smallest unit', toAmount)
    .option('--withdraw', 'withdraw it instead')
    .option(
      '--proposal-version <n>',
      'default: one above the last one on chain',
      toWhole,
    )
    .addHelpText('after', examples)
  addRoundActOptions(addAsIsOption(addSignedActOptions(command))).action(
    (options: Options) => propose(surroundings, options),
  )
}

async function propose(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const { send, withdraw } = options
  const document = send || withdraw ? undefined : await readDocument(options)
  const session = await openRoundActSession(surroundings, options)
  if (send !== undefined) {
    await sendSigned(session, send, toWording)
    return
  }
  const version = options.proposalVersion ?? (await nextVersion(session))
  const contents: SignedContents = document
    ? { type: 'Proposal', message: { version, ...document } }
    : { type: 'Withdrawal', message: { version } }
  await actByKey(session, contents, toWording(contents), options)
}

async function readDocument({ ask, asIs, category, text }: Options) {
  if (text === undefined || category === undefined || ask === undefined)
    throw new UsageError(
      'A proposal is not complete.',
      'Give --text FILE, --category N and --ask AMOUNT (0 if nothing), or --withdraw, or --send FILE.',
    )
  const digest: Hash = await digestDocument(text, { asIs })
  return { digest, category, ask }
}

async function nextVersion({
  client,
  reader,
  round,
}: RoundActSession): Promise<number> {
  const key = client.account.address
  const { version } = await getProposal(reader, { round, key })
  return version + 1
}

function toWording(act: SignedContents | SignedAct): Wording {
  if (act.type === 'Withdrawal')
    return {
      title: 'Withdraw the proposal',
      facts: [['version', String(act.message.version)]],
      warning: 'After the roster it keeps its number, but cannot win any more.',
      done: 'The proposal is withdrawn.',
    }
  if (act.type === 'Proposal') {
    const { ask, category, digest, version } = act.message
    return {
      title: version === 1 ? 'Register the proposal' : 'Register a version',
      facts: [
        ['version', String(version)],
        ['text', `sha2-256 ${digest}`],
        ['category', String(category)],
        ['asks for', grouped(ask)],
      ],
      warning: 'Every version stays public; a new one waits for screening.',
      done: `Version ${version} is registered and waits for screening.`,
      json: { version, digest },
    }
  }
  throw new UsageError(
    'The file holds an objection.',
    'Send it with `dure object --send`.',
  )
}

function toAmount(text: string): bigint {
  if (/^(\d{1,38}|\d{1,3}(,\d{3}){1,12})$/.test(text))
    return BigInt(text.replaceAll(',', ''))
  throw new InvalidArgumentError('Expected a whole amount such as 12500000.')
}
