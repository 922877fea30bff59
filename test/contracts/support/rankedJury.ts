/**
 * A round whose ranking is plain to see: one juror scores six proposals, whose
 * order is that of their numbers unless the values say otherwise.
 */
import { withdraw } from './acts.ts'
import { castPage, makeBallot, openPage, rankHonestly } from './ballots.ts'
import { makeMoments, type MomentsOptions, type Played } from './moments.ts'
import {
  juryRules,
  type RulesChange,
  type Stage,
  toClose,
  toKeyCame,
  toRanking,
  upTo,
} from './stage.ts'

const inOrder = [6, 5, 4, 3, 2, 1]

export type JuryScene = {
  values?: readonly number[]
  /** Withdrawn before the ranking. */
  withdrawn?: readonly number[]
  details?: MomentsOptions['details']
}

export async function rankedJury(
  change: RulesChange,
  { values = inOrder, withdrawn = [], details }: JuryScene = {},
): Promise<Played> {
  const rules = {
    ...juryRules,
    reviewers: 1,
    maxScore: 6,
    ties: 'Number',
    ...change,
  } as const
  const load = makeMoments(details ? { rules, details } : { rules })
  const stage = await load('review')
  const ballot = await makeBallot(stage, 1, values)
  await castPage(stage, [ballot])
  await toClose(stage)
  await toKeyCame(stage)
  await openPage(stage, 1, [ballot])
  for (const number of withdrawn) await withdraw(stage, number)
  await toRanking(stage)
  await rankHonestly(stage)
  return stage
}

/** The numbers that the ranking recommends. */
export async function recommendedOf(stage: Stage): Promise<number[]> {
  const outcomes = await outcomesOf(stage)
  return upTo(stage.n).filter((number) => outcomes[number - 1]?.isRecommended)
}

/** The numbers that the committee selected. */
export async function selectedOf(stage: Stage): Promise<number[]> {
  const outcomes = await outcomesOf(stage)
  return upTo(stage.n).filter((number) => outcomes[number - 1]?.isSelected)
}

function outcomesOf({ round, n }: Stage) {
  return Promise.all(upTo(n).map((number) => round.outcome(number)))
}
