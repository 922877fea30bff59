/** How far the review of a round covers its proposals: from public logs, no score. */
import type { Address } from 'viem'
import { zeroAddress } from 'viem'
import { getPages } from '../../chain/getPages.ts'
import { getRoster, type GetRosterReturnType } from '../../chain/getRoster.ts'
import { NotDrawnError, readDraw } from '../../chain/readDraw.ts'
import { parseBatch } from '../../protocol/ballot.ts'
import { type Draw, placeOf, seatOf } from '../../protocol/draw.ts'
import { createLists } from '../../protocol/lists.ts'
import type { ReviewFacts, RoundFacts } from '../rounds/roundBook.ts'
import type { Services } from '../services.ts'

export type Coverage = {
  /** Seats with a key on the roll. */
  seats: number
  /** Reviewers with a ballot on the chain. */
  cast: number
  /** Below so many reviews a proposal is not recommended. */
  minimum: number
  groups: CoveredGroup[]
  /** By number, from 1. */
  proposals: CoveredProposal[]
}

/** Proposals of one category in one half; without halves all are in half 0. */
export type CoveredGroup = {
  category: number
  half: number
  proposals: number
  /** Seats of the communities behind them; 0 where reviewers own none. */
  seats: number
  cast: number
  reviews: number
  belowMinimum: number
}

/** `reviews`: lists with it that were handed in; what is on them is sealed. */
export type CoveredProposal = {
  number: number
  category: number
  half: number
  reviews: number
}

type Reading = Pick<Services, 'node' | 'rounds'>

export async function readCoverage(
  { node: { reader }, rounds }: Reading,
  round: Address,
): Promise<Coverage> {
  const facts = await rounds.round(round)
  const minimum = facts.rules.minReviews
  const nothing = { seats: 0, cast: 0, minimum, groups: [], proposals: [] }
  const [draw, review] = await Promise.all([
    readDraw(reader, facts).catch(noneYet),
    rounds.review(round),
  ])
  if (!draw || !review) return nothing
  const [roster, casters] = await Promise.all([
    getRoster(reader, { round }),
    readCasters({ node: { reader } }, facts, review),
  ])
  const proposals = countReviews(draw, roster, casters)
  const seated = review.roll.flatMap((key, index) =>
    key === zeroAddress ? [] : [index + 1],
  )
  return {
    ...{ seats: seated.length, cast: casters.size, minimum },
    groups: groupProposals(draw, proposals, { seated, casters, minimum }),
    proposals,
  }
}

function noneYet(error: unknown): undefined {
  if (!(error instanceof NotDrawnError)) throw error
}

async function readCasters(
  { node: { reader } }: { node: Pick<Services['node'], 'reader'> },
  facts: RoundFacts,
  review: ReviewFacts,
): Promise<ReadonlySet<number>> {
  const casters = new Set<number>()
  for (const { batch } of await getPages(reader, facts))
    for (const { reviewer } of parseBatch(batch, review)) casters.add(reviewer)
  return casters
}

function countReviews(
  draw: Draw,
  roster: GetRosterReturnType,
  casters: ReadonlySet<number>,
): CoveredProposal[] {
  const lists = createLists(draw)
  const reviews = new Uint32Array(draw.n + 1)
  // Number 0 is the blank card, which nobody reviews.
  for (const reviewer of casters)
    for (const number of lists(reviewer))
      reviews[number] = (reviews[number] ?? 0) + 1
  return roster.map(({ category, number }) => ({
    ...{ number, category, half: placeOf(draw, number).half },
    reviews: reviews[number] ?? 0,
  }))
}

function groupProposals(
  draw: Draw,
  proposals: readonly CoveredProposal[],
  {
    seated,
    casters,
    minimum,
  }: {
    seated: readonly number[]
    casters: ReadonlySet<number>
    minimum: number
  },
): CoveredGroup[] {
  const groups = new Map<string, CoveredGroup>()
  const groupOf = ({ category, half }: CoveredProposal): CoveredGroup => {
    const name = `${category} ${half}`
    const counts = { proposals: 0, seats: 0, cast: 0 }
    const fresh = { category, half, ...counts, reviews: 0, belowMinimum: 0 }
    const group = groups.get(name) ?? fresh
    groups.set(name, group)
    return group
  }
  for (const proposal of proposals) {
    const group = groupOf(proposal)
    group.proposals += 1
    group.reviews += proposal.reviews
    if (proposal.reviews < minimum) group.belowMinimum += 1
  }
  for (const reviewer of draw.rules.owners ? seated : []) {
    const own = proposals[seatOf(draw, reviewer).community - 1]
    if (!own) continue
    const group = groupOf(own)
    group.seats += 1
    if (casters.has(reviewer)) group.cast += 1
  }
  return [...groups.values()].sort(
    (one, other) => one.category - other.category || one.half - other.half,
  )
}
