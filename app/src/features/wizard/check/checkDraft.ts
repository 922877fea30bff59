/** Everything that keeps a draft from becoming a round, by the field that it concerns. */
import {
  checkRoster,
  checkRules,
  type Refusal,
} from '../../../../../protocol/checkRules.ts'
import { type Mend, mendRules } from '../../../../../protocol/mendRules.ts'
import {
  parseRules,
  type RoundPlan,
} from '../../../../../protocol/rulesFile/parseRules.ts'
import type { Problem } from '../../../../../protocol/rulesFile/fields.ts'
import type { Draft } from '../draft/draft.ts'
import type { StepName } from '../draft/steps.ts'
import { toRulesFile } from '../draft/toRulesFile.ts'
import { refusalPath } from './refusalPath.ts'
import { stepOf } from './places.ts'

export type DraftProblem = {
  path: string
  step: StepName
  /** Nothing stands there yet: told once the step was left. */
  isMissing: boolean
  /** What the contract would refuse; none where the field cannot be read. */
  refusal?: Refusal
  mend?: Mend
}

export type CheckedDraft = {
  /** As far as it can be read: of no use for the chain while there are problems. */
  plan: RoundPlan
  problems: DraftProblem[]
  /** Of the number of proposals that is expected; they stop nobody. */
  warnings: DraftProblem[]
}

export function checkDraft(draft: Draft, now: number): CheckedDraft {
  const found: Problem[] = []
  const value = { path: '', value: toRulesFile(draft), problems: found }
  const plan = parseRules(value, { now, documentDigest: undefined })
  const unread = found.map((problem) => unreadable(draft, problem))
  const words = missingWords(draft)
  const { holders, rules } = plan
  const refused = checkRules(rules, { now, holders })
    .map((refusal) => toProblem(draft, plan, refusal))
    .filter(({ path }) => !unread.some((one) => belongTogether(one.path, path)))
  const expected = Number(draft.proposals)
  const isOfNumbers = ({ path }: DraftProblem) => groupOf(path) === 'numbers'
  const isCount = Number.isSafeInteger(expected) && expected > 0
  const canExpect = isCount && ![...unread, ...refused].some(isOfNumbers)
  const warned = canExpect ? checkRoster(rules, expected) : []
  return {
    plan,
    problems: [...words, ...unread, ...refused],
    warnings: warned.map((refusal) => toProblem(draft, plan, refusal)),
  }
}

/** Of a field that cannot be read, and of those checked with it, nothing more is said. */
function belongTogether(unread: string, other: string): boolean {
  const group = groupOf(unread)
  return unread === other || (group !== 'own' && group === groupOf(other))
}

/** `own`: checked by itself. */
function groupOf(path: string): 'own' | 'trustees' | 'numbers' {
  if (/^(holders|times|verifiers|document|name|criteria)/.test(path))
    return 'own'
  return /^(trustees|threshold)/.test(path) ? 'trustees' : 'numbers'
}

function unreadable(draft: Draft, { path }: Problem): DraftProblem {
  const isMissing = textAt(toRulesFile(draft), path) === ''
  return { path, step: stepOf(path), isMissing }
}

function toProblem(
  { hasBudget }: Draft,
  { rules }: RoundPlan,
  refusal: Refusal,
): DraftProblem {
  const isOfBudget = hasBudget && refusal.error === 'Rules_SeatsOrBudget'
  if (isOfBudget)
    return { path: 'budget', step: 'selection', isMissing: false, refusal }
  const mend = mendRules(rules, refusal)
  const path = refusalPath(refusal, mend)
  return {
    ...{ path, step: stepOf(path), isMissing: false, refusal },
    ...(mend ? { mend } : {}),
  }
}

/** A round without a name cannot be told from others. */
function missingWords({ criteria, name }: Draft): DraftProblem[] {
  const missing = (path: string): DraftProblem => ({
    ...{ path, step: stepOf(path), isMissing: true },
  })
  const isEmpty = (words: Draft['name']) => (words.ko + words.en).trim() === ''
  return [
    ...(isEmpty(name) ? [missing('name')] : []),
    ...criteria.flatMap((one, index) =>
      isEmpty(one.name) ? [missing(`criteria[${index}].name`)] : [],
    ),
  ]
}

/** What stands at `quotas[0].seats` of a file. */
function textAt(content: unknown, path: string): unknown {
  const names = path.split(/[.[\]]+/).filter(Boolean)
  let value = content
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}
