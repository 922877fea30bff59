// draw
// ├── makeDraw
// │   ├── given owners and lists → halves: order over N, offset over H
// │   ├── given a jury or m = 0 → one order, no offset
// │   └── restoreDraw gives the same from the shuffles, refuses other lengths
// ├── placeOf
// │   ├── half and rank are parity and half of the position
// │   └── given no such proposal → NoProposalError
// ├── listOf
// │   ├── given a jury → the next m of the order, round and round
// │   ├── given m = 0 → everything, the own proposal left out
// │   ├── given no such reviewer → NoReviewerError
// │   └── draws 8,720 lists of 10 and 40,000 of 120 in a moment
// └── laws, for sixteen sizes from 3 to 873, even and odd
//     ├── nobody's list holds a proposal of the own half
//     ├── no duplicates, and the blank card only for odd n
//     ├── every proposal on exactly M·m lists (even n)
//     ├── … within one inside each half (odd n, M·m ≤ H)
//     ├── no community meets a proposal twice (M·m ≤ H)
//     └── no two communities score each other (n ≥ 4·M·m)
import { expect } from 'chai'
import {
  type Draw,
  listOf,
  makeDraw,
  NoProposalError,
  NoReviewerError,
  placeOf,
  restoreDraw,
  seatOf,
  ShuffleLengthError,
} from '../../protocol/draw.ts'
import { makeJuryRules, makeRules } from './makeRules.ts'
import { seedOf } from './seedOf.ts'

const sizes = [3, 4, 5, 6, 7, 9, 12, 17, 24, 40, 63, 100, 201, 400, 872, 873]
const shapes = sizes.flatMap((n) =>
  [1, 2, 3, 10].flatMap((seats) =>
    [2, 3, 5, 10, Math.ceil(n / 2)]
      // Lists of half of 873 are slow to check and show nothing new.
      .filter((m) => m <= Math.min(Math.ceil(n / 2), 32))
      .map((m) => ({ n, seats, m })),
  ),
)

describe('draw', () => {
  describe('makeDraw', () => {
    it('makes halves of owners with lists', () => {
      const draw = drawOf({ n: 7, seats: 2, m: 3 })
      expect(sorted(draw.order)).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7])
      expect(sorted(draw.offset)).to.deep.equal([0, 1, 2, 3])
      expect(draw.reviewers).to.equal(14)
      for (const [index, place] of draw.positions.entries())
        expect(draw.order[place]).to.equal(index)
    })

    it('makes one order for a jury and for m = 0', () => {
      const jury = makeJuryRules({ listLength: 3, reviewers: 9 })
      for (const rules of [jury, makeRules({ listLength: 0 })]) {
        const draw = makeDraw({ seed: seedOf(1), rules, n: 7 })
        expect(sorted(draw.order)).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
        expect(draw.offset).to.have.length(0)
        expect(placeOf(draw, 3).half).to.equal(0)
        expect(placeOf(draw, 3).rank).to.equal(placeOf(draw, 3).position)
      }
    })

    it('is restored from its shuffles', () => {
      const draw = drawOf({ n: 9, seats: 1, m: 4 })
      expect(restoreDraw(draw)).to.deep.equal(draw)
      const order = draw.order.slice(1)
      expect(() => restoreDraw({ ...draw, order })).to.throw(ShuffleLengthError)
      const offset = draw.offset.slice(1)
      expect(() => restoreDraw({ ...draw, offset })).to.throw(
        ShuffleLengthError,
      )
    })
  })

  describe('placeOf', () => {
    it('is the parity and the half of the position', () => {
      const draw = drawOf({ n: 40, seats: 1, m: 2 })
      for (let proposal = 1; proposal <= 40; proposal++) {
        const { half, position, rank } = placeOf(draw, proposal)
        expect(draw.order[position]).to.equal(proposal - 1)
        expect(2 * rank + half).to.equal(position)
      }
    })

    it('refuses a number without a proposal', () => {
      const draw = drawOf({ n: 7, seats: 1, m: 2 })
      for (const proposal of [0, 8, -1, 1.5])
        expect(() => placeOf(draw, proposal)).to.throw(NoProposalError)
    })
  })

  describe('listOf', () => {
    it('deals the order round and round to a jury', () => {
      const rules = makeJuryRules({ listLength: 3, reviewers: 5 })
      const draw = makeDraw({ seed: seedOf(1), rules, n: 4 })
      const dealt = [1, 2, 3, 4, 5].flatMap((r) => listOf(draw, r))
      const order = [...draw.order].map((index) => index + 1)
      const rounds = [...order, ...order, ...order, ...order]
      expect(dealt).to.deep.equal(rounds.slice(0, 15))
    })

    it('lists everything for m = 0, the own proposal left out', () => {
      const jury = makeDraw({ seed: seedOf(1), rules: makeJuryRules(), n: 4 })
      expect(listOf(jury, 100)).to.deep.equal([1, 2, 3, 4])
      const rules = makeRules({ listLength: 0, seatsPerCommunity: 2 })
      const owners = makeDraw({ seed: seedOf(1), rules, n: 4 })
      expect(listOf(owners, 2)).to.deep.equal([2, 3, 4])
      expect(listOf(owners, 3)).to.deep.equal([1, 3, 4])
      expect(seatOf(owners, 4)).to.deep.equal({ community: 2, seat: 1 })
    })

    it('refuses a number without a reviewer', () => {
      const draw = drawOf({ n: 7, seats: 2, m: 2 })
      for (const reviewer of [0, 15, 1.5])
        expect(() => listOf(draw, reviewer)).to.throw(NoReviewerError)
    })

    it('draws 8,720 lists of 10 and 40,000 of 120 in a moment', () => {
      const owners = drawOf({ n: 872, seats: 10, m: 10 })
      expect(countEntries(owners)).to.equal(87_200)
      const rules = makeJuryRules({ listLength: 120, reviewers: 40_000 })
      const jury = makeDraw({ seed: seedOf(1), rules, n: 1_200 })
      expect(countEntries(jury)).to.equal(4_800_000)
    }).timeout(10_000)
  })

  describe('laws', () => {
    it("keep the own half off everybody's list", () => {
      for (const shape of shapes) {
        const draw = drawOf(shape)
        const halves = [...draw.positions].map((place) => place % 2)
        let own = 0
        forEachList(draw, (list, community) => {
          for (const proposal of list)
            if (halves[proposal - 1] === halves[community - 1]) own++
        })
        expect(own).to.equal(0)
      }
    })

    it('repeat nothing, and deal the blank card for odd n only', () => {
      for (const shape of shapes) {
        let repeated = 0
        let blank = 0
        forEachList(drawOf(shape), (list) => {
          if (new Set(list).size !== shape.m) repeated++
          if (list.includes(0)) blank++
        })
        expect(repeated).to.equal(0)
        if (shape.n % 2 === 0) expect(blank).to.equal(0)
        else expect(blank).to.be.greaterThan(0)
      }
    })

    it('give every proposal the same number of lists', () => {
      for (const shape of shapes) {
        const draw = drawOf(shape)
        const lists = countLists(draw)
        const expected = shape.seats * shape.m
        if (shape.n % 2 === 0)
          expect(new Set(lists)).to.deep.equal(new Set([expected]))
        else if (expected <= draw.offset.length)
          for (const half of [0, 1]) {
            const counts = lists.filter(
              (_, index) => placeOf(draw, index + 1).half === half,
            )
            expect(Math.max(...counts) - Math.min(...counts)).to.be.lessThan(2)
          }
      }
    })

    it('let no community meet a proposal twice', () => {
      for (const shape of shapes) {
        const draw = drawOf(shape)
        if (shape.seats * shape.m > draw.offset.length) continue
        for (const met of meetings(draw))
          expect(new Set(met).size).to.equal(met.length)
      }
    })

    it('let no two communities score each other', () => {
      for (const shape of shapes) {
        if (shape.n < 4 * shape.seats * shape.m) continue
        const met = meetings(drawOf(shape)).map((list) => new Set(list))
        const mutual = met.filter((proposals, index) =>
          [...proposals].some((number) => met[number - 1]?.has(index + 1)),
        )
        expect(mutual).to.have.length(0)
      }
    })

    it('are shown for bounds that are met and missed', () => {
      const H = (n: number) => Math.ceil(n / 2)
      const met = shapes.filter(({ n, seats, m }) => seats * m <= H(n))
      const apart = shapes.filter(({ n, seats, m }) => n >= 4 * seats * m)
      expect(shapes.length).to.be.greaterThan(100)
      expect(met.filter(({ n }) => n % 2 === 1)).to.not.have.length(0)
      expect(met.length).to.be.lessThan(shapes.length)
      expect(apart.filter(({ n }) => n % 2 === 1)).to.not.have.length(0)
    })
  })
})

type Shape = { n: number; seats: number; m: number }

function drawOf({ n, seats, m }: Shape): Draw {
  const rules = makeRules({ seatsPerCommunity: seats, listLength: m })
  return makeDraw({ seed: seedOf(n), rules, n })
}

function forEachList(
  draw: Draw,
  check: (list: number[], community: number) => void,
): void {
  for (let reviewer = 1; reviewer <= draw.reviewers; reviewer++)
    check(listOf(draw, reviewer), seatOf(draw, reviewer).community)
}

function countLists(draw: Draw): number[] {
  const lists = Array.from({ length: draw.n }, () => 0)
  forEachList(draw, (list) => {
    for (const proposal of list) if (proposal !== 0) lists[proposal - 1]!++
  })
  return lists
}

/** What each community's seats meet together. */
function meetings(draw: Draw): number[][] {
  const met = Array.from({ length: draw.n }, (): number[] => [])
  forEachList(draw, (list, community) => met[community - 1]!.push(...list))
  return met
}

function countEntries(draw: Draw): number {
  let entries = 0
  for (let reviewer = 1; reviewer <= draw.reviewers; reviewer++)
    entries += listOf(draw, reviewer).length
  return entries
}

function sorted(numbers: Uint16Array): number[] {
  return [...numbers].sort((a, b) => a - b)
}
