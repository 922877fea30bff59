/**
 * Openings
 * ├── given the key came
 * │   ├── counts pages in any order, one or several a call
 * │   ├── opens in parts: closed ballots are opened later
 * │   ├── counts nothing twice, however often a page is opened
 * │   ├── counts the last version only, wherever it stands
 * │   ├── loses nothing to a wrong opening, nor to a front-runner's garbage
 * │   └── counts a ballot without opinions as settled
 * ├── given values that break a rule
 * │   ├── spoils the ballot with the first reason, and settles it
 * │   └── counts the others of the page
 * └── given the key never came
 *     ├── counts what reviewers open with their signatures
 *     ├── leaves closed what is signed by another, and counts the others
 *     └── passes over a replaced version, signed or not
 */
import { expect } from 'chai'
import { ballotDigest } from '../../../protocol/ballot.ts'
import { packOpenings } from '../../../protocol/opening.ts'
import { reviewer, signDigest, stranger } from '../support/accounts.ts'
import { signedOpening } from '../support/acts.ts'
import {
  castPage,
  closed,
  type KnownBallot,
  listOf,
  makeBallot,
  openedBy,
  openPage,
  pageOpening,
  plainBallots,
  tallies,
} from '../support/ballots.ts'
import { time } from '../support/chain.ts'
import { expectedTallies } from '../support/model.ts'
import { makeMoments, type Played } from '../support/moments.ts'
import { expectRefusal } from '../support/refusal.ts'
import { fail, toClose, toKeyCame, upTo } from '../support/stage.ts'

const round = makeMoments()
/** Everything that can spoil a ballot: two criteria, a blank card, a limit. */
const strict = makeMoments({
  n: 7,
  rules: { weights: [1, 2], pointsPerBallot: 12 },
})
const spoiled = { aboveMax: 1, partial: 2, onBlank: 3, tooMany: 4 } as const

describe('Openings', () => {
  describe('given the key came', () => {
    it('counts pages in any order, one a call', async () => {
      const { stage, pages } = await withPages([1, 2], [3], [4, 5, 6])
      for (const page of [3, 1, 2])
        await openPage(stage, page, pageAt(pages, page))
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, pages.flat()),
      )
      expect(await stage.round.ballotCounts()).to.deep.equal([3n, 6n, 6n])
    })

    it('counts several pages a call', async () => {
      const { stage, pages } = await withPages([1, 2], [3], [4, 5, 6])
      const openings = [2, 3, 1].map((page) =>
        pageOpening(page, pageAt(pages, page)),
      )
      const sent = stage.round.openPages(openings)
      for (const [index, { page, openings: packed }] of openings.entries())
        await expect(sent)
          .to.emit(stage.round, 'PageOpened')
          .withArgs(page, [1, 3, 2][index], 0, packed)
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, pages.flat()),
      )
    })

    it('opens in parts: closed ballots are opened later', async () => {
      const { stage, pages } = await withPages([1, 2, 3, 4])
      const page = pageAt(pages, 1)
      for (const part of [[2], [], [1, 4], [3]]) {
        const openings = page.map((ballot) =>
          part.includes(ballot.reviewer) ? openedBy(ballot) : closed(ballot),
        )
        await expect(openPage(stage, 1, page, openings))
          .to.emit(stage.round, 'PageOpened')
          .withArgs(1, part.length, 0, packOpenings(openings))
      }
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, page),
      )
    })

    it('nobody is counted twice, however often a page is opened', async () => {
      const { stage, pages } = await withPages([1, 2])
      const page = pageAt(pages, 1)
      await openPage(stage, 1, page)
      const opening = pageOpening(1, page)
      await expect(stage.round.openPages([opening, opening]))
        .to.emit(stage.round, 'PageOpened')
        .withArgs(1, 0, 0, opening.openings)
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, page),
      )
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 2n, 2n])
    })

    it('the same page twice in one call counts once', async () => {
      const { stage, pages } = await withPages([1, 2])
      const opening = pageOpening(1, pageAt(pages, 1))
      await stage.round.openPages([opening, opening])
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 2n, 2n])
    })

    for (const order of [
      [1, 2],
      [2, 1],
    ])
      it(`counts the last version, opened in the order ${order.join(', ')}`, async () => {
        const stage = await round('review')
        const first = await makeBallot(stage, 1, [1, 2])
        const last = await makeBallot(stage, 1, [5, 4], { version: 2 })
        await castPage(stage, [first])
        await castPage(stage, [last])
        await toClose(stage)
        await toKeyCame(stage)
        for (const page of order)
          await openPage(stage, page, page === 1 ? [first] : [last])
        expect(await tallies(stage)).to.deep.equal(
          await expectedTallies(stage, [last]),
        )
        expect(await stage.round.ballotCounts()).to.deep.equal([2n, 1n, 1n])
      })

    it('counts the last version of a page that holds two', async () => {
      const stage = await round('review')
      const ballots = [
        await makeBallot(stage, 1, [1, 2]),
        await makeBallot(stage, 1, [5, 4], { version: 3 }),
      ]
      await castPage(stage, ballots)
      await toClose(stage)
      await toKeyCame(stage)
      await openPage(stage, 1, ballots)
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, ballots.slice(1)),
      )
    })

    it('a reviewer who spoils the last version has no earlier one', async () => {
      const stage = await round('review')
      const good = await makeBallot(stage, 1, [1, 2])
      const bad = await makeBallot(stage, 1, [9, 9], { version: 2 })
      await castPage(stage, [good, bad])
      await toClose(stage)
      await toKeyCame(stage)
      await openPage(stage, 1, [good, bad])
      expect(await stage.round.isSettled(1)).to.be.true
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, []),
      )
    })

    it('a wrong opening reverts and loses nothing', async () => {
      const { stage, pages } = await withPages([1, 2])
      const page = pageAt(pages, 1)
      const wrong = page.map((ballot) =>
        openedBy({ ...ballot, salt: new Uint8Array(16) }),
      )
      await expectRefusal(
        openPage(stage, 1, page, wrong),
        stage.round,
        'Round_PageMismatch',
        [1],
      )
      await openPage(stage, 1, page)
      expect(await stage.round.ballotCounts()).to.deep.equal([1n, 2n, 2n])
    })

    it('who copied another’s seal has nothing to open', async () => {
      const stage = await round('review')
      const [original] = await plainBallots(stage, [1])
      const { seal, envelope, values, salt } = original ?? fail('ballot')
      const sealed = { reviewer: 2, version: 1, seal, envelope }
      const digest = ballotDigest(stage.separator, sealed)
      const signature = signDigest(reviewer(2), digest)
      const copy = { ...sealed, values, salt, signature }
      await castPage(stage, [copy])
      await toClose(stage)
      await toKeyCame(stage)
      await expectRefusal(
        openPage(stage, 1, [copy]),
        stage.round,
        'Round_PageMismatch',
        [1],
      )
      await openPage(stage, 1, [copy], [closed(copy)])
      expect(await stage.round.isSettled(2)).to.be.false
    })

    it('a list that was not drawn for the reviewer does not open', async () => {
      const stage = await round('review')
      const list = (await listOf(stage, 1)).toReversed()
      const ballot = await makeBallot(stage, 1, [1, 2], { list })
      await castPage(stage, [ballot])
      await toClose(stage)
      await toKeyCame(stage)
      await expectRefusal(
        openPage(stage, 1, [ballot]),
        stage.round,
        'Round_PageMismatch',
        [1],
      )
    })

    it('counts a ballot without opinions as settled', async () => {
      const stage = await round('review')
      const ballot = await makeBallot(stage, 1, [0, 0])
      await castPage(stage, [ballot])
      await toClose(stage)
      await toKeyCame(stage)
      await openPage(stage, 1, [ballot])
      expect(await stage.round.isSettled(1)).to.be.true
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, []),
      )
    })

    it('no page, no effect', async () => {
      const { stage } = await withPages([1])
      await expect(stage.round.openPages([])).not.to.emit(
        stage.round,
        'PageOpened',
      )
      expect(await stage.round.isSettled(0)).to.be.false
    })
  })

  describe('given values that break a rule', () => {
    for (const [name, values, reason] of [
      ['a value above the maximum', [6, 1, 1, 1], spoiled.aboveMax],
      ['the highest value', [255, 1, 1, 1], spoiled.aboveMax],
      ['a criterion left out', [1, 0, 1, 1], spoiled.partial],
      ['another criterion left out', [1, 1, 0, 1], spoiled.partial],
      ['too many points', [4, 4, 4, 1], spoiled.tooMany],
      ['everything at once', [6, 0, 9, 9], spoiled.aboveMax],
      ['too many points on half a proposal', [5, 0, 5, 5], spoiled.partial],
    ] as const)
      it(`spoils a ballot with ${name}`, async () => {
        const stage = await strict('review')
        const number = await reviewerWith(stage, false)
        await expectSpoiled(stage, number, values, reason)
      })

    for (const [name, values, reason] of [
      ['a value on the blank card', [1, 1, 1, 1], spoiled.onBlank],
      [
        'too many points, some on the blank card',
        [5, 5, 5, 5],
        spoiled.onBlank,
      ],
      ['half a value on the blank card', [1, 0, 0, 1], spoiled.partial],
    ] as const)
      it(`spoils a ballot with ${name}`, async () => {
        const stage = await strict('review')
        const number = await reviewerWith(stage, true)
        await expectSpoiled(stage, number, values, reason)
      })

    it('takes as many points as there are, and the blank card empty', async () => {
      const stage = await strict('review')
      const full = await reviewerWith(stage, false)
      const blank = await reviewerWith(stage, true)
      const list = await listOf(stage, blank)
      const ballots = [
        await makeBallot(stage, full, [5, 1, 1, 5]),
        await makeBallot(
          stage,
          blank,
          list.flatMap((proposal) => (proposal === 0 ? [0, 0] : [5, 5])),
        ),
      ]
      await castPage(stage, ballots)
      await toClose(stage)
      await toKeyCame(stage)
      await openPage(stage, 1, ballots)
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, ballots),
      )
      const counted = (await tallies(stage)).map(({ count }) => count)
      expect(counted.reduce((sum, count) => sum + count)).to.equal(3)
    })
  })

  describe('given the key never came', () => {
    it('counts what reviewers open with their signatures', async () => {
      const stage = await keyless()
      const openings = stage.ballots.map((ballot) =>
        signedOpening(stage, ballot),
      )
      await expect(openPage(stage, 1, stage.ballots, openings))
        .to.emit(stage.round, 'PageOpened')
        .withArgs(1, 5, 0, packOpenings(openings))
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, stage.ballots),
      )
    })

    it('nobody opens a ballot for its reviewer', async () => {
      const stage = await keyless()
      const [first, ...others] = stage.ballots
      const openings = [
        signedOpening(stage, first ?? fail('ballot'), stranger()),
        ...others.map((ballot) => signedOpening(stage, ballot)),
      ]
      await openPage(stage, 1, stage.ballots, openings)
      expect(await stage.round.isSettled(1)).to.be.false
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, others),
      )
    })

    it('a signature for another seal opens nothing; the right one does later', async () => {
      const stage = await keyless()
      const [first, second, ...others] = stage.ballots
      if (!first || !second) return fail('ballots')
      const { signature } = signedOpening(stage, second, reviewer(1))
      const wrong = { ...signedOpening(stage, first), signature }
      const rest = [second, ...others].map(closed)
      await openPage(stage, 1, stage.ballots, [wrong, ...rest])
      expect(await stage.round.isSettled(1)).to.be.false
      const right = signedOpening(stage, first)
      await openPage(stage, 1, stage.ballots, [right, ...rest])
      expect(await stage.round.isSettled(1)).to.be.true
    })

    it('a front-runner’s signature of an unknown kind leaves it closed', async () => {
      const stage = await keyless()
      const openings = stage.ballots.map((ballot) => ({
        ...signedOpening(stage, ballot),
        signature: { kind: 7, body: new Uint8Array(3) },
      }))
      await openPage(stage, 1, stage.ballots, openings)
      expect((await stage.round.ballotCounts()).settled).to.equal(0)
    })

    it('a front-runner’s empty signature leaves it closed', async () => {
      const stage = await keyless()
      const openings = stage.ballots.map((ballot) => ({
        ...signedOpening(stage, ballot),
        signature: { kind: 0, body: new Uint8Array(0) },
      }))
      await openPage(stage, 1, stage.ballots, openings)
      expect((await stage.round.ballotCounts()).settled).to.equal(0)
    })

    it('passes over a replaced version that is signed', async () => {
      const stage = await round('review')
      const first = await makeBallot(stage, 1, [1, 2])
      const last = await makeBallot(stage, 1, [5, 4], { version: 2 })
      await castPage(stage, [first, last])
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      await openPage(
        stage,
        1,
        [first, last],
        [signedOpening(stage, first), closed(last)],
      )
      expect(await stage.round.isSettled(1)).to.be.false
      await openPage(
        stage,
        1,
        [first, last],
        [signedOpening(stage, first), signedOpening(stage, last)],
      )
      expect(await tallies(stage)).to.deep.equal(
        await expectedTallies(stage, [last]),
      )
    })

    it('spoils a signed ballot that breaks a rule', async () => {
      const stage = await round('review')
      const ballot = await makeBallot(stage, 1, [6, 1])
      await castPage(stage, [ballot])
      await time.increaseTo(stage.rules.times.releaseUntil + 1)
      await expect(openPage(stage, 1, [ballot], [signedOpening(stage, ballot)]))
        .to.emit(stage.round, 'BallotSpoiled')
        .withArgs(1, 1, spoiled.aboveMax)
    })
  })
})

/** Pages of plain ballots of these reviewers; the key has come. */
async function withPages(...reviewers: readonly number[][]) {
  const stage = await round('review')
  const pages: KnownBallot[][] = []
  for (const numbers of reviewers) {
    const ballots = await plainBallots(stage, numbers)
    await castPage(stage, ballots)
    pages.push(ballots)
  }
  await toClose(stage)
  await toKeyCame(stage)
  return { stage, pages }
}

/** Five ballots are cast, and the time for the key is over. */
async function keyless() {
  const stage = await round('closed')
  await time.increaseTo(stage.rules.times.releaseUntil + 1)
  return stage
}

/** A ballot that breaks a rule, between two that do not. */
async function expectSpoiled(
  stage: Played,
  number: number,
  values: readonly number[],
  reason: number,
) {
  const [before, after] = [1, 2, 3].filter((other) => other !== number)
  const bad = await makeBallot(stage, number, values)
  const page = [
    await modestBallot(stage, before ?? fail('reviewer')),
    bad,
    await modestBallot(stage, after ?? fail('reviewer')),
  ]
  await castPage(stage, page)
  await toClose(stage)
  await toKeyCame(stage)
  const sent = openPage(stage, 1, page)
  await expect(sent)
    .to.emit(stage.round, 'BallotSpoiled')
    .withArgs(number, 1, reason)
  await expect(sent)
    .to.emit(stage.round, 'PageOpened')
    .withArgs(1, 2, 1, packOpenings(page.map(openedBy)))
  expect(await stage.round.isSettled(number)).to.be.true
  expect(await tallies(stage)).to.deep.equal(
    await expectedTallies(
      stage,
      page.filter((ballot) => ballot !== bad),
    ),
  )
}

/** Two criteria, few points, and nothing on the blank card. */
async function modestBallot(stage: Played, number: number) {
  const list = await listOf(stage, number)
  const values = list.flatMap((proposal) => (proposal === 0 ? [0, 0] : [1, 2]))
  return makeBallot(stage, number, values)
}

/** The first reviewer whose list holds the blank card (last), or does not. */
async function reviewerWith(stage: Played, blank: boolean): Promise<number> {
  for (const number of upTo(14)) {
    const list = await listOf(stage, number)
    if (list.includes(0) === blank) return number
  }
  return fail('reviewer')
}

function pageAt(pages: readonly KnownBallot[][], page: number): KnownBallot[] {
  return pages[page - 1] ?? fail('page')
}
