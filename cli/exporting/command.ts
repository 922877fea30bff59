/** `dure export`: a round as files for other tools. */
import type { Command } from 'commander'
import {
  type ExportKind,
  exportKinds,
  makeExports,
} from '../../verifier/exporting/makeExports.ts'
import { withDocuments } from '../documents/withDocuments.ts'
import { blockOption } from '../frame/blockOption.ts'
import { addRoundOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { UsageError } from '../usageError.ts'
import { readNode, type SourceOptions } from '../verify/readSource.ts'
import { checkWritable, writeWhole } from '../writeWhole.ts'

const examples = `
Examples:
  $ dure export --bundle round.dure
      All that was read, for \`dure verify round.dure\` without a network.
  $ dure export --csv results.csv --results results.json --pb round.pb
  $ dure export --bundle round.dure --documents published/`

type Options = SourceOptions &
  Partial<Record<ExportKind, string>> & { documents?: string }

export function addExport(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('export')
    .description('a round as an audit bundle, CSV, JSON or Pabulib .pb file')
    .option('--bundle <file>', 'the audit bundle: all that was read')
    .option('--csv <file>', 'proposals and results as a table')
    .option('--results <file>', 'the same as JSON')
    .option('--pb <file>', 'counted ballots and results in Pabulib’s format')
    .option('--documents <folder>', 'published documents for the bundle')
    .addOption(blockOption())
    .option('--cache <folder>', 'keeps what was read: the next time goes on')
    .addHelpText('after', examples)
  addRoundOptions(command).action((options: Options) =>
    exportRound(surroundings, options),
  )
}

async function exportRound(
  surroundings: Surroundings,
  options: Options,
): Promise<void> {
  const wanted = exportKinds.filter((kind) => options[kind] !== undefined)
  if (wanted.length === 0)
    throw new UsageError(
      'It is not said what to export.',
      'Give --bundle, --csv, --results or --pb with the name of a file.',
    )
  for (const kind of wanted) await checkWritable(options[kind] ?? '')
  const session = await openRoundSession(surroundings, options)
  const read = await readNode(session, options)
  const bundle = await withDocuments(read, options.documents)
  // Nothing is written before all of it is made.
  const files = await makeExports(bundle, wanted)
  for (const [kind, content] of files)
    await writeWhole(options[kind] ?? '', content)
  const { block, round } = bundle.record
  report(session, {
    text: [
      ...wanted.map((kind) => `${options[kind] ?? ''} is written.`),
      `Read at block ${block.number}, ${block.hash}.`,
    ].join('\n'),
    json: {
      round,
      block: { number: block.number, hash: block.hash },
      files: Object.fromEntries(wanted.map((kind) => [kind, options[kind]])),
    },
  })
}
