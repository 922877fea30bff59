/** `dure relayer cost`: what a round of this size costs at this price of gas. */
import { type Command, InvalidArgumentError } from 'commander'
import { parseGwei } from 'viem'
import { jsonOption, toWhole } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { grouped, renderTable } from '../printing.ts'
import { parseTrustees } from '../rehearse/options.ts'
import type { PlannedTrustees } from '../rehearse/plan.ts'
import { costOfRound, type RoundCost } from '../../protocol/costOfRound.ts'

const examples = `
Examples:
  $ dure relayer cost --ballots 8720 --gwei 0.05 --price 2500
  $ dure relayer cost --ballots 8720 --gwei 20 --acts 872 --trustees 2/3

Measured by \`npm run bench\` (pages of 400, 872 proposals; an act by
.gas-snapshot): smaller pages cost more a ballot, fewer proposals less for draw
and ranking. A chain that posts its data on another charges that besides.`

const usual: PlannedTrustees = { threshold: 3, count: 5 }

type Options = {
  ballots: number
  gwei: bigint
  price?: number
  seats?: number
  acts: number
  proposals?: number
  trustees: PlannedTrustees
  json?: true
}

export function addCost(relayer: Command, surroundings: Surroundings): void {
  relayer
    .command('cost')
    .description('what a round costs, by measured gas')
    .requiredOption('--ballots <n>', 'ballots that are cast', toWhole)
    .requiredOption('--gwei <price>', 'price of a unit of gas', toWei)
    .option('--price <amount>', 'of one ETH, in your currency', toAmount)
    .option('--seats <n>', 'keys on the roll (default: as ballots)', toWhole)
    .option('--acts <n>', 'signed proposals and objections', toWhole, 0)
    .option('--proposals <n>', 'on the roster (default: as acts)', toWhole)
    .option('--trustees <t/n>', 't of n open', parseTrustees, usual)
    .addOption(jsonOption())
    .addHelpText('after', examples)
    .action((options: Options) => {
      const { acts, ballots, gwei: price, trustees } = options
      const { proposals = acts, seats = ballots } = options
      const size = { acts, ballots, proposals, seats, trustees }
      const cost = costOfRound({ ...size, price })
      const text = describeCost(cost, options.price)
      report({ surroundings, options }, { text, json: cost })
    })
}

function describeCost({ relayer, rows }: RoundCost, price?: number): string {
  const columns = [
    { heading: 'what' },
    { heading: 'who pays' },
    { heading: 'gas', align: 'right' },
    { heading: 'ETH', align: 'right' },
    ...(price === undefined
      ? []
      : [{ heading: 'price', align: 'right' } as const]),
  ] as const
  const lines = [
    ...rows,
    { what: 'a relayer that does what anyone may', who: '', ...relayer },
  ]
  return renderTable(
    columns,
    lines.map(({ eth, gas, what, who }) => [
      ...[what, who, grouped(gas), Number(eth).toFixed(6)],
      ...(price === undefined ? [] : [inCurrency(Number(eth) * price)]),
    ]),
  )
}

function inCurrency(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

function toWei(text: string): bigint {
  if (/^\d{1,6}(\.\d{1,9})?$/.test(text)) return parseGwei(text)
  throw new InvalidArgumentError('Expected gwei, such as 0.05 or 20.')
}

function toAmount(text: string): number {
  if (/^\d{1,12}(\.\d{1,6})?$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected an amount, such as 2500.')
}
