/** `dure freeze`: makes rules, roster, roll, keys and times final. */
import type { Command } from 'commander'
import { getBlock } from 'viem/actions'
import { digestDocument } from '../documents/digestFile.ts'
import { addAsIsOption } from '../documents/options.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
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
import { renderRows } from '../printing.ts'
import { BaseError } from '../../protocol/errors.ts'
import { UsageError } from '../usageError.ts'
import { checkReadiness, type Point } from './readiness.ts'

const examples = `
Examples:
  $ dure freeze --check
      Says what is missing; exit code 1 if something is.
  $ dure freeze --notice notice.json --key file:admin.json`

type Options = RoundOptions &
  ActOptions & { notice?: string; check?: true; asIs?: true }

export function addFreeze(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('freeze')
    .description('as the admin: make rules, roster, roll, keys and times final')
    .option('--notice <file>', 'the published notice; its digest goes on chain')
    .option('--check', 'only say what is missing')
    .addHelpText('after', examples)
  addRoundActOptions(addAsIsOption(command)).action((options: Options) =>
    options.check
      ? checkOnly(surroundings, options)
      : freeze(surroundings, options),
  )
}

async function checkOnly(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const session = await openRoundSession(surroundings, options)
  const points = await readPoints(session)
  const isGood = points.every(({ isReady }) => isReady)
  if (!isGood) surroundings.checkFailed()
  const { round } = session
  report(session, {
    text: describePoints(points),
    json: { round, isGood, points },
  })
}

async function freeze(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const { asIs, notice } = options
  if (notice === undefined)
    throw new UsageError(
      'The notice is missing.',
      'Give --notice FILE, or --check to see what else is missing.',
    )
  const digest = await digestDocument(notice, { asIs })
  const session = await openRoundActSession(surroundings, options)
  const points = await readPoints(session)
  if (points.some(({ isReady }) => !isReady))
    throw new NotReadyError({ points })
  await performInRound(session, {
    title: 'Freeze the round',
    facts: [
      ...points.map(({ name, state }) => [name, state] as const),
      ['announced by', `${notice}, sha2-256 ${digest}`],
    ],
    warning: 'Nobody can change any of it afterwards.',
    calls: [roundCall(session.round, 'freeze', [digest])],
    done: 'The round is frozen; the draw follows its fixed block.',
  })
}

async function readPoints({ reader, round }: RoundSession): Promise<Point[]> {
  const { timestamp } = await getBlock(reader)
  return checkReadiness(reader, round, Number(timestamp))
}

function describePoints(points: readonly Point[]): string {
  const rows = points.map(({ advice, isReady, name, state }) => [
    isReady ? '✓' : '✗',
    name,
    isReady ? state : `${state}. ${advice}`,
  ])
  return renderRows([{}, {}, {}], rows)
}

export class NotReadyError extends BaseError {
  override name = 'NotReadyError'
  readonly points: readonly Point[]

  constructor({ points }: { points: readonly Point[] }) {
    super('The round is not ready to be frozen.', {
      metaMessages: describePoints(points).split('\n'),
    })
    this.points = points
  }
}
