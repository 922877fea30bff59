/** `dure confirm`: the committee confirms the ranking, or departs with reasons. */
import type { Command } from 'commander'
import { readRound } from '../../chain/readRound.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { addAsIsOption } from '../documents/options.ts'
import { type LineProblem, readTable, TableError } from '../csv/readTable.ts'
import { toWholeCell } from '../../protocol/csv/parseTable.ts'
import { departureColumns } from '../../protocol/departuresTable.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { messageOf, readReason } from '../documents/readReason.ts'

const examples = `
Examples:
  $ dure confirm --record minutes.json --key file:committee.json
  $ dure confirm --record minutes.json --departures departures.csv --key file:committee.json

The CSV has the columns removed,added,reason: numbers of proposals (added 0:
nobody takes the place), and a file beside the CSV or its sha2-256 digest.`

type Options = RoundOptions &
  ActOptions & { record: string; departures?: string; asIs?: true }

type Departure = { removed: number; added: number; reason: `0x${string}` }

export function addConfirm(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('confirm')
    .description('as the committee: confirm the ranking')
    .requiredOption('--record <file>', 'the published record of the decision')
    .option('--departures <csv>', 'places in which the ranking is not followed')
    .addHelpText('after', examples)
  addRoundActOptions(addAsIsOption(command)).action((options: Options) =>
    confirm(surroundings, options),
  )
}

async function confirm(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const { record } = options
  const digest = await digestDocument(record, options)
  const departures =
    options.departures === undefined
      ? []
      : await readDepartures(options.departures, options)
  const session = await openRoundActSession(surroundings, options)
  const { reader, round } = session
  const call = { round, functionName: 'objectionCounts', args: [] } as const
  const [objections, answered] = await readRound(reader, call)
  await performInRound(session, {
    title: 'Confirm the result',
    facts: [
      ['record', `${record}, sha2-256 ${digest}`],
      ['objections', `${objections}, ${objections - answered} unanswered`],
      ...departures.map(
        ({ added, removed }) =>
          ['departure', `${removed} out, ${added || 'nobody'} in`] as const,
      ),
    ],
    warning:
      departures.length === 0
        ? 'The result is as ranked, and final.'
        : 'The result departs from the ranking, and is final.',
    calls: [roundCall(round, 'confirm', [departures, digest])],
    done: 'The result is confirmed.',
    json: { departures, record: digest },
  })
}

async function readDepartures(
  file: string,
  options: Pick<Options, 'asIs'>,
): Promise<Departure[]> {
  const { rows } = await readTable(file, departureColumns)
  const problems: LineProblem[] = []
  const departures: Departure[] = []
  for (const { cells, line } of rows) {
    const removed = toWholeCell(cells.removed)
    const added = toWholeCell(cells.added)
    if (removed === undefined || added === undefined) {
      const problem = 'Expected the numbers of two proposals.'
      problems.push({ line, problem })
    } else
      await readReason(file, cells.reason, options).then(
        (reason) => departures.push({ removed, added, reason }),
        (error: unknown) => problems.push({ line, problem: messageOf(error) }),
      )
  }
  if (problems.length > 0) throw new TableError({ file, problems })
  return departures
}
