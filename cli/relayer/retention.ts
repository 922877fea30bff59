/** `dure relayer retention`: proves, or brings about, that no person is linked to a seat. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { type Address, getAddress } from 'viem'
import type { Finding } from '../../relayer/retention/checkLinks.ts'
import type { Database } from '../../relayer/storage/openDatabase.ts'
import { parseAddress } from '../frame/connect.ts'
import { jsonOption, roundOption } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { UsageError } from '../usageError.ts'
import { withDatabase } from './database.ts'

const examples = `
Examples:
  $ dure relayer retention check --round 0x1234…
  $ dure relayer retention check --round 0x1234… --seek contacts.txt
      Looks for every line of the file in all text of the database.
  $ dure relayer retention delete --round 0x1234…

On the database alone, by DURE_DATA_FOLDER (with the relayer stopped) or
DATABASE_URL. Exit code 1 if something can still link a person to a seat.`

type Options = { round?: string; seek?: string; json?: true }

export function addRetention(
  relayer: Command,
  surroundings: Surroundings,
): void {
  const retention = relayer
    .command('retention')
    .description('contact data, and the link between person and seat')
    .addHelpText('after', examples)
  const acts = [
    [
      'check',
      'count what could still link a person to a seat',
      () => undefined,
    ],
    ['delete', 'delete it now, before its date', deleteAll],
  ] as const
  for (const [name, description, act] of acts)
    retention
      .command(name)
      .description(description)
      .addOption(roundOption())
      .option('--seek <file>', 'contacts, one a line, to look for everywhere')
      .addOption(jsonOption())
      .addHelpText('after', examples)
      .action((options: Options) => tend(surroundings, options, act))
}

async function deleteAll(database: Database, round: Address): Promise<void> {
  const { deleteLinks } = await import('../../relayer/retention/deleteLinks.ts')
  await deleteLinks(database, round)
}

async function tend(
  surroundings: Surroundings,
  options: Options,
  act: (database: Database, round: Address) => unknown,
): Promise<void> {
  const round = getAddress(parseAddress('--round', options.round, 'DURE_ROUND'))
  const words = options.seek === undefined ? [] : await readWords(options.seek)
  const findings = await withDatabase(surroundings, async (database) => {
    await act(database, round)
    return findAll(database, round, words)
  })
  const left = findings.reduce((sum, { count }) => sum + count, 0)
  if (left > 0) surroundings.checkFailed()
  const verdict =
    left === 0
      ? `Nothing links a person to a seat of ${round}.`
      : `${left} values can still link a person to a seat of ${round}.`
  const lines = findings.map(({ count, place }) => `${count}\t${place}`)
  const text = [...lines, verdict].join('\n')
  const json = { round, isGone: left === 0, findings }
  report({ surroundings, options }, { text, json })
}

async function findAll(
  database: Database,
  round: Address,
  words: readonly string[],
): Promise<Finding[]> {
  const { checkLinks, seekWords } =
    await import('../../relayer/retention/checkLinks.ts')
  const links = await checkLinks(database, round)
  const found = words.length > 0 ? await seekWords(database, words) : []
  return [...links, ...found]
}

/** One a line. */
async function readWords(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(
      `Cannot read ${file}.`,
      'Expected a text file of contacts, one a line.',
    )
  })
  const lines = text.split('\n').map((line) => line.trim())
  return [...new Set(lines.filter((line) => line !== ''))]
}
