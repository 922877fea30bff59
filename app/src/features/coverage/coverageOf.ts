/** How far a review covers its proposals: who cast, and which lists hold what. No score. */
import { type Address, zeroAddress } from 'viem'
import { type Draw, placeOf, seatOf } from '../../../../protocol/draw.ts'
import { groupBy } from '../../../../protocol/groupBy.ts'
import { createLists } from '../../../../protocol/lists.ts'
import type { Roll } from '../../../../protocol/roll.ts'

export type Share = { seats: number; cast: number }

export type CommunityShare = Share & {
  community: number
  half: 0 | 1
  category: number
  /** Seats with a key that have not cast, from 1. */
  left: readonly number[]
}

export type Coverage = Share & {
  /** Reviewers' numbers with a key and without a ballot. */
  left: readonly number[]
  /** Empty with an outside jury. */
  communities: readonly CommunityShare[]
  halves: readonly (Share & { half: number })[]
  categories: readonly (Share & { category: number })[]
  /** By proposal, from 1: handed-in lists that hold it. */
  reviews: readonly number[]
}

export type CoverageFacts = {
  draw: Draw
  roll: Roll
  /** Reviewers with a ballot on the chain. */
  casters: ReadonlySet<number>
  /** By proposal, from 1. */
  categories: ReadonlyMap<number, number>
}

export function coverageOf(facts: CoverageFacts): Coverage {
  const { casters, draw, roll } = facts
  const seated = roll.flatMap((key: Address, index) =>
    key === zeroAddress ? [] : [index + 1],
  )
  const communities = draw.rules.owners ? toCommunities(facts, seated) : []
  return {
    seats: seated.length,
    cast: seated.filter((one) => casters.has(one)).length,
    left: seated.filter((one) => !casters.has(one)),
    communities,
    halves: sumBy(communities, ({ half }) => half).map(([half, share]) => ({
      half,
      ...share,
    })),
    categories: sumBy(communities, ({ category }) => category).map(
      ([category, share]) => ({ category, ...share }),
    ),
    reviews: countReviews(draw, casters),
  }
}

function toCommunities(
  { casters, categories, draw }: CoverageFacts,
  seated: readonly number[],
): CommunityShare[] {
  const groups = groupBy(seated, (reviewer) => seatOf(draw, reviewer).community)
  return Array.from({ length: draw.n }, (_, index) => {
    const community = index + 1
    const own = groups.get(community) ?? []
    const left = own.filter((reviewer) => !casters.has(reviewer))
    return {
      community,
      half: placeOf(draw, community).half,
      category: categories.get(community) ?? 0,
      seats: own.length,
      cast: own.length - left.length,
      left: left.map((reviewer) => seatOf(draw, reviewer).seat + 1),
    }
  })
}

function sumBy(
  communities: readonly CommunityShare[],
  by: (community: CommunityShare) => number,
): [number, Share][] {
  const sums = new Map<number, Share>()
  for (const one of communities) {
    const { cast, seats } = sums.get(by(one)) ?? { cast: 0, seats: 0 }
    sums.set(by(one), { cast: cast + one.cast, seats: seats + one.seats })
  }
  return [...sums].sort(([one], [other]) => one - other)
}

/** Number 0 is the blank card, which nobody reviews. */
function countReviews(draw: Draw, casters: ReadonlySet<number>): number[] {
  const lists = createLists(draw)
  const reviews = new Array<number>(draw.n).fill(0)
  for (const reviewer of casters)
    for (const number of lists(reviewer))
      if (number > 0) reviews[number - 1] = (reviews[number - 1] ?? 0) + 1
  return reviews
}

export type ReviewSummary = { least: number; median: number; below: number }

export function summarise(
  reviews: readonly number[],
  minimum: number,
): ReviewSummary {
  const sorted = [...reviews].sort((one, other) => one - other)
  const below = sorted.filter((count) => count < minimum).length
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)] ?? 0
  const high = sorted[Math.ceil(middle)] ?? 0
  return { least: sorted[0] ?? 0, median: (low + high) / 2, below }
}

/** Proposals with so many reviews, from the least to the most. */
export function histogram(
  reviews: readonly number[],
  most = 24,
): { from: number; to: number; count: number }[] {
  const top = Math.max(0, ...reviews)
  const width = Math.max(1, Math.ceil((top + 1) / most))
  const bins = Array.from(
    { length: Math.ceil((top + 1) / width) },
    (_, bin) => {
      const from = bin * width
      return { from, to: from + width - 1, count: 0 }
    },
  )
  for (const count of reviews) {
    const bin = bins[Math.floor(count / width)]
    if (bin) bin.count += 1
  }
  return bins
}
