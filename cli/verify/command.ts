/** `dure verify`: recounts a round from a node, or from an audit bundle. */
import type { Command } from 'commander'
import { type Bundle, packBundle } from '../../verifier/bundle/packBundle.ts'
import { withDocuments } from '../documents/withDocuments.ts'
import { blockOption } from '../frame/blockOption.ts'
import { addRoundOptions } from '../frame/options.ts'
import { report } from '../frame/report.ts'
import { openRoundSession } from '../frame/session.ts'
import type { Surroundings } from '../frame/surroundings.ts'
import { createProgress } from '../progress.ts'
import { UsageError } from '../usageError.ts'
import { checkWritable, writeWhole } from '../writeWhole.ts'
import { checkWithProgress } from './checkWithProgress.ts'
import { countFindings, describeFindings } from './describeFindings.ts'
import { readBundle, readNode, type SourceOptions } from './readSource.ts'
import { toJson } from './toJson.ts'

const examples = `
Examples:
  $ dure verify --rpc https://node.example --round 0x1234…
      Reads the whole round from a node and recounts it.
  $ dure verify --rpc https://node.example --round 0x1234… --save round.dure
      Keeps all that was read as one file, the audit bundle.
  $ dure verify round.dure --json
      Recounts from that file, without any network.

Exit codes: 0 nothing failed, 1 a check failed, 2 it could not run.`

type Options = SourceOptions & { documents?: string; save?: string }

export function addVerify(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('verify')
    .description(
      'Recount a round from the chain alone, and say what was found.',
    )
    .argument('[bundle]', 'audit bundle to verify in place of a node')
    .addOption(blockOption())
    .option('--cache <folder>', 'keeps what was read: the next time goes on')
    .option('--documents <folder>', 'published files, to check their digests')
    .option('--save <file>', 'writes the audit bundle')
    .addHelpText('after', examples)
  addRoundOptions(command).action(
    (file: string | undefined, options: Options) => {
      if (file !== undefined) requireNoNode(command)
      return verify(surroundings, file, options)
    },
  )
}

async function verify(
  surroundings: Surroundings,
  file: string | undefined,
  options: Options,
): Promise<void> {
  const { documents, save } = options
  if (save !== undefined) await checkWritable(save)
  const read =
    file === undefined
      ? await readRound(surroundings, options)
      : await readBundle(file)
  const bundle = await withDocuments(read, documents)
  const { err, stop } = surroundings
  const progress = createProgress(err, stop)
  const findings = await checkWithProgress(bundle, progress, stop)
  if (save !== undefined) await writeWhole(save, await packBundle(bundle))
  report(
    { surroundings, options },
    {
      text: describeFindings(bundle.record, findings),
      json: toJson(bundle.record, findings),
    },
  )
  if (countFindings(findings, 'failed') > 0) surroundings.checkFailed()
}

async function readRound(
  surroundings: Surroundings,
  options: SourceOptions,
): Promise<Bundle> {
  if (options.round === undefined)
    throw new UsageError(
      'There is nothing to verify.',
      'Give an audit bundle, or --round ADDRESS, or set DURE_ROUND.',
    )
  return readNode(await openRoundSession(surroundings, options), options)
}

/** Variables of the environment may say so: they are for other commands, too. */
function requireNoNode(command: Command): void {
  const given = ['rpc', 'round', 'block', 'cache'].find(
    (name) => command.getOptionValueSource(name) === 'cli',
  )
  if (given === undefined) return
  throw new UsageError(
    `A bundle and --${given} are two sources.`,
    'Give the file alone, or --rpc and --round.',
  )
}
