/** `dure list`: the proposals drawn for a reviewer. */
import type { Command } from 'commander'
import {
  keyOption,
  addRoundOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readAccount } from '../keys/readAccount.ts'
import { renderTable } from '../printing.ts'
import { readRoundContext } from '../roundContext.ts'
import { findReviewer } from './findReviewer.ts'
import { readListed } from './readListed.ts'
import { describeOrder, readSeat } from './readSeat.ts'

const examples = `
Examples:
  $ dure list 17
  $ dure list 0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC
  $ dure list --key file:reviewer.json --json`

export type ReviewerOptions = RoundOptions & { key?: string }

const columns = [
  { heading: 'place', align: 'right' },
  { heading: 'proposal', align: 'right' },
  { heading: 'category', align: 'right' },
  { heading: 'asks for', align: 'right' },
  { heading: 'key' },
] as const

export function addList(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('list')
    .description(
      'the proposals drawn for a reviewer, in the order of the scores',
    )
    .argument('[reviewer]', 'number or key of the reviewer (default: of --key)')
    .addOption(keyOption())
    .addHelpText('after', examples)
  addRoundOptions(command).action(
    (reviewer: string | undefined, options: ReviewerOptions) =>
      showList(surroundings, reviewer, options),
  )
}

async function showList(
  surroundings: Surroundings,
  text: string | undefined,
  options: ReviewerOptions,
): Promise<void> {
  const session = await openRoundSession(surroundings, options)
  const { reader, round } = session
  const context = await readRoundContext(reader, round)
  const account = await accountOf(surroundings, text, options)
  const found = await findReviewer(reader, context, { text, account })
  const seat = await readSeat(reader, context, found)
  const listed = await readListed(reader, context, seat.list)
  const { ballotLimit, maxScore, weights } = context.rules
  const scores = { criteria: weights.length, maxScore, weights }
  report(session, {
    text: [
      `Reviewer ${seat.reviewer}, key ${seat.key}`,
      `Versions cast: ${seat.lastVersion} of ${ballotLimit}`,
      renderTable(columns, listed.map(toCells)),
      `Scores from 0 (no opinion) to ${maxScore}: ${describeOrder(seat.list, weights.length)}`,
    ].join('\n'),
    json: { round, ...seat, ballotLimit, scores, proposals: listed },
  })
}

/** Without a reviewer named, whose key it is. */
export async function accountOf(
  surroundings: Surroundings,
  text: string | undefined,
  { key }: Pick<ReviewerOptions, 'key'>,
) {
  if (text !== undefined || key === undefined) return undefined
  return (await readAccount(surroundings, key)).address
}

function toCells(
  {
    ask,
    category,
    key,
    number,
  }: Awaited<ReturnType<typeof readListed>>[number],
  index: number,
): string[] {
  if (number === 0) return [String(index + 1), '–', '', '', 'the blank card']
  return [String(index + 1), String(number), String(category), String(ask), key]
}
