/** A draft from a participatory budget's .pb file, and what of it was not taken. */
import {
  type ElectionNote,
  electionRules,
} from '../../../../../protocol/pabulib/electionRules.ts'
import type { PabulibFile } from '../../../../../protocol/pabulib/pabulibFile.ts'
import type { Draft } from './draft.ts'
import { firstScale, type Given, newDraft } from './newDraft.ts'

export type PabulibReport = {
  title: string
  projects: number
  categories: number
  votes: number
  budget: bigint
  /** Of the amounts: 2 for cents. */
  decimals: number
  notes: ElectionNote[]
}

export function fromPabulib(
  file: PabulibFile,
  given: Given,
): { draft: Draft; report: PabulibReport } {
  const { notes, rules } = electionRules(file)
  const base = newDraft('budget', given)
  const title = titleOf(file)
  const names = categoriesOf(file)
  const asked = file.projects.reduce((sum, { cost }) => sum + cost, 0n)
  const maxScore = String(rules.maxScore)
  const draft: Draft = {
    ...base,
    name: { ko: title, en: title },
    currency: file.meta.get('currency') ?? base.currency,
    categories: names.map((name, index) => ({
      number: String(index + 1),
      name: { ko: name, en: name },
    })),
    scale: rules.maxScore === 1 ? [] : firstScale(maxScore),
    proposals: String(file.projects.length),
    meanAsk: String(asked / BigInt(file.projects.length)),
    reviewers: String(rules.reviewers),
    maxScore,
    pointsPerBallot: String(rules.pointsPerBallot),
    ...{ points: rules.points, order: rules.order, ties: rules.ties },
    budget: String(rules.budget),
    minReviews: String(rules.minReviews),
  }
  const report = {
    ...{ title, notes, budget: file.budget, decimals: file.decimals },
    projects: file.projects.length,
    categories: names.length,
    votes: file.ballots.length,
  }
  return { draft, report }
}

function titleOf({ meta }: PabulibFile): string {
  const of = (key: string) => meta.get(key)?.trim() ?? ''
  const place = [of('unit'), of('subunit'), of('instance')].filter(Boolean)
  return of('description') || place.join(' ')
}

/** A project may have several, with commas between. */
function categoriesOf({ projects }: PabulibFile): string[] {
  const all = projects.flatMap(({ category = '' }) => category.split(','))
  const names = all.map((name) => name.trim()).filter(Boolean)
  return [...new Set(names)].sort()
}
