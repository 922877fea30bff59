/** Reads the file of a round's rules; every problem is told, not just the first. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Address, Hash } from 'viem'
import { BaseError } from '../../protocol/errors.ts'
import { digestDocument } from '../documents/digestFile.ts'
import { UsageError } from '../usageError.ts'
import { checkPlan } from './checkPlan.ts'
import type { Problem } from '../../protocol/rulesFile/fields.ts'
import {
  parseRules,
  type RoundPlan,
} from '../../protocol/rulesFile/parseRules.ts'

export type RulesFileContext = {
  now: number
  asIs?: boolean | undefined
  /** Asked only about a file that can be read. */
  findCode?: (verifiers: readonly Address[]) => Promise<readonly boolean[]>
}

export async function readRulesFile(
  file: string,
  context: RulesFileContext,
): Promise<RoundPlan> {
  const value = await readJson(file)
  const documentDigest = await findDocument(file, value, context)
  const problems: Problem[] = []
  const { now } = context
  const plan = parseRules(
    { path: '', value, problems },
    { now, documentDigest },
  )
  if (problems.length === 0)
    problems.push(...(await checkWithCode(plan, context)))
  if (problems.length > 0) throw new RulesFileError({ file, problems })
  return plan
}

async function checkWithCode(
  plan: RoundPlan,
  { findCode, now }: RulesFileContext,
): Promise<Problem[]> {
  const { verifiers } = plan.rules
  const found = await findCode?.(verifiers)
  const without = verifiers.filter((_, index) => found?.[index] === false)
  const hasCode = (verifier: Address) => !without.includes(verifier)
  return checkPlan(plan, { now, hasCode })
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new RulesJsonError({ file, cause })
  })
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RulesJsonError({ file, cause })
  }
}

/** The document is named beside the rules. */
async function findDocument(
  file: string,
  value: unknown,
  { asIs }: RulesFileContext,
): Promise<Hash | undefined> {
  if (typeof value !== 'object' || value === null) return undefined
  const { document } = value as { document?: unknown }
  if (typeof document !== 'string' || document.startsWith('0x'))
    return undefined
  const place = path.resolve(path.dirname(file), document)
  return digestDocument(place, { asIs })
}

export class RulesFileError extends BaseError {
  override name = 'RulesFileError'
  readonly problems: readonly Problem[]

  constructor({
    file,
    problems,
  }: {
    file: string
    problems: readonly Problem[]
  }) {
    const count = problems.length
    super(`${file} has ${count} problem${count === 1 ? '' : 's'}.`, {
      metaMessages: problems.map(({ expected, path, problem }) => {
        const advice = /^[A-Z]/.test(expected)
          ? expected
          : `Expected ${expected}.`
        return `${path === '' ? 'the file' : path}: ${problem} ${advice}`
      }),
    })
    this.problems = problems
  }
}

export class RulesJsonError extends UsageError {
  override name = 'RulesJsonError'

  constructor({ file, cause }: { file: string; cause: unknown }) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `${file} cannot be read as JSON.`,
      `Reason: ${reason}`,
      'Expected a file such as `dure round template` prints.',
    )
  }
}
