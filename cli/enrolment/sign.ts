/** `dure enrolment sign`: the registrar signs which keys are enrolled. */
import type { Command } from 'commander'
import { type Address, isAddressEqual, type LocalAccount } from 'viem'
import { enumNumber, roles } from '../../chain/enums.ts'
import { readRound } from '../../chain/readRound.ts'
import { BaseError } from '../../protocol/errors.ts'
import {
  type SeatKey,
  toEnrolledKeysTypedData,
} from '../../protocol/tickets/enrolledKeys.ts'
import { DeclinedError } from '../frame/act.ts'
import {
  addRoundOptions,
  keyOption,
  type RoundOptions,
} from '../frame/options.ts'
import { askYes } from '../frame/question.ts'
import { report, say } from '../frame/report.ts'
import { openRoundSession, type RoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readAccount } from '../keys/readAccount.ts'
import { grouped } from '../printing.ts'
import { asOfficial } from '../relayer/asOfficial.ts'
import { fetchEnrolments, postSignature } from '../relayer/fetchEnrolments.ts'
import type { RelayerConnection } from '../relayer/connectRelayer.ts'
import { relayerOption } from '../relayer/relayerOption.ts'
import { requireRelayer } from '../relayer/requireRelayer.ts'
import { seatsSigned } from '../../chain/isRegistrarsWord.ts'
import {
  isSignedAlready,
  planSignature,
  type SignaturePlan,
} from '../../protocol/tickets/planSignature.ts'

const examples = `
Examples:
  $ dure enrolment sign --relayer https://relayer.example --key file:registrar.json
      Signs in, shows what has changed since the last signature, asks, signs.
  $ dure enrolment sign --dry-run --key file:registrar.json
      Shows it, and signs nothing but the sign-in.

Nothing is sent to the chain. Do it before each publication of the roll.`

type Options = RoundOptions & {
  relayer?: string
  key?: string
  yes?: true
  dryRun?: true
}

/** Seats that are told one by one. */
const seatsShown = 20

export function addSign(enrolment: Command, surroundings: Surroundings): void {
  const command = enrolment
    .command('sign')
    .description('as the registrar: sign which keys are enrolled')
    .addOption(relayerOption())
    .addOption(keyOption())
    .option('--yes', 'answer the question before the signature (for scripts)')
    .option('--dry-run', 'say what would be signed')
    .addHelpText('after', examples)
  addRoundOptions(command).action((options: Options) =>
    sign(surroundings, options),
  )
}

async function sign(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const url = requireRelayer(options.relayer)
  const session = await openRoundSession(surroundings, options)
  const account = await readAccount(surroundings, options.key)
  await requireRegistrar(session, account.address)
  const { chainId } = session
  await asOfficial(url, { account, chainId }, (relayer) =>
    signAll(session, relayer, account, options),
  )
}

async function signAll(
  session: RoundSession,
  relayer: RelayerConnection,
  account: LocalAccount,
  options: Options,
): Promise<void> {
  const { reader, round } = session
  const id = { chainId: BigInt(session.chainId), round }
  const enrolments = await fetchEnrolments(relayer, round)
  const signed = await seatsSigned(reader, id, enrolments, account.address)
  const plan = planSignature(enrolments, signed)
  if (!plan) throw new NobodyEnrolledError()
  say(session, describePlan(plan))
  const isNeeded = !isSignedAlready(plan) && !options.dryRun
  if (isNeeded) {
    await requireConsent(session, options)
    const typedData = toEnrolledKeysTypedData(id, plan.message)
    const signature = await account.signTypedData(typedData)
    const reviewers = plan.seats.map(({ reviewer }) => reviewer)
    await postSignature(relayer, round, { reviewers, signature })
  }
  report(session, {
    text: isNeeded
      ? `The ${grouped(plan.message.count)} keys are signed.`
      : 'Nothing was signed.',
    json: { round, ...toJson(plan), isSigned: isNeeded },
  })
}

async function requireRegistrar(
  { reader, round }: RoundSession,
  account: Address,
): Promise<void> {
  const args = [enumNumber(roles, 'registrar')] as const
  const call = { round, functionName: 'holder', args } as const
  const registrar = await readRound(reader, call)
  if (!isAddressEqual(registrar, account))
    throw new NotRegistrarError({ account, registrar })
}

async function requireConsent(
  { surroundings }: RoundSession,
  { yes }: Options,
): Promise<void> {
  if (!yes && !(await askYes(surroundings, 'Sign these keys?')))
    throw new DeclinedError()
}

function describePlan({ added, changed, gone, message }: SignaturePlan) {
  return [
    `${grouped(message.count)} keys are enrolled, root ${message.root}`,
    `${grouped(added.length)} of them were not signed before`,
    ...list(added),
    `${grouped(changed.length)} have a signature that is not for their key, or not yours`,
    ...list(changed),
    `${grouped(gone)} that were signed are gone, or enrolled anew`,
  ].join('\n')
}

function list(seats: readonly SeatKey[]): string[] {
  const shown = seats
    .slice(0, seatsShown)
    .map(({ key, reviewer }) => `  reviewer ${reviewer}: ${key}`)
  return seats.length > seatsShown ? [...shown, '  …'] : shown
}

function toJson({ added, changed, gone, message }: SignaturePlan) {
  return { ...message, added, changed, gone }
}

export class NotRegistrarError extends BaseError {
  override name = 'NotRegistrarError'

  constructor({
    account,
    registrar,
  }: {
    account: Address
    registrar: Address
  }) {
    super(`${account} is not the registrar of the round.`, {
      metaMessages: [`The registrar is ${registrar}.`],
    })
  }
}

export class NobodyEnrolledError extends BaseError {
  override name = 'NobodyEnrolledError'

  constructor() {
    super('Nobody has enrolled a key yet.', {
      metaMessages: ['Try again when tickets were claimed.'],
    })
  }
}
