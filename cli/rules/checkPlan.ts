/** What the contract would refuse about rules, by the path in their file. */
import type { Address } from 'viem'
import { checkRules, type Refusal } from '../../protocol/checkRules.ts'
import { roles } from '../../chain/enums.ts'
import { explainRefusal } from '../refusals/explainRefusal.ts'
import { timeName } from '../refusals/ofRules.ts'
import type { Problem } from '../../protocol/rulesFile/fields.ts'
import type { RoundPlan } from '../../protocol/rulesFile/parseRules.ts'

export type CheckPlanContext = {
  now: number
  hasCode?: (verifier: Address) => boolean
}

const paths: Readonly<Record<string, string>> = {
  Rules_DocumentMissing: 'document',
  Rules_Reviewers: 'seatsPerCommunity',
  Rules_ReviewerCount: 'reviewers',
  Rules_ListLength: 'listLength',
  Rules_ValueCount: 'weights',
  Rules_MaxScore: 'maxScore',
  Rules_BallotLimit: 'ballotLimit',
  Rules_SeatsOrBudget: 'seats',
  Rules_RosterBounds: 'listLength',
  Rules_SumOverflow: 'weights',
  Rules_MinOpened: 'minOpened',
  Rules_DrawDelay: 'drawDelay',
  Rules_Trustees: 'threshold',
  Rules_TrusteeListed: 'trustees',
  Rules_Verifier: 'verifiers',
}

export function checkPlan(
  { holders, rules }: RoundPlan,
  context: CheckPlanContext,
): Problem[] {
  const refusals = checkRules(rules, { ...context, holders })
  return refusals.map((refusal) => toProblem(refusal, context.now))
}

function toProblem(refusal: Refusal, now: number): Problem {
  const { error, values } = refusal
  const explained = explainRefusal(error, Object.values(values), now)
  const problem = explained?.sentence ?? error
  return {
    path: pathOf(refusal),
    problem,
    expected: explained?.advice ?? 'other rules',
  }
}

function pathOf({ error, values }: Refusal): string {
  const { index, role } = values
  if (error === 'Rules_TimeOrder') return `times.${timeName(Number(index))}`
  if (error === 'Rules_Weights') return `weights[${index ?? 0}]`
  if (error === 'Rules_Quota') return `quotas[${index ?? 0}]`
  if (error === 'Rules_HolderMissing')
    return `holders.${roles[Number(role)] ?? ''}`
  return paths[error] ?? error
}
