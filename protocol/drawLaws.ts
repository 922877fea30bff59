/** What a draw of this size means for reviewers, and which numbers would make each law hold. */
import type { Rules } from './rules.ts'

export type DrawLaw = {
  /**
   * - `fits`: a half has enough proposals for a list.
   * - `noRepeat`: no community meets a proposal twice.
   * - `noPair`: no two communities score each other.
   * - `enough`: with every ballot, each proposal gets its least number of reviews.
   */
  name: 'fits' | 'noRepeat' | 'noPair' | 'enough'
  holds: boolean
  /** What is at most, or for `enough` at least, `right`. */
  left: number
  right: number
  /** A list length that it holds with, if there is one. */
  list: number | undefined
  /** A number of proposals that it holds with, if there is one. */
  proposals: number | undefined
}

type LawRules = Pick<
  Rules,
  'owners' | 'seatsPerCommunity' | 'reviewers' | 'listLength' | 'minReviews'
>

/** For `n` proposals; none where everybody scores everything. */
export function drawLaws(rules: LawRules, n: number): DrawLaw[] {
  if (rules.listLength === 0) return [enoughOfAll(rules, n)]
  return rules.owners ? lawsOfHalves(rules, n) : lawsOfJury(rules, n)
}

/** Lists that a proposal stands on, where everybody casts; rounded down. */
export function reviewsPerProposal(rules: LawRules, n: number): number {
  const { listLength: m, owners, reviewers, seatsPerCommunity } = rules
  if (m === 0) return owners ? (n - 1) * seatsPerCommunity : reviewers
  return owners ? seatsPerCommunity * m : Math.floor((reviewers * m) / n)
}

function lawsOfHalves(rules: LawRules, n: number): DrawLaw[] {
  const { listLength: m, minReviews, seatsPerCommunity: M } = rules
  const half = Math.ceil(n / 2)
  return [
    atMost('fits', m, half, { list: half, proposals: 2 * m - 1 }),
    atMost('noRepeat', M * m, half, {
      list: Math.floor(half / M),
      proposals: 2 * M * m - 1,
    }),
    atMost('noPair', 4 * M * m, n, {
      list: Math.floor(n / (4 * M)),
      proposals: 4 * M * m,
    }),
    enough(rules, n, Math.max(2, Math.ceil(minReviews / M)), undefined),
  ]
}

function lawsOfJury(rules: LawRules, n: number): DrawLaw[] {
  const { listLength: m, minReviews, reviewers } = rules
  const list = Math.max(2, Math.ceil((minReviews * n) / reviewers))
  const most = minReviews === 0 ? n : Math.floor((reviewers * m) / minReviews)
  const proposals = most >= m ? most : undefined
  return [
    atMost('fits', m, n, { list: n, proposals: m }),
    enough(rules, n, list <= n ? list : undefined, proposals),
  ]
}

function enoughOfAll(rules: LawRules, n: number): DrawLaw {
  const { minReviews, owners, seatsPerCommunity } = rules
  const proposals = owners
    ? Math.ceil(minReviews / seatsPerCommunity) + 1
    : undefined
  return enough(rules, n, undefined, proposals)
}

function enough(
  rules: LawRules,
  n: number,
  list: number | undefined,
  proposals: number | undefined,
): DrawLaw {
  const left = reviewsPerProposal(rules, n)
  const right = rules.minReviews
  const holds = left >= right
  return { name: 'enough', holds, left, right, list, proposals }
}

function atMost(
  name: DrawLaw['name'],
  left: number,
  right: number,
  { list, proposals }: { list: number; proposals: number },
): DrawLaw {
  return {
    ...{ name, holds: left <= right, left, right, proposals },
    // A list compares at least two.
    list: list >= 2 ? list : undefined,
  }
}
