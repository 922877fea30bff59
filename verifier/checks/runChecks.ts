/** Runs checks one after the other and tells what each of them found. */
import type { CheckName } from '../checkNames.ts'
import type { Finding } from '../finding.ts'
import { readHistory } from '../history/history.ts'
import { startProgress } from '../history/phaseAt.ts'
import { lower } from '../isSame.ts'
import type { RoundRecord } from '../record.ts'
import { andMore, becauseOf, couldNotRun } from '../sentences/sentences.ts'
import { domainSeparator } from '../../protocol/typedData.ts'
import type { Check, CheckContext, Problem, Report } from './check.ts'
import { type Facts, startFacts } from './facts.ts'

export type RunOptions = {
  /** Documents by their sha2-256 digest, as they were published. */
  documents?: ReadonlyMap<string, Uint8Array>
  onProgress?: (progress: CheckProgress) => void
  signal?: AbortSignal
}

export type CheckProgress = { check: CheckName; done: number; total: number }

/** More of a kind are only counted. */
const mostFindings = 20
/** Others get a turn after so many steps of a long check. */
const stepsPerTurn = 64

export async function runChecks(
  record: RoundRecord,
  checks: readonly Check[],
  options: RunOptions = {},
): Promise<{ findings: Finding[]; facts: Facts }> {
  const { chainId, round } = record
  const separator = domainSeparator({ chainId: BigInt(chainId), round })
  const facts = startFacts(separator, startProgress())
  const history = readHistory(record)
  const documents = options.documents && byLowerDigest(options.documents)
  const broken = new Set<CheckName>()
  const findings: Finding[] = []
  for (const check of checks) {
    const step = makeStep(check.name, options)
    await step(0, 1)
    const context = { record, history, facts, broken, documents, step }
    const report = await runCheck(check, context, options.signal)
    Object.assign(facts, report?.facts)
    findings.push(...conclude(check, report, broken))
  }
  return { findings, facts }
}

/** A record broken enough to stop a check must not stop the others. */
async function runCheck(
  check: Check,
  context: CheckContext,
  signal: AbortSignal | undefined,
): Promise<Report | undefined> {
  try {
    return await check.run(context)
  } catch (error) {
    signal?.throwIfAborted()
    return { ...failedReport(check.name, error) }
  }
}

function failedReport(name: CheckName, error: unknown): Report {
  const sentence = couldNotRun(name)
  const actual = error instanceof Error ? error.message : String(error)
  const failures = [{ where: {}, actual, sentence }]
  return { outcome: 'passed', sentence, failures }
}

/** A failure that follows from an earlier one says nothing new. */
function conclude(
  { name, needs }: Check,
  report: Report | undefined,
  broken: Set<CheckName>,
): Finding[] {
  const {
    failures = [],
    notes = [],
    outcome,
    sentence,
  } = report ?? {
    outcome: 'skipped',
    sentence: couldNotRun(name),
  }
  const noted = limit(notes, 'noted', name)
  const isRight = failures.length === 0 && outcome === 'passed'
  if (isRight) return [{ check: name, outcome, sentence }, ...noted]
  const cause = needs.find((need) => broken.has(need))
  if (cause || failures.length > 0) broken.add(name)
  if (cause)
    return [
      { check: name, outcome: 'skipped', sentence: becauseOf(name, cause) },
    ]
  if (failures.length > 0) return [...limit(failures, 'failed', name), ...noted]
  return [{ check: name, outcome, sentence }, ...noted]
}

function limit(
  problems: readonly Problem[],
  outcome: 'failed' | 'noted',
  check: CheckName,
): Finding[] {
  const findings = problems
    .slice(0, mostFindings)
    .map((problem): Finding => ({ check, outcome, ...problem }))
  const rest = problems.length - findings.length
  if (rest > 0) findings.push({ check, outcome, sentence: andMore(rest) })
  return findings
}

function makeStep(
  check: CheckName,
  { onProgress, signal }: RunOptions,
): CheckContext['step'] {
  let steps = 0
  return async (done, total) => {
    if (steps++ % stepsPerTurn !== 0) return
    signal?.throwIfAborted()
    onProgress?.({ check, done, total })
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function byLowerDigest(documents: ReadonlyMap<string, Uint8Array>) {
  return new Map(
    [...documents].map(([digest, bytes]) => [
      lower(digest as `0x${string}`),
      bytes,
    ]),
  )
}
