/** Departures of the committee from the ranking: which ones the round takes. */
import { splitBudget } from './recommend.ts'
import type { Rules } from './rules.ts'

export type Departure = {
  removed: number
  /** 0: nobody takes the place. */
  added: number
}

export type DecidedProposal = {
  category: number
  ask: bigint
  isWithdrawn: boolean
  half: 0 | 1
  /** Counted. */
  reviews: number
  isRecommended: boolean
}

export type DepartureStanding = {
  rules: Pick<Rules, 'budget' | 'quotas' | 'minReviews'>
  /** By index. */
  proposals: readonly DecidedProposal[]
}

/** The contract's errors. */
export type DepartureRefusal =
  | { error: 'Round_DepartureRemoved'; removed: number }
  | { error: 'Round_DepartureAdded'; added: number }
  | {
      error: 'Round_DepartureBudget'
      half: 0 | 1
      spent: bigint
      budget: bigint
    }

/** Numbers that may take this one's place: of its half and, with quotas, its category. */
export function addableFor(
  { proposals, rules }: DepartureStanding,
  removed: number,
): number[] {
  const place = proposals[removed - 1]
  if (!place) return []
  return proposals.flatMap((proposal, index) => {
    const fits =
      !proposal.isRecommended &&
      !proposal.isWithdrawn &&
      proposal.half === place.half &&
      proposal.reviews >= rules.minReviews &&
      (rules.quotas.length === 0 || proposal.category === place.category)
    return fits ? [index + 1] : []
  })
}

/** The first that the contract would refuse; none if it takes them all. */
export function checkDepartures(
  standing: DepartureStanding,
  departures: readonly Departure[],
): DepartureRefusal | undefined {
  const selected = new Set(recommendedOf(standing))
  for (const { removed } of departures)
    if (!selected.delete(removed))
      return { error: 'Round_DepartureRemoved', removed }
  for (const { added, removed } of departures) {
    if (added === 0) continue
    const fits = addableFor(standing, removed).includes(added)
    if (!fits || selected.has(added))
      return { error: 'Round_DepartureAdded', added }
    selected.add(added)
  }
  return departures.length === 0 ? undefined : checkBudget(standing, selected)
}

export function recommendedOf({ proposals }: DepartureStanding): number[] {
  return proposals.flatMap(({ isRecommended }, index) =>
    isRecommended ? [index + 1] : [],
  )
}

function checkBudget(
  { proposals, rules }: DepartureStanding,
  selected: ReadonlySet<number>,
): DepartureRefusal | undefined {
  if (rules.budget === 0n) return undefined
  const second = proposals.filter(({ half }) => half === 1).length
  const shares = splitBudget(rules.budget, second, proposals.length)
  for (const half of [0, 1] as const) {
    const spent = proposals.reduce(
      (sum, proposal, index) =>
        proposal.half === half && selected.has(index + 1)
          ? sum + proposal.ask
          : sum,
      0n,
    )
    const budget = shares[half]
    if (spent > budget)
      return { error: 'Round_DepartureBudget', half, spent, budget }
  }
  return undefined
}
