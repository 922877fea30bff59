/** What of a draft is missing or wrong, field by field. */
import { mostBytesOfDocument } from '../../../../../protocol/document.ts'
import type { Draft } from './draft.ts'
import { parseAmount, toDocument } from './toDocument.ts'

export type DraftField =
  'title' | 'community' | 'text' | 'ask' | 'category' | 'costs'

export type DraftProblem =
  | 'missing'
  | 'noAmount'
  | 'tooMuch'
  | 'sumDiffers'
  | 'costIncomplete'
  | 'tooLong'
  | 'noCategory'

export type DraftProblems = Partial<Record<DraftField, DraftProblem>>

export type DraftBounds = {
  currency: string
  /** That the round has; none: it has no categories. */
  categories: readonly number[]
  /** Of all proposals together; 0: seats are given instead. */
  budget: bigint
}

export function checkDraft(draft: Draft, bounds: DraftBounds): DraftProblems {
  const problems: DraftProblems = {}
  for (const field of ['title', 'community', 'text'] as const)
    if (draft[field].trim() === '') problems[field] = 'missing'
  const ask = checkAsk(draft, bounds)
  if (ask) problems.ask = ask
  const costs = checkCosts(draft)
  if (costs) problems.costs = costs
  const { categories, currency } = bounds
  if (categories.length > 0 && !categories.includes(draft.category))
    problems.category = 'noCategory'
  if (toDocument(draft, currency).bytes.length > mostBytesOfDocument)
    problems.text = 'tooLong'
  return problems
}

function checkAsk(
  { ask: text }: Draft,
  { budget }: DraftBounds,
): DraftProblem | undefined {
  if (text.trim() === '') return budget > 0n ? 'missing' : undefined
  const ask = parseAmount(text)
  if (ask === undefined) return 'noAmount'
  return budget > 0n && ask > budget ? 'tooMuch' : undefined
}

function checkCosts({ ask, costs }: Draft): DraftProblem | undefined {
  if (costs.length === 0) return undefined
  const isWhole = costs.every(
    ({ amount, item }) => item.trim() !== '' && parseAmount(amount),
  )
  if (!isWhole) return 'costIncomplete'
  return sumOf(costs) === (parseAmount(ask) ?? 0n) ? undefined : 'sumDiffers'
}

export function sumOf(costs: Draft['costs']): bigint {
  return costs.reduce(
    (sum, { amount }) => sum + (parseAmount(amount) ?? 0n),
    0n,
  )
}
