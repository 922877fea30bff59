/** `dure roll compare`: whether the published roll has the keys that were enrolled. */
import type { Command } from 'commander'
import {
  addRoundOptions,
  keyOption,
  type RoundOptions,
} from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { readAccount } from '../keys/readAccount.ts'
import { renderTable } from '../printing.ts'
import { asOfficial } from '../relayer/asOfficial.ts'
import { fetchRollDifferences } from '../relayer/fetchRoll.ts'
import { relayerOption } from '../relayer/relayerOption.ts'
import { requireRelayer } from '../relayer/requireRelayer.ts'

const examples = `
Examples:
  $ dure roll compare --relayer https://relayer.example --key file:registrar.json

Exit code 1 if a part of the roll is not published, or has another key.`

type Options = RoundOptions & { relayer?: string; key?: string }
type Comparison = Awaited<ReturnType<typeof fetchRollDifferences>>

export function addCompare(roll: Command, surroundings: Surroundings): void {
  const command = roll
    .command('compare')
    .description('as the registrar: compare it with the enrolled keys')
    .addOption(relayerOption())
    .addOption(keyOption())
    .addHelpText('after', examples)
  addRoundOptions(command).action((options: Options) =>
    compare(surroundings, options),
  )
}

async function compare(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const url = requireRelayer(options.relayer)
  const session = await openRoundSession(surroundings, options)
  const account = await readAccount(surroundings, options.key)
  const { chainId, round } = session
  const found = await asOfficial(url, { account, chainId }, (relayer) =>
    fetchRollDifferences(relayer, round),
  )
  const isGood = found.isPublished && found.differences.length === 0
  if (!isGood) surroundings.checkFailed()
  report(session, {
    text: describeComparison(found),
    json: { round, isGood, ...found },
  })
}

function describeComparison({ differences, isPublished }: Comparison): string {
  const columns = [
    { heading: 'reviewer', align: 'right' },
    { heading: 'enrolled' },
    { heading: 'published' },
  ] as const
  const rows = differences.map(({ enrolled, published, reviewer }) => [
    ...[String(reviewer), enrolled ?? 'nobody', published ?? 'nobody'],
  ])
  return [
    isPublished
      ? 'The whole roll is published.'
      : 'The roll is not wholly published.',
    rows.length === 0
      ? 'It has the keys that were enrolled.'
      : renderTable(columns, rows),
  ].join('\n')
}
