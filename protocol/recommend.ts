/** Gives seats or money along the ranking, half by half. */
import type { Orders } from './ranking.ts'
import type { Rules } from './rules.ts'

/** What the recommendation needs to know of a proposal on the roster. */
export type RankedProposal = {
  category: number
  ask: bigint
  /** Withdrawn after the roster. */
  withdrawn: boolean
}

export type RecommendParameters = {
  rules: Pick<
    Rules,
    'seats' | 'budget' | 'quotas' | 'minReviews' | 'reserveTakesWithdrawn'
  >
  orders: Orders
  /** By proposal index. */
  proposals: readonly RankedProposal[]
  /** Counted reviews by proposal index. */
  counts: ArrayLike<number>
}

/** Each per half, proposals best first. */
export type Recommendation = {
  recommended: [number[], number[]]
  /** Eligible, and not recommended. */
  reserve: [number[], number[]]
  /** With a budget, the asks of the recommended; else 0. */
  spent: [bigint, bigint]
}

export function recommend(parameters: RecommendParameters): Recommendation {
  const first = recommendHalf(parameters, 0)
  const second = recommendHalf(parameters, 1)
  return {
    recommended: [first.recommended, second.recommended],
    reserve: [first.reserve, second.reserve],
    spent: [first.spent, second.spent],
  }
}

/** Seats of each half: half 0 rounds to the nearest, half up. */
export function splitSeats(
  seats: number,
  first: number,
  all: number,
): [number, number] {
  const share = Math.floor((2 * seats * first + all) / (2 * all))
  return [share, seats - share]
}

/** Money of each half: half 1 rounds down. */
export function splitBudget(
  budget: bigint,
  second: number,
  all: number,
): [bigint, bigint] {
  const share = (budget * BigInt(second)) / BigInt(all)
  return [budget - share, share]
}

function recommendHalf(parameters: RecommendParameters, half: 0 | 1) {
  const { orders, rules } = parameters
  const { askOf, isEligible } = readers(parameters)
  const give = rules.budget === 0n ? giveSeats : giveMoney
  const taken = new Set(give(parameters, half))
  const eligible = orders[half].filter(isEligible)
  const recommended = eligible.filter((number) => taken.has(number))
  return {
    recommended,
    reserve: eligible.filter((number) => !taken.has(number)),
    spent:
      rules.budget === 0n
        ? 0n
        : recommended.reduce((sum, number) => sum + askOf(number), 0n),
  }
}

/** Proposals that take a seat, the withdrawn ones that use theirs up too. */
function giveSeats(parameters: RecommendParameters, half: 0 | 1): number[] {
  const { orders, rules } = parameters
  if (rules.quotas.length === 0)
    return seatCell(parameters, half, rules.seats, orders)
  const { categoryOf } = readers(parameters)
  return rules.quotas.flatMap(({ category, seats }) => {
    const isOfIt = (number: number) => categoryOf(number) === category
    const [first, second] = orders
    const cell: Orders = [first.filter(isOfIt), second.filter(isOfIt)]
    return seatCell(parameters, half, seats, cell)
  })
}

/** One category, or all proposals without quotas. */
function seatCell(
  parameters: RecommendParameters,
  half: 0 | 1,
  seats: number,
  orders: Orders,
): number[] {
  const { takesPlace } = readers(parameters)
  const all = orders[0].length + orders[1].length
  if (all === 0) return []
  const share = splitSeats(seats, orders[0].length, all)[half]
  return orders[half].filter(takesPlace).slice(0, share)
}

/** Funds what fits, skips what does not. */
function giveMoney(parameters: RecommendParameters, half: 0 | 1): number[] {
  const { orders, rules } = parameters
  const { askOf, takesPlace } = readers(parameters)
  const all = orders[0].length + orders[1].length
  let left = splitBudget(rules.budget, orders[1].length, all)[half]
  return orders[half].filter(takesPlace).filter((number) => {
    const fits = askOf(number) <= left
    if (fits) left -= askOf(number)
    return fits
  })
}

function readers({ counts, proposals, rules }: RecommendParameters) {
  const proposalOf = (number: number) => proposals[number - 1] as RankedProposal
  const isReviewed = (number: number) =>
    (counts[number - 1] as number) >= rules.minReviews
  const isWithdrawn = (number: number) => proposalOf(number).withdrawn
  return {
    askOf: (number: number) => proposalOf(number).ask,
    categoryOf: (number: number) => proposalOf(number).category,
    isEligible: (number: number) => isReviewed(number) && !isWithdrawn(number),
    /** A withdrawn one takes it unspent, unless the reserve may have it. */
    takesPlace: (number: number) =>
      isReviewed(number) &&
      !(isWithdrawn(number) && rules.reserveTakesWithdrawn),
  }
}
