/** The draw: which proposals stand on whose list. */
import type { Hash } from 'viem'
import { BaseError } from './errors.ts'
import { hasHalves, reviewerCount, type Rules } from './rules.ts'
import { shuffle, shufflePurposes } from './shuffle.ts'

/** What the draw needs of the rules. */
export type DrawRules = Pick<
  Rules,
  'owners' | 'seatsPerCommunity' | 'reviewers' | 'listLength'
>

export type Draw = {
  rules: DrawRules
  /** Proposals on the roster. */
  n: number
  reviewers: number
  /** Place → proposal index; with halves and odd `n`, n is the blank card. */
  order: Uint16Array
  /** Shifts between the halves; empty without them. */
  offset: Uint16Array
  /** Proposal index → place: the inverse of `order`. */
  positions: Uint16Array
}

export function makeDraw({
  seed,
  rules,
  n,
}: {
  seed: Hash
  rules: DrawRules
  n: number
}): Draw {
  const { order, offset } = shufflePurposes
  const lengths = shuffleLengths(rules, n)
  return restoreDraw({
    order: shuffle(seed, order, lengths.order),
    offset: shuffle(seed, offset, lengths.offset),
    rules,
    n,
  })
}

/** The draw behind two shuffles that are known already. */
export function restoreDraw({
  order,
  offset,
  rules,
  n,
}: {
  order: ArrayLike<number>
  offset: ArrayLike<number>
  rules: DrawRules
  n: number
}): Draw {
  const expected = shuffleLengths(rules, n)
  if (order.length !== expected.order || offset.length !== expected.offset)
    throw new ShuffleLengthError({ order, offset, expected })
  const positions = new Uint16Array(n)
  for (let place = 0; place < order.length; place++) {
    const index = order[place] as number
    // The blank card, n, is no proposal and has no place to look up.
    if (index < n) positions[index] = place
  }
  return {
    rules,
    n,
    reviewers: reviewerCount(rules, n),
    order: Uint16Array.from(order),
    offset: Uint16Array.from(offset),
    positions,
  }
}

export type Place = { half: 0 | 1; rank: number; position: number }

/** Where the draw put a proposal; without halves all stand in half 0. */
export function placeOf(draw: Draw, proposal: number): Place {
  const position = draw.positions[proposal - 1]
  if (position === undefined)
    throw new NoProposalError({ proposal, count: draw.n })
  if (!hasHalves(draw.rules)) return { half: 0, rank: position, position }
  const half = position % 2 === 0 ? 0 : 1
  return { half, rank: position >> 1, position }
}

/** Number of the community (and of its proposal), and its seat from 0. */
export type Seat = { community: number; seat: number }

/** The seat of a reviewer in a round of owners. */
export function seatOf(draw: Draw, reviewer: number): Seat {
  checkReviewer(draw, reviewer)
  const { seatsPerCommunity } = draw.rules
  const seat = (reviewer - 1) % seatsPerCommunity
  return { community: (reviewer - 1 - seat) / seatsPerCommunity + 1, seat }
}

/** The proposals drawn for a reviewer, in order; 0 is the blank card. */
export function listOf(draw: Draw, reviewer: number): number[] {
  checkReviewer(draw, reviewer)
  const { listLength, owners } = draw.rules
  if (listLength === 0) return listOfAll(draw, reviewer)
  return owners ? listAcross(draw, reviewer) : listOfJuror(draw, reviewer)
}

/** The other half's proposals, shifted by as many as the offset says. */
function listAcross(draw: Draw, reviewer: number): number[] {
  const { n, offset, order, rules } = draw
  const { listLength: m, seatsPerCommunity: M } = rules
  const { community, seat } = seatOf(draw, reviewer)
  const { half, rank } = placeOf(draw, community)
  const H = offset.length
  const first = seat * m + half * M * m
  return Array.from({ length: m }, (_, i) => {
    const shift = offset[(first + i) % H] as number
    const place = half === 0 ? (rank + shift) % H : (rank + H - shift) % H
    const index = order[2 * place + 1 - half] as number
    return index === n ? 0 : index + 1
  })
}

function listOfJuror({ n, order, rules }: Draw, reviewer: number): number[] {
  const m = rules.listLength
  return Array.from(
    { length: m },
    (_, i) => (order[((reviewer - 1) * m + i) % n] as number) + 1,
  )
}

function listOfAll(draw: Draw, reviewer: number): number[] {
  const everything = Array.from({ length: draw.n }, (_, index) => index + 1)
  if (!draw.rules.owners) return everything
  const { community } = seatOf(draw, reviewer)
  return everything.filter((proposal) => proposal !== community)
}

function shuffleLengths(rules: DrawRules, n: number) {
  if (!hasHalves(rules)) return { order: n, offset: 0 }
  const H = Math.ceil(n / 2)
  return { order: 2 * H, offset: H }
}

function checkReviewer(draw: Draw, reviewer: number): void {
  if (Number.isInteger(reviewer) && reviewer >= 1 && reviewer <= draw.reviewers)
    return
  throw new NoReviewerError({ reviewer, count: draw.reviewers })
}

export class ShuffleLengthError extends BaseError {
  override name = 'ShuffleLengthError'

  constructor({
    order,
    offset,
    expected,
  }: {
    order: ArrayLike<number>
    offset: ArrayLike<number>
    expected: { order: number; offset: number }
  }) {
    super(`The shuffles hold ${order.length} and ${offset.length} places.`, {
      metaMessages: [`Expected ${expected.order} and ${expected.offset}.`],
    })
  }
}

export class NoProposalError extends BaseError {
  override name = 'NoProposalError'

  constructor({ proposal, count }: { proposal: number; count: number }) {
    super(`No proposal has the number ${proposal}.`, {
      metaMessages: [`Expected 1 to ${count}.`],
    })
  }
}

export class NoReviewerError extends BaseError {
  override name = 'NoReviewerError'

  constructor({ reviewer, count }: { reviewer: number; count: number }) {
    super(`No reviewer has the number ${reviewer}.`, {
      metaMessages: [`Expected 1 to ${count}.`],
    })
  }
}
