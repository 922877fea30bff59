/** `dure rank`: anyone hands in the order that follows from the sums. */
import type { Command } from 'commander'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { roundCall } from '../frame/act.ts'
import {
  type ActOptions,
  addRoundActOptions,
  type RoundOptions,
} from '../frame/options.ts'
import { performInRound } from '../frame/performInRound.ts'
import { openRoundActSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readDraw } from '../../chain/readDraw.ts'
import { readRoundContext } from '../roundContext.ts'
import { readOrders } from '../../chain/opening/readOrders.ts'

const examples = `
Examples:
  $ dure rank --key file:anyone.json
  $ dure rank --dry-run --json --key file:anyone.json`

type Options = RoundOptions & ActOptions

/** How many of each half are shown before the question. */
const shown = 10

export function addRank(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('rank')
    .description('as anyone: hand in the order of the proposals')
    .addHelpText('after', examples)
  addRoundActOptions(command).action((options: Options) =>
    rank(surroundings, options),
  )
}

async function rank(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const session = await openRoundActSession(surroundings, options)
  const { progress, reader, round } = session
  const context = await readRoundContext(reader, round)
  const draw = await readDraw(reader, context)
  const { orders } = await progress.step('sums', draw.n, 'proposals', () =>
    readOrders(reader, { ...context, draw }),
  )
  const [first, second] = orders
  await performInRound(session, {
    title: 'Hand in the ranking',
    facts: [
      ['proposals', String(draw.n)],
      ['best first', begin(first)],
      ...(second.length === 0 ? [] : [['other half', begin(second)] as const]),
    ],
    warning: 'The contract checks it; there is only this one order.',
    calls: [
      roundCall(round, 'rank', [packNumbers(first), packNumbers(second)]),
    ],
    done: 'The ranking stands.',
    json: { first, second },
  })
}

function begin(order: readonly number[]): string {
  const rest = order.length > shown ? ', …' : ''
  return order.slice(0, shown).join(', ') + rest
}
