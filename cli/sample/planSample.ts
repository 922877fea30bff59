/** The sample round: its rules, its proposals, and who casts which ballots. */
import {
  commonRules,
  type Plan,
  type PlannedProposal,
} from '../rehearse/plan.ts'
import {
  type SeededRandom,
  seededRandom,
} from '../../protocol/simulation/seededRandom.ts'
import {
  acceptedProposal,
  type Application,
  readApplications,
} from './applications.ts'
import {
  type ProposalDocument,
  readRoundDocument,
  type RoundDocument,
} from './documents.ts'

export type SamplePlan = Omit<Plan, 'proposals'> & {
  document: RoundDocument
  applications: readonly Application[]
  proposals: readonly SampleProposal[]
  casts: Casts
}

export type SampleProposal = PlannedProposal & ProposalDocument

/** One ballot of a reviewer; a later version replaces an earlier one. */
export type Cast = { reviewer: number; version: number }

export type Casts = {
  /** What the relayer sends, page by page. */
  pages: readonly (readonly Cast[])[]
  /** What a reviewer sends, who does without the relayer. */
  direct: Cast
}

export const seed = 'dure sample'

const seatsPerCommunity = 3
const maxScore = 5

export function planSample(): SamplePlan {
  const document = readRoundDocument()
  const applications = readApplications()
  const proposals = numberProposals(applications)
  const weights = document.criteria.map(({ weight }) => weight)
  const casts = planCasts(proposals.length)
  return {
    title: document.name.en,
    notes: [],
    document,
    applications,
    proposals,
    rules: {
      ...commonRules,
      document: document.digest,
      owners: true,
      seatsPerCommunity,
      reviewers: 0,
      listLength: 2,
      weights,
      maxScore,
      points: 'Score',
      order: 'Mean',
      ties: 'Draw',
      ballotLimit: 3,
      budget: 60_000_000n,
      minReviews: 2,
      reserveTakesWithdrawn: true,
    },
    trustees: { threshold: 2, count: 3 },
    casts,
    arrivals: reviewersOf(casts),
    review: (reviewer, list) => simulateReview(reviewer, list, weights.length),
  }
}

/** Refused ones get no number. */
function numberProposals(
  applications: readonly Application[],
): SampleProposal[] {
  return applications.flatMap((application) => {
    const proposal = acceptedProposal(application)
    if (proposal === undefined) return []
    const { name: id } = application
    return [{ ...proposal, id, name: proposal.title.ko }]
  })
}

/**
 * The first reviewer of every community, then the second one of every other
 * community, one of them directly. The first of all corrects the own ballot.
 */
function planCasts(communities: number): Casts {
  const castBy = (community: number, seat: number): Cast => ({
    reviewer: (community - 1) * seatsPerCommunity + seat,
    version: 1,
  })
  const everyone = Array.from({ length: communities }, (_, index) => index + 1)
  const first = everyone.map((community) => castBy(community, 1))
  const second = everyone
    .filter((community) => community % 2 === 1)
    .map((community) => castBy(community, 2))
  const correction = { ...castBy(1, 1), version: 2 }
  return {
    pages: [first, [...second.slice(0, -1), correction]],
    direct: second.at(-1) ?? correction,
  }
}

function reviewersOf({ pages, direct }: Casts): Uint32Array {
  const casts = [...pages.flat(), direct]
  return Uint32Array.from(new Set(casts.map(({ reviewer }) => reviewer)))
}

function simulateReview(
  reviewer: number,
  list: Uint16Array,
  criteria: number,
): Uint8Array {
  const random = seededRandom(seed, `reviewer ${reviewer}`)
  const scores = Array.from(list).flatMap((proposal) => {
    const quality = seededRandom(seed, `quality ${proposal}`).normal()
    return Array.from({ length: criteria }, () => toScore(quality, random))
  })
  return Uint8Array.from(scores)
}

function toScore(quality: number, random: SeededRandom): number {
  const seen = Math.round(3.4 + 0.9 * quality + 0.7 * random.normal())
  return Math.min(maxScore, Math.max(1, seen))
}
