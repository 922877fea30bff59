/** `dure roll`: checks and publishes the reviewers' keys from a CSV. */
import type { Command } from 'commander'
import { getRollChunks } from '../../chain/getRoll.ts'
import { TableHeaderError } from '../../protocol/csv/parseTable.ts'
import type { RollShape } from '../../protocol/rollTable.ts'
import { TableError } from '../csv/readTable.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  addRoundOptions,
  keyOption,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { report } from '../frame/report.ts'
import {
  openRoundActSession,
  openRoundSession,
  type RoundSession,
} from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { whileWaiting } from '../frame/whileWaiting.ts'
import { readAccount } from '../keys/readAccount.ts'
import { grouped } from '../printing.ts'
import { asOfficial } from '../relayer/asOfficial.ts'
import { fetchRollTable } from '../relayer/fetchRoll.ts'
import { relayerOption } from '../relayer/relayerOption.ts'
import { UsageError } from '../usageError.ts'
import { addCompare } from '../roll/compare.ts'
import {
  planRoll,
  type RollPlan,
  type SeatChange,
} from '../../protocol/planRoll.ts'
import {
  nameSeat,
  parseRollFile,
  readRollFile,
  type RollFile,
} from '../roll/readRollFile.ts'
import { readRollShape } from '../roll/readRollShape.ts'

const examples = `
Examples:
  $ dure roll check roll.csv
  $ dure roll publish roll.csv --key file:registrar.json
  $ dure roll publish --relayer https://relayer.example --key file:registrar.json
      The keys that a relayer enrolled; the registrar signs in for them.
  $ dure roll compare --relayer https://relayer.example --key file:registrar.json
      Where the published roll has other keys than were enrolled.

The file has one line a seat, in UTF-8 or CP949. With communities:
  community,seat,key
  1,1,0x1111111111111111111111111111111111111111
With an outside jury:
  reviewer,key
An empty seat has the key 0x0000000000000000000000000000000000000000.
Interrupted, publish goes on: what stands already is not sent again.`

/** Changed seats that are told one by one. */
const changesShown = 20

type RollOptions = RoundOptions & { relayer?: string; key?: string }

type Read = { shape: RollShape; file: RollFile; plan: RollPlan }

export function addRoll(program: Command, surroundings: Surroundings): void {
  const roll = program
    .command('roll')
    .description('the reviewers’ keys')
    .addHelpText('after', examples)
  const check = roll
    .command('check')
    .description('check a file against the round; exit code 1 if it is wrong')
    .argument('[csv]', 'the roll')
    .addOption(relayerOption())
    .addOption(keyOption())
    .addHelpText('after', examples)
  addRoundOptions(check).action(
    (csv: string | undefined, options: RollOptions) =>
      checkRoll(surroundings, csv, options),
  )
  const publish = roll
    .command('publish')
    .description('as the registrar: publish or replace the roll')
    .argument('[csv]', 'the roll')
    .addOption(relayerOption())
    .addHelpText('after', examples)
  addRoundActOptions(publish).action(
    (csv: string | undefined, options: RollOptions & ActOptions) =>
      publishRoll(surroundings, csv, options),
  )
  addCompare(roll, surroundings)
}

async function checkRoll(
  surroundings: Surroundings,
  csv: string | undefined,
  options: RollOptions,
): Promise<void> {
  const session = await openRoundSession(surroundings, options)
  const name = nameOfSource(csv, options)
  try {
    const reading = readRoll(session, csv, options)
    const read = await whileWaiting(session, 'Reading the roll', reading)
    report(session, {
      text: `${name} is good.\n${describeRoll(read).join('\n')}`,
      json: { isGood: true, problems: [], ...toJson(read) },
    })
  } catch (error) {
    if (!(error instanceof TableError || error instanceof TableHeaderError))
      throw error
    surroundings.checkFailed()
    const problems =
      error instanceof TableError
        ? error.problems
        : [{ line: 1, problem: error.shortMessage }]
    report(session, { text: error.message, json: { isGood: false, problems } })
  }
}

async function publishRoll(
  surroundings: Surroundings,
  csv: string | undefined,
  options: RollOptions & ActOptions,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  const reading = readRoll(session, csv, options)
  const read = await whileWaiting(session, 'Reading the roll', reading)
  const { round } = session
  const { chunks, toSend } = read.plan
  await performInRound(session, {
    title: `Publish the roll of ${nameOfSource(csv, options)}`,
    facts: describeRoll(read).map((text) => ['', text] as const),
    warning:
      'The keys are public for good; a later change counts the notice anew.',
    calls: toSend.map(({ chunk, keys }) =>
      roundCall(round, 'publishRoll', [BigInt(chunk), keys]),
    ),
    unit: 'chunks',
    done:
      toSend.length === 0
        ? 'The roll stands already: nothing to send.'
        : `The roll stands in ${chunks} chunk${chunks === 1 ? '' : 's'}.`,
    json: toJson(read),
  })
}

async function readRoll(
  session: RoundSession,
  csv: string | undefined,
  options: RollOptions,
): Promise<Read> {
  const { reader, round } = session
  const name = nameOfSource(csv, options)
  const { fromBlock, shape } = await readRollShape(reader, round)
  const file =
    csv === undefined
      ? parseRollFile(name, await fetchTable(session, name, options), shape)
      : await readRollFile(csv, shape)
  const standing = await getRollChunks(reader, { round, fromBlock })
  return { shape, file, plan: planRoll(file.roll, standing) }
}

async function fetchTable(
  { chainId, round, surroundings }: RoundSession,
  url: string,
  { key }: RollOptions,
): Promise<Uint8Array> {
  const account = await readAccount(surroundings, key)
  return asOfficial(url, { account, chainId }, (relayer) =>
    fetchRollTable(relayer, round),
  )
}

/** A file, or a relayer. */
function nameOfSource(csv: string | undefined, { relayer }: RollOptions) {
  const name = csv ?? relayer
  if (name !== undefined) return name
  throw new UsageError(
    'It is not said where the roll is.',
    'Give a CSV file, or --relayer URL.',
  )
}

function describeRoll({ file, plan, shape }: Read): string[] {
  const { emptySeats, encoding, roll } = file
  const { changes, chunks, toSend } = plan
  return [
    `${grouped(roll.length)} seats, ${grouped(emptySeats)} of them empty (${encoding})`,
    `${toSend.length} of ${chunks} chunks to send`,
    `${grouped(changes.length)} published seats change`,
    ...changes
      .slice(0, changesShown)
      .map((change) => describeChange(change, shape)),
    ...(changes.length > changesShown ? ['…'] : []),
  ]
}

function describeChange(
  { from, index, to }: SeatChange,
  shape: RollShape,
): string {
  return `  ${nameSeat(index, shape)}: ${from} → ${to}`
}

function toJson({ file, plan }: Read) {
  const { emptySeats, encoding, roll } = file
  return {
    seats: roll.length,
    emptySeats,
    encoding,
    chunks: plan.chunks,
    chunksToSend: plan.toSend.map(({ chunk }) => chunk),
    changes: plan.changes.map(({ from, index, to }) => ({
      reviewer: index + 1,
      from,
      to,
    })),
  }
}
