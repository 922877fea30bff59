/** `dure receipt`: what became of a reviewer's ballots, from the chain alone. */
import type { Command } from 'commander'
import { explainBallot } from '../../verifier/explainBallot.ts'
import { readRecord } from '../../verifier/read/readRecord.ts'
import { findReviewer } from '../casting/findReviewer.ts'
import { accountOf, type ReviewerOptions } from '../casting/list.ts'
import { addRoundOptions, keyOption } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession, type RoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { openRecordCache } from '../recordCache.ts'
import { readRoundContext } from '../roundContext.ts'
import { describeSeat } from './describeSeat.ts'
import { readNamedBallot, stands } from './namedBallot.ts'

const examples = `
Examples:
  $ dure receipt 17
  $ dure receipt 0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC
  $ dure receipt --ballot dure-0x1234abcd-17-v2-9f86d081.json
      Says whether just that ballot is recorded, and counted.

Exit code 1: the ballot of --ballot is not recorded, or was replaced.`

type Options = ReviewerOptions & { ballot?: string; cache?: string }

export function addReceipt(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('receipt')
    .description('was my score counted? From the chain alone')
    .argument('[reviewer]', 'number or key of the reviewer (default: of --key)')
    .option('--ballot <file>', 'a sealed ballot, or the own copy of it')
    .option('--cache <folder>', 'keeps what was read: the next time goes on')
    .addOption(keyOption())
    .addHelpText('after', examples)
  addRoundOptions(command).action(
    (reviewer: string | undefined, options: Options) =>
      showReceipt(surroundings, reviewer, options),
  )
}

async function showReceipt(
  surroundings: Surroundings,
  text: string | undefined,
  options: Options,
): Promise<void> {
  const session = await openRoundSession(surroundings, options)
  const context = await readRoundContext(session.reader, session.round)
  const { ballot } = options
  const named =
    ballot === undefined ? undefined : await readNamedBallot(ballot, context)
  const account = await accountOf(surroundings, text, options)
  const who = { text: named ? String(named.reviewer) : text, account }
  const { reviewer } = await findReviewer(session.reader, context, who)
  const record = await read(session, options)
  const seats = await explainBallot(record, { reviewer })
  const isThere =
    named === undefined || (await stands(session.reader, context, named, seats))
  if (!isThere) surroundings.checkFailed()
  const { block } = record
  report(session, {
    text: [
      ...seats.map((seat) => describeSeat(seat, surroundings.now())),
      ...(isThere
        ? []
        : ['The ballot of the file is not the one that counts.']),
      `Read at block ${block.number}, ${block.hash}.`,
    ].join('\n'),
    json: {
      round: session.round,
      block: { number: block.number, hash: block.hash },
      isThere,
      seats,
    },
  })
}

function read(
  { progress, reader, round, surroundings }: RoundSession,
  { cache }: Options,
) {
  const { stop: signal } = surroundings
  return progress.step('reading', 1, 'round', () =>
    readRecord(reader, {
      ...{ round, signal },
      ...(cache === undefined ? {} : { cache: openRecordCache(cache) }),
    }),
  )
}
