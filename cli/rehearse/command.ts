/** `dure rehearse`: a whole round on a chain inside this process. */
import type { Command } from 'commander'
import { packBundle } from '../../verifier/bundle/packBundle.ts'
import { jsonText } from '../../protocol/jsonText.ts'
import { createProgress, type Progress } from '../progress.ts'
import { checkWritable, writeWhole } from '../writeWhole.ts'
import type { Audit } from './auditRound.ts'
import type { Receipts } from './castThroughRelayer.ts'
import { describeAudit, describeReceipts } from './describeTotals.ts'
import { describeFile } from './describeFile.ts'
import { describeSimulation } from './describeSimulation.ts'
import { compareWithOfficial } from './official.ts'
import {
  parseOptions,
  type FileOptions,
  type RawOptions,
  type SimulationOptions,
} from './options.ts'
import type { Plan } from './plan.ts'
import { planFile } from './planFile.ts'
import { planSimulation } from './planSimulation.ts'
import { measureQuality } from './quality.ts'
import { readPabulibFile } from './readPabulibFile.ts'
import type { Prepared, Rehearsed as Played } from './rehearse.ts'
import { isSound } from './isSound.ts'
import { toJsonReport } from './toJsonReport.ts'

const examples = `
Examples:
  $ dure rehearse election.pb
      Runs a Pabulib election as a round and compares the results.
  $ dure rehearse election.pb --trustees 2/3 --json result.json
  $ dure rehearse --communities 872 --seats 10 --list 10 --fund 450
      Runs a round of this size with simulated reviewers.
  $ dure rehearse --communities 40 --seats 5 --list 6 --fund 20 --turnout 80% --seed 7
  $ dure rehearse election.pb --bundle round.dure && dure verify round.dure
  $ dure rehearse --communities 40 --seats 5 --list 6 --fund 20 --relayer
      Hands the ballots in at a relayer over HTTP, and counts kept receipts.

Exit codes: 0 all is equal and no check of the verifier failed, 1 something
differs or failed, 2 the rehearsal could not run.`

/** With a relayer's receipts where there was one. */
type Rehearsed = Played & { receipts: Receipts | undefined }

/** What an action tells its caller: whether everything came out as it should. */
type Verdict = { isGood: boolean }

export function addRehearse(
  program: Command,
  stop: AbortSignal,
  conclude: (verdict: Verdict) => void,
): void {
  program
    .command('rehearse')
    .description(
      'Rehearse a whole round on a chain inside this process, from the registration to the confirmed ranking.',
    )
    .argument('[file]', 'election in Pabulib format (.pb)')
    .option('--communities <n>', 'applicant communities of a simulated round')
    .option('--seats <n>', 'reviewers of each community')
    .option('--list <n>', 'proposals drawn for each reviewer')
    .option('--fund <n>', 'proposals to recommend')
    .option('--turnout <part>', 'reviewers who cast: 0.8 or 80% (default: 1)')
    .option(
      '--trustees <t/n>',
      't of n trustees open (default: 1/1, simulated 3/5)',
    )
    .option('--seed <text>', 'repeats a rehearsal (default: random)')
    .option('--json <file>', 'writes the result as JSON')
    .option('--relayer', 'casts through a relayer, which is started for it')
    .option('--bundle <file>', 'writes the audit bundle, for `dure verify`')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, raw: RawOptions) => {
      const options = parseOptions(file, raw)
      for (const target of [options.json, options.bundle])
        if (target !== undefined) await checkWritable(target)
      const progress = createProgress(process.stderr, stop)
      conclude(
        options.kind === 'file'
          ? await rehearseFile(options, progress)
          : await rehearseSimulation(options, progress),
      )
    })
}

async function rehearseFile(
  options: FileOptions,
  progress: Progress,
): Promise<Verdict> {
  const { bundle, file, json, seed, trustees } = options
  const election = await readPabulibFile(file)
  const plan = planFile(file, election, trustees)
  const rehearsed = await run(plan, options, progress)
  const { rehearsal } = rehearsed
  const comparison = compareWithOfficial(election, rehearsal.proposals)
  console.log(describeFile(rehearsal, comparison, election))
  describeRest(rehearsed)
  const { decimals } = election
  const result = { title: plan.title, seed, ...rehearsed, comparison, decimals }
  await save(json, { ...result, seconds: progress.seconds })
  await saveBundle(bundle, rehearsed.audit)
  return { isGood: comparison.isEqual && isSound(rehearsed) }
}

async function rehearseSimulation(
  options: SimulationOptions,
  progress: Progress,
): Promise<Verdict> {
  const { bundle, json, seed, simulation } = options
  const plan = planSimulation(simulation)
  const rehearsed = await run(plan, options, progress)
  const { rehearsal } = rehearsed
  const quality = measureQuality(rehearsal, plan.qualities)
  console.log(describeSimulation(rehearsal, quality))
  describeRest(rehearsed)
  const result = { title: plan.title, seed, ...rehearsed, quality }
  await save(json, { ...result, seconds: progress.seconds })
  await saveBundle(bundle, rehearsed.audit)
  return { isGood: isSound(rehearsed) }
}

async function run(
  plan: Plan,
  { relayer, seed }: Pick<FileOptions, 'relayer' | 'seed'>,
  progress: Progress,
): Promise<Rehearsed> {
  console.log(`${plan.title}. Seed: ${seed}.`)
  for (const note of plan.notes) console.log(note)
  // Hardhat takes a second to load: not for --help, nor to refuse a file.
  const { rehearse } = await import('./rehearse.ts')
  let receipts: Receipts | undefined
  const cast = async (prepared: Prepared) => {
    const { castByRelayer } = await import('./castByRelayer.ts')
    receipts = await castByRelayer(prepared)
  }
  const ways = relayer ? cast : undefined
  const played = await rehearse(plan, seed, progress, ways)
  console.log()
  return { ...played, receipts }
}

function describeRest({ audit, receipts }: Rehearsed): void {
  if (receipts) console.log(describeReceipts(receipts))
  console.log(describeAudit(audit))
}

async function save(
  json: string | undefined,
  result: Parameters<typeof toJsonReport>[0],
): Promise<void> {
  if (json !== undefined) await writeWhole(json, jsonText(toJsonReport(result)))
}

async function saveBundle(
  file: string | undefined,
  { bundle }: Audit,
): Promise<void> {
  if (file !== undefined) await writeWhole(file, await packBundle(bundle))
}
