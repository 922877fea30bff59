/** `dure export`: a round as files for other tools. */
import type { Command } from 'commander'
import { NotDrawnError } from '../../chain/readDraw.ts'
import { writePabulib } from '../../protocol/pabulib/writePabulib.ts'
import type { Bundle } from '../../verifier/bundle/packBundle.ts'
import { packBundle } from '../../verifier/bundle/packBundle.ts'
import { recount } from '../../verifier/recount.ts'
import { withDocuments } from '../documents/withDocuments.ts'
import { blockOption } from '../frame/blockOption.ts'
import { addRoundOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { jsonText } from '../jsonText.ts'
import { UsageError } from '../usageError.ts'
import { readNode, type SourceOptions } from '../verify/readSource.ts'
import { checkWritable, writeWhole } from '../writeWhole.ts'
import { toResults } from './results.ts'
import { toCsv } from './toCsv.ts'
import { toPabulib } from './toPabulib.ts'

const examples = `
Examples:
  $ dure export --bundle round.dure
      All that was read, for \`dure verify round.dure\` without a network.
  $ dure export --csv results.csv --results results.json --pb round.pb
  $ dure export --bundle round.dure --documents published/`

/** Each writes one file. */
const kinds = ['bundle', 'csv', 'results', 'pb'] as const
type Kind = (typeof kinds)[number]

type Options = SourceOptions &
  Partial<Record<Kind, string>> & { documents?: string }

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
  const wanted = kinds.filter((kind) => options[kind] !== undefined)
  if (wanted.length === 0)
    throw new UsageError(
      'It is not said what to export.',
      'Give --bundle, --csv, --results or --pb with the name of a file.',
    )
  for (const kind of wanted) await checkWritable(options[kind] ?? '')
  const session = await openRoundSession(surroundings, options)
  const read = await readNode(session, options)
  const bundle = await withDocuments(read, options.documents)
  const files = await makeFiles(bundle, wanted)
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

/** Nothing is written before all of it is made. */
async function makeFiles(
  bundle: Bundle,
  wanted: readonly Kind[],
): Promise<Map<Kind, string | Uint8Array>> {
  const { record } = bundle
  const facts = await recount(record)
  const results = toResults(facts)
  const { block, chainId, round } = record
  const make: Record<Kind, () => Promise<string | Uint8Array>> = {
    bundle: () => packBundle(bundle),
    csv: () => Promise.resolve(toCsv(results)),
    results: () =>
      Promise.resolve(
        jsonText({
          ...{ round, chainId, block },
          rules: facts.rules,
          proposals: results,
        }),
      ),
    pb() {
      const file = toPabulib(record, facts, results)
      if (!file) throw new NotDrawnError()
      return Promise.resolve(writePabulib(file))
    },
  }
  const files = new Map<Kind, string | Uint8Array>()
  for (const kind of wanted) files.set(kind, await make[kind]())
  return files
}
