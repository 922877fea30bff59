/** `dure verify`: recounts a round from a node, or from an audit bundle. */
import type { Command } from 'commander'
import { type Bundle, packBundle } from '../../verifier/bundle/packBundle.ts'
import { type CheckName, checkNames } from '../../verifier/checkNames.ts'
import { checkRecord } from '../../verifier/checkRecord.ts'
import type { Finding } from '../../verifier/finding.ts'
import { readDocuments } from '../documents/readDocuments.ts'
import { createProgress, type Progress } from '../progress.ts'
import { checkWritable, writeWhole } from '../writeWhole.ts'
import { countNew } from './countNew.ts'
import { describeFindings } from './describeFindings.ts'
import { parseSource, readSource, type RawSource } from './readSource.ts'
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

type RawOptions = RawSource & {
  documents?: string
  save?: string
  json?: true
}

/** What an action tells its caller: whether nothing failed. */
type Verdict = { isGood: boolean }

export function addVerify(
  program: Command,
  stop: AbortSignal,
  conclude: (verdict: Verdict) => void,
): void {
  program
    .command('verify')
    .description(
      'Recount a round from the chain alone, and say what was found.',
    )
    .argument('[bundle]', 'audit bundle to verify in place of a node')
    .option('--rpc <url>', 'the node to read from')
    .option('--round <address>', 'the round')
    .option('--block <n>', 'up to this block (default: the latest)')
    .option('--cache <folder>', 'keeps what was read: the next time goes on')
    .option('--documents <folder>', 'published files, to check their digests')
    .option('--save <file>', 'writes the audit bundle')
    .option('--json', 'prints the findings as JSON')
    .addHelpText('after', examples)
    .action(async (file: string | undefined, raw: RawOptions) => {
      const source = parseSource(file, raw)
      if (raw.save !== undefined) await checkWritable(raw.save)
      const progress = createProgress(process.stderr, stop)
      const read = await readSource(source, progress, stop)
      const bundle = await withDocuments(read, raw.documents)
      const findings = await check(bundle, progress, stop)
      if (raw.save !== undefined)
        await writeWhole(raw.save, await packBundle(bundle))
      console.log(
        raw.json
          ? toJson(bundle.record, findings)
          : describeFindings(bundle.record, findings),
      )
      conclude({
        isGood: findings.every(({ outcome }) => outcome !== 'failed'),
      })
    })
}

function check(
  { documents, record }: Bundle,
  progress: Progress,
  signal: AbortSignal,
): Promise<Finding[]> {
  const given = documents.size > 0 ? { documents } : {}
  return progress.step('checking', checkNames.length, 'checks', (advance) => {
    const count = countNew(advance)
    const onProgress = (at: { check: CheckName }) => {
      count(at.check)
    }
    return checkRecord(record, { ...given, onProgress, signal })
  })
}

/** Those of a folder beside those of the bundle. */
async function withDocuments(
  bundle: Bundle,
  folder: string | undefined,
): Promise<Bundle> {
  if (folder === undefined) return bundle
  const documents = [...bundle.documents, ...(await readDocuments(folder))]
  return { ...bundle, documents: new Map(documents) }
}
