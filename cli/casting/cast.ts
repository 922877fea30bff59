/** `dure cast`: a reviewer seals, signs and casts, or anyone sends what is sealed. */
import path from 'node:path'
import type { Command } from 'commander'
import type { LocalAccount } from 'viem'
import { DeclinedError, roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { askYes } from '../frame/question.ts'
import { report, say } from '../frame/report.ts'
import { openRoundActSession, type RoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readAccount } from '../keys/readAccount.ts'
import { renderTable } from '../printing.ts'
import { readRoundContext, type RoundContext } from '../roundContext.ts'
import { askScores } from './askScores.ts'
import { findReviewer, requireKey } from './findReviewer.ts'
import { type PreparedBallot, prepareBallot } from './prepareBallot.ts'
import { describeOrder, readSeat, type Seat } from './readSeat.ts'
import { checkScores, readScores } from './scores.ts'
import { sendSealed } from './sendSealed.ts'
import { ownBallotName, writeBallotFile } from './writeBallotFile.ts'

const examples = `
Examples:
  $ dure cast --key file:reviewer.json
      Shows the list, asks for the scores, seals, signs and casts.
  $ dure cast --scores 5,3,0,4 --key file:reviewer.json
  $ dure cast --scores scores.json --seal-only sealed.json --key file:reviewer.json
      Anyone who pays may send that file; nobody can read it.
  $ dure cast --send sealed-17.json sealed-18.json --key file:sender.json

A copy with the scores is kept (--keep), to open the ballot without the
trustees if it comes to that: \`dure open --own FILE\`.`

export type CastOptions = RoundOptions &
  ActOptions & {
    scores?: string
    sealOnly?: string
    send?: string[]
    /** False: not at all. */
    keep: string | false
  }

export function addCast(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('cast')
    .description('as a reviewer: seal, sign and cast a ballot')
    .argument('[reviewer]', 'number of the reviewer (default: of --key)')
    .option('--scores <scores>', '5,3,0,… or a JSON file, in list order')
    .option('--seal-only <file>', 'write the sealed ballot and send nothing')
    .option('--send <file...>', 'send sealed ballots of whoever, as one page')
    .option('--keep <folder>', 'where the own copy is kept', '.')
    .option('--no-keep', 'keep no copy of the scores')
    .addHelpText('after', examples)
  addRoundActOptions(command).action(
    async (reviewer: string | undefined, options: CastOptions) => {
      const session = await openRoundActSession(surroundings, options)
      const context = await readRoundContext(session.reader, session.round)
      if (options.send) await sendSealed(session, context, options.send)
      else await castOwn(session, context, reviewer, options)
    },
  )
}

async function castOwn(
  session: RoundActSession,
  context: RoundContext,
  text: string | undefined,
  options: CastOptions,
): Promise<void> {
  const { reader, surroundings } = session
  const account = await readAccount(surroundings, options.key)
  const { address } = account
  const found = await findReviewer(reader, context, { text, account: address })
  requireKey(found, address)
  const seat = await readSeat(reader, context, found)
  const scores = await takeScores(session, context, seat, options.scores)
  say(session, describeScores(seat, scores, context.rules.weights.length))
  if (options.dryRun) {
    const { round } = context
    const { reviewer } = seat
    const json = { round, reviewer, isDryRun: true, transactions: [] }
    report(session, { text: 'Nothing was signed, nothing was sent.', json })
    return
  }
  await requireConsent(session, options)
  const ballot = await prepareBallot(reader, context, account, seat, scores)
  const kept = await keepCopy(ballot, options)
  if (options.sealOnly !== undefined)
    await writeSealed(session, ballot, options.sealOnly, kept)
  else await castBallot(session, account, ballot, kept)
}

async function takeScores(
  session: RoundActSession,
  { rules }: RoundContext,
  { list }: Seat,
  text: string | undefined,
): Promise<number[]> {
  const criteria = rules.weights.length
  const scores =
    text === undefined
      ? await askScores(session.surroundings, list, rules)
      : await readScores(text, list, criteria)
  checkScores(rules, list, scores, describeOrder(list, criteria))
  return scores
}

/** A signature cannot be taken back, wherever the file goes. */
async function requireConsent(
  { surroundings }: RoundActSession,
  { yes }: CastOptions,
): Promise<void> {
  if (!yes && !(await askYes(surroundings, 'Seal and sign these scores?')))
    throw new DeclinedError()
}

/** Before anything is sent: without it the salt would be lost. */
async function keepCopy(
  { own }: PreparedBallot,
  { keep }: CastOptions,
): Promise<string | undefined> {
  if (keep === false) return undefined
  const file = path.join(keep, ownBallotName(own, own.seal))
  await writeBallotFile(file, own)
  return file
}

async function writeSealed(
  session: RoundActSession,
  { sealed }: PreparedBallot,
  file: string,
  kept: string | undefined,
): Promise<void> {
  await writeBallotFile(file, sealed)
  const { ballotVersion, reviewer } = sealed
  report(session, {
    text: [
      `The ballot of reviewer ${reviewer}, version ${ballotVersion}, is sealed in ${file}.`,
      `Anyone can send it: dure cast --send ${file}`,
      ...describeKept(kept),
    ].join('\n'),
    json: { reviewer, ballotVersion, file, kept: kept ?? null },
  })
}

async function castBallot(
  session: RoundActSession,
  { address }: LocalAccount,
  { sealed }: PreparedBallot,
  kept: string | undefined,
): Promise<void> {
  const { ballotVersion, reviewer } = sealed
  await performInRound(session, {
    title: 'Cast the sealed ballot',
    facts: [
      ['reviewer', `${reviewer}, key ${address}`],
      ['version', String(ballotVersion)],
    ],
    warning: 'A ballot that is recorded stays; a later version can replace it.',
    calls: [roundCall(session.round, 'castBallot', [sealed.ballot])],
    done: [
      `The ballot of reviewer ${reviewer}, version ${ballotVersion}, is recorded, sealed.`,
      ...describeKept(kept),
    ].join('\n'),
    json: { reviewer, ballotVersion, kept: kept ?? null },
  })
}

function describeKept(kept: string | undefined): string[] {
  if (kept === undefined) return []
  return [`Your copy, with the scores: ${kept}. Show it to nobody.`]
}

function describeScores(
  { list, reviewer }: Seat,
  scores: readonly number[],
  criteria: number,
): string {
  const columns = [
    { heading: 'proposal', align: 'right' },
    { heading: 'scores' },
  ] as const
  const rows = list.map((proposal, index) => [
    proposal === 0 ? 'blank card' : String(proposal),
    scores
      .slice(index * criteria, (index + 1) * criteria)
      .map((score) => (score === 0 ? 'no opinion' : String(score)))
      .join(', '),
  ])
  return `Scores of reviewer ${reviewer}:\n${renderTable(columns, rows)}`
}
