/** `dure screen`: accepts or refuses named versions of proposals. */
import { Argument, type Command } from 'commander'
import { isAddress, isHash } from 'viem'
import path from 'node:path'
import { type Screening, toScreeningParts } from '../../chain/screening.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { addAsIsOption } from '../documents/options.ts'
import { type LineProblem, readTable, TableError } from '../csv/readTable.ts'
import { toWholeCell } from '../../protocol/csv/parseTable.ts'
import { roundCall } from '../frame/act.ts'
import { parseAddress } from '../frame/connect.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
  toWhole,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped } from '../printing.ts'
import { UsageError } from '../usageError.ts'

const examples = `
Examples:
  $ dure proposals --state pending
  $ dure screen 0x… 1 accept --reason accepted.json --key file:screener.json
  $ dure screen --file decisions.csv --key file:screener.json

The CSV has the columns key,version,accepted,reason: accepted is yes or no,
reason a file beside the CSV, or its sha2-256 digest.`

type Options = RoundOptions &
  ActOptions & { file?: string; reason?: string; asIs?: true }

const columns = [
  { name: 'key', alsoCalled: ['열쇠', '주소'] },
  { name: 'version', alsoCalled: ['판'] },
  { name: 'accepted', alsoCalled: ['수락', '적합'] },
  { name: 'reason', alsoCalled: ['사유'] },
] as const
const answers: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  예: true,
  아니요: false,
  o: true,
  x: false,
}
export function addScreen(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('screen')
    .description('as the screener: accept or refuse versions of proposals')
    .argument('[key]', 'whose proposal')
    .argument('[version]', 'the version that was read', toWhole)
    .addArgument(
      new Argument('[decision]', 'on it').choices(['accept', 'refuse']),
    )
    .option('--reason <file>', 'the published reason')
    .option('--file <csv>', 'many decisions at once')
    .addHelpText('after', examples)
  addRoundActOptions(addAsIsOption(command)).action(
    async (
      key: string | undefined,
      version: number | undefined,
      decision: 'accept' | 'refuse' | undefined,
      options: Options,
    ) => {
      const screenings =
        options.file === undefined
          ? [await readOne(key, version, decision, options)]
          : await readMany(options.file, options)
      await screen(surroundings, screenings, options)
    },
  )
}

async function screen(
  surroundings: Surroundings,
  screenings: readonly Screening[],
  options: Options,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  const accepted = screenings.filter(({ accepted }) => accepted).length
  await performInRound(session, {
    title: 'Decide on proposals',
    facts: [
      ['accepted', grouped(accepted)],
      ['refused', grouped(screenings.length - accepted)],
    ],
    warning:
      'Decisions and reasons stay public; until the roster they can be made anew.',
    calls: toScreeningParts(screenings).map((part) =>
      roundCall(session.round, 'screen', [part]),
    ),
    done: `${grouped(screenings.length)} decisions are recorded.`,
    json: { screenings },
  })
}

async function readOne(
  key: string | undefined,
  version: number | undefined,
  decision: 'accept' | 'refuse' | undefined,
  { asIs, reason }: Options,
): Promise<Screening> {
  if (version === undefined || decision === undefined || reason === undefined)
    throw new UsageError(
      'The decision is not complete.',
      'Give KEY VERSION accept|refuse and --reason FILE, or --file CSV.',
    )
  return {
    key: parseAddress('KEY', key, 'it as the first argument'),
    version,
    accepted: decision === 'accept',
    reason: await digestDocument(reason, { asIs }),
  }
}

async function readMany(
  file: string,
  options: Pick<Options, 'asIs'>,
): Promise<Screening[]> {
  const { rows } = await readTable(file, columns)
  const problems: LineProblem[] = []
  const screenings: Screening[] = []
  for (const { cells, line } of rows) {
    const { key } = cells
    const version = toWholeCell(cells.version)
    const accepted = answers[cells.accepted.toLowerCase()]
    const note = (problem: string) => problems.push({ line, problem })
    if (!isAddress(key)) note(`"${key}" is no key.`)
    else if (version === undefined) note(`"${cells.version}" is no version.`)
    else if (accepted === undefined)
      note(`"${cells.accepted}" is no decision; expected yes or no.`)
    else
      await readReason(file, cells.reason, options).then(
        (reason) => screenings.push({ key, version, accepted, reason }),
        (error: unknown) => note(messageOf(error)),
      )
  }
  if (problems.length > 0) throw new TableError({ file, problems })
  return screenings
}

/** A file beside the table, or the digest itself. */
export async function readReason(
  table: string,
  text: string,
  { asIs }: Pick<Options, 'asIs'>,
): Promise<`0x${string}`> {
  if (isHash(text)) return text
  const place = path.resolve(path.dirname(table), text)
  return digestDocument(place, { asIs })
}

export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0] ?? message
}
