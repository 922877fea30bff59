/** `dure open`: anyone decrypts the ballots and has the contract count them. */
import type { Command } from 'commander'
import type { TransactionReceipt } from 'viem'
import { countOpened, toOpenPagesArgs } from '../../chain/openPages.ts'
import { readRound } from '../../chain/readRound.ts'
import { perform, roundCall, toJsonTransactions } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundActSession, type RoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped } from '../printing.ts'
import { readRoundContext } from '../roundContext.ts'
import { openByKey } from './openByKey.ts'
import { openOwn, printSignedOpenings } from './openOwn.ts'
import type { PlannedOpening } from '../../chain/opening/planOpeningByKey.ts'

const examples = `
Examples:
  $ dure open --key file:anyone.json
      Opens every page with the trustees' shares; run again, it goes on.
  $ dure open --own dure-0x1234abcd-17-v2-9f86d081.json --key file:reviewer.json
      Where the key never came: opens the own ballot by a signature.
  $ dure open --own mine.json --sign-only --key file:reviewer.json > signed.json
  $ dure open --own signed-17.json signed-18.json --key file:anyone.json`

export type OpenOptions = RoundOptions &
  ActOptions & { own?: string[]; signOnly?: true }

export function addOpen(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('open')
    .description('as anyone: decrypt the ballots and have them counted')
    .option(
      '--own <file...>',
      'own copies or signed openings, where the key never came',
    )
    .option('--sign-only', 'with --own: print the signed opening, send nothing')
    .addHelpText('after', examples)
  addRoundActOptions(command).action((options: OpenOptions) =>
    open(surroundings, options),
  )
}

async function open(
  surroundings: Surroundings,
  options: OpenOptions,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  const context = await readRoundContext(session.reader, session.round)
  const { own } = options
  if (own !== undefined && options.signOnly)
    await printSignedOpenings(session, context, own, options)
  else {
    const planned =
      own === undefined
        ? await openByKey(session, context)
        : await openOwn(session, context, own, options)
    await sendOpenings(session, planned)
  }
}

async function sendOpenings(
  session: RoundActSession,
  { groups, unreadable }: PlannedOpening,
): Promise<void> {
  const { round } = session
  const parts = groups.flat()
  const ballots = parts.reduce((sum, { opened }) => sum + opened, 0)
  const pages = new Set(parts.map(({ number }) => number)).size
  const receipts = await perform(session, {
    title: 'Open ballots',
    facts: [
      ['round', round],
      ['ballots', `${grouped(ballots)} in ${grouped(pages)} pages`],
    ],
    warning: 'Opened scores are public for good.',
    calls: groups.map((group) =>
      roundCall(round, 'openPages', toOpenPagesArgs(group)),
    ),
  })
  await reportOpened(session, receipts, { ballots, unreadable })
}

async function reportOpened(
  session: RoundActSession,
  receipts: readonly TransactionReceipt[],
  { ballots, unreadable }: { ballots: number; unreadable: number },
): Promise<void> {
  const { options, reader, round } = session
  const counts = receipts.map(countOpened)
  const counted = counts.reduce((sum, one) => sum + one.counted, 0)
  const spoiled = counts.reduce((sum, one) => sum + one.spoiled, 0)
  const call = { round, functionName: 'ballotCounts', args: [] } as const
  const [, cast, settled] = await readRound(reader, call)
  const isDryRun = options.dryRun === true
  report(session, {
    text: [
      ballots === 0
        ? 'There is nothing to open any more.'
        : `${grouped(counted)} ballots counted, ${grouped(spoiled)} spoiled; replaced versions are passed over.`,
      ...(unreadable === 0
        ? []
        : [
            `${grouped(unreadable)} do not open to what was sealed: their reviewers sealed something else.`,
          ]),
      `In all: ${grouped(settled)} of ${grouped(cast)} reviewers who cast.`,
    ].join('\n'),
    json: {
      ...{ round, ballots, counted, spoiled, unreadable },
      ...{ reviewersCast: Number(cast), settled: Number(settled) },
      isDryRun,
      transactions: toJsonTransactions(receipts),
    },
  })
}
