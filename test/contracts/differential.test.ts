// differential
// └── a random round of random rules gives in TypeScript what it gives on chain
//     ├── the draw: seed, shuffles, places, every reviewer's list
//     ├── the ballots: who cast, who counts, what is spoiled and why
//     ├── points and counts of every proposal
//     ├── the ranking, and no other
//     ├── who is recommended, and the money they take
//     ├── a round without its key: failed, or ranked by what was opened
//     └── the first 30 seeds hold every choice that rules have
//
// DIFFERENTIAL_ROUNDS (30) and DIFFERENTIAL_SEED (1) choose others: the rounds
// of seed s are s, s + 1, … A failure prints its seed and its rules.
import { expect } from 'chai'
import { bytesToHex, type Hash, keccak256 } from 'viem'
import { type Draw, listOf, makeDraw, placeOf } from '../../protocol/draw.ts'
import { drawSeed } from '../../protocol/drawSeed.ts'
import type { Opening } from '../../protocol/opening.ts'
import { packOpenings } from '../../protocol/opening.ts'
import { packNumbers } from '../../protocol/packedNumbers.ts'
import { spoilReasons } from '../../protocol/points.ts'
import { type Orders, rankProposals } from '../../protocol/ranking.ts'
import { recommend } from '../../protocol/recommend.ts'
import { addBallot, makeTally, type Tally } from '../../protocol/tally.ts'
import { openingDigest, withdrawalDigest } from '../../protocol/typedData.ts'
import type { Bundle } from '../../types/index.ts'
import { createDice, type Dice } from '../support/dice.ts'
import {
  type RandomRound,
  randomRound,
  randomValues,
} from '../support/randomRound.ts'
import {
  applicant,
  reviewer,
  signAlone,
  signDigest,
} from './support/accounts.ts'
import {
  type KnownBallot,
  makeBallot,
  opaqueEnvelope,
  packBatch,
  rankAs,
} from './support/ballots.ts'
import {
  deployBundle,
  readBundled,
  registerBundled,
  sendBundled,
} from './support/bundle.ts'
import { type Deployment, deployFactory, time } from './support/chain.ts'
import { eventsIn } from './support/events.ts'
import {
  createRound,
  fail,
  fixRoster,
  makeRules,
  rosterToReview,
  type Stage,
  toClose,
  toKeyCame,
  toRanking,
  upTo,
} from './support/stage.ts'

const count = Number(process.env['DIFFERENTIAL_ROUNDS'] ?? 30)
const firstSeed = Number(process.env['DIFFERENTIAL_SEED'] ?? 1)
const failedPhase = 13
const rankingPhase = 6

/** A page, and which of its ballots are opened. */
type Page = { number: number; ballots: KnownBallot[]; opened: boolean[] }
type Play = RandomRound & {
  stage: Stage
  dice: Dice
  bundle: Bundle
  draw: Draw
}

/** The same by the protocol alone. */
type Counted = { tally: Tally; settled: Set<number>; spoiled: string[] }

describe('differential', function () {
  this.timeout(120_000)
  let deployment: Deployment
  let bundle: Bundle

  before(async () => {
    deployment = await deployFactory()
    bundle = await deployBundle()
  })

  for (const seed of Array.from({ length: count }, (_, i) => firstSeed + i))
    it(`round of seed ${seed}`, async () => {
      const dice = createDice(seed)
      const random = randomRound(dice)
      try {
        await playRound(deployment, bundle, dice, random)
      } catch (error) {
        console.error(`DIFFERENTIAL_SEED=${seed} DIFFERENTIAL_ROUNDS=1`)
        console.error(random)
        console.error(
          'The seed of its draw also has chance of the chain in it.',
        )
        throw error
      }
    })

  it('meets every choice that rules have', () => {
    const met = new Set(upTo(30).flatMap((seed) => choicesOf(createDice(seed))))
    expect([...met].sort()).to.deep.equal(allChoices.toSorted())
  })
})

const allChoices = [
  ['halves', 'owners, m = 0', 'jury', 'jury, m = 0', 'odd', 'even'],
  ['Score', 'Borda', 'Mean', 'Sum', 'Draw', 'Number'],
  ['seats', 'budget', 'quotas', 'weights', 'one weight'],
  ['point limit', 'no point limit', 'one version', 'versions'],
  ['least reviews', 'no least', 'withdrawn', 'reserve takes', 'reserve waits'],
].flat()

function choicesOf(dice: Dice): string[] {
  const { n, proposals, rules } = randomRound(dice)
  const { listLength, owners } = rules
  const drawn = owners ? 'halves' : 'jury'
  const whole = owners ? 'owners, m = 0' : 'jury, m = 0'
  const selection = rules.budget > 0n ? 'budget' : 'seats'
  return [
    listLength > 0 ? drawn : whole,
    n % 2 === 0 ? 'even' : 'odd',
    ...[rules.points, rules.order, rules.ties],
    rules.quotas.length > 0 ? 'quotas' : selection,
    rules.weights.length > 1 ? 'weights' : 'one weight',
    rules.pointsPerBallot > 0 ? 'point limit' : 'no point limit',
    rules.ballotLimit > 1 ? 'versions' : 'one version',
    rules.minReviews > 0 ? 'least reviews' : 'no least',
    rules.reserveTakesWithdrawn ? 'reserve takes' : 'reserve waits',
    ...(proposals.some(({ withdrawn }) => withdrawn) ? ['withdrawn'] : []),
  ]
}

async function playRound(
  deployment: Deployment,
  bundle: Bundle,
  dice: Dice,
  random: RandomRound,
) {
  const rules = await makeRules(deployment, random.rules)
  const stage = await createRound(deployment, rules, dice.bytes)
  await registerBundled(bundle, stage, random.proposals)
  await fixRoster(stage)
  await rosterToReview(stage)
  const play = { ...random, stage, dice, bundle, draw: await expectDraw(stage) }
  await expectLists(play)

  const pages = await castPages(play)
  await withdraw(play)
  await toClose(stage)
  const comes = !dice.onceIn(4)
  if (comes) await toKeyCame(stage)
  else await time.increaseTo(rules.times.releaseUntil + 1)
  const counted = await openPages(play, pages, comes ? 1 : 2)
  await expectTally(play, pages, counted)

  await toRanking(stage)
  const cast = castBy(pages).size
  const least = cast * rules.minOpened
  const failed = !comes && counted.settled.size * 10_000 < least
  const phase = failed ? failedPhase : rankingPhase
  expect(await stage.round.phase()).to.equal(phase)
  if (!failed) await expectRanking(play, counted.tally)
}

/** Seed and shuffles from what was released, by the protocol alone. */
async function expectDraw(stage: Stage): Promise<Draw> {
  const { id, n, round, rules, trustees } = stage
  const { hash } = await round.drawBlock()
  const { lotteryShare } = trustees?.shares[0] ?? fail('share')
  const parameters = { lottery: lotteryShare, blockHash: hash as Hash }
  const seed = drawSeed({ ...id, ...parameters })
  const draw = makeDraw({ seed, rules, n })
  expect(await round.seed()).to.equal(seed)
  const { order, offset } = await round.shuffles()
  expect(order).to.equal(packNumbers(draw.order))
  expect(offset).to.equal(packNumbers(draw.offset))
  return draw
}

async function expectLists({ bundle, draw, stage }: Play) {
  const reviewers = upTo(draw.reviewers)
  const lists = await readBundled(bundle, stage, 'listOf', reviewers.map(only))
  expect(lists.map(([list]) => numbers(list as bigint[]))).to.deep.equal(
    reviewers.map((one) => listOf(draw, one)),
  )
  const proposals = upTo(stage.n)
  const places = await readBundled(bundle, stage, 'place', proposals.map(only))
  expect(places.map(numbers)).to.deep.equal(
    proposals.map((one) => {
      const { half, position } = placeOf(draw, one)
      return [half, position]
    }),
  )
}

/** Some cast, some again: a later page holds a later version, or a gap. */
async function castPages({ dice, draw, stage }: Play): Promise<Page[]> {
  const { ballotLimit } = stage.rules
  const last = new Map<number, number>()
  const pages: Page[] = []
  while (pages.length < 3 && !(dice.onceIn(4) && pages.length > 0)) {
    const casting = dice.shuffled(upTo(draw.reviewers)).flatMap((one) => {
      const version = (last.get(one) ?? 0) + dice.between(1, 2)
      if (version > ballotLimit || dice.onceIn(2)) return []
      last.set(one, version)
      return [{ one, version }]
    })
    const ballots = await Promise.all(
      casting.map(({ one, version }) => {
        const list = listOf(draw, one)
        const values = randomValues(dice, stage.rules, list)
        // Nobody decrypts it here: the openings come from what is known.
        const envelope = opaqueEnvelope(stage)
        const salt = dice.bytes(16)
        const change = { version, list, salt, envelope }
        return makeBallot(stage, one, values, change)
      }),
    )
    if (ballots.length === 0) break
    await stage.round.castBallots(packBatch(ballots))
    pages.push({
      number: pages.length + 1,
      ballots,
      opened: ballots.map(() => !dice.onceIn(6)),
    })
  }
  return pages
}

async function withdraw({ bundle, proposals, stage }: Play) {
  const digest = withdrawalDigest(stage.separator, { version: 2 })
  const calls = upTo(stage.n)
    .filter((number) => proposals[number - 1]?.withdrawn)
    .map(applicant)
    .map((account) => [account.address, 2, signAlone(account, digest)])
  await sendBundled(bundle, stage, 'withdrawProposal', calls)
}

/** In any order, some pages twice; in one transaction or more. */
async function openPages(
  play: Play,
  pages: readonly Page[],
  kind: 1 | 2,
): Promise<Counted> {
  const { dice, stage } = play
  const twice = [...pages, ...pages.filter(() => dice.onceIn(3))]
  const inOrder = dice.shuffled(twice)
  const cut = dice.below(inOrder.length + 1)
  const counted = startCount(play)
  for (const some of [inOrder.slice(0, cut), inOrder.slice(cut)]) {
    const openings = some.map((page) => pageOpening(stage, page, kind))
    const sent = stage.round.openPages(openings)
    const before = counted.spoiled.length
    for (const page of some) countPage(play, pages, page, counted)
    const events = await eventsIn(stage, sent, 'BallotSpoiled')
    expect(
      events.map(
        (one) => `${Number(one['reviewer'])}: ${Number(one['reason'])}`,
      ),
    ).to.deep.equal(counted.spoiled.slice(before))
  }
  return counted
}

function pageOpening(stage: Stage, page: Page, kind: 1 | 2) {
  const openings = page.ballots.map((ballot, index): Opening => {
    const { reviewer: number, salt, seal, values, version } = ballot
    const head = { reviewer: number, version }
    if (!page.opened[index]) return { kind: 0, ...head, seal }
    const opened = { ...head, values, salt }
    if (kind === 1) return { kind, ...opened }
    const digest = openingDigest(stage.separator, { reviewer: number, seal })
    const signature = signDigest(reviewer(number), digest)
    return { kind, ...opened, signature }
  })
  return {
    page: page.number,
    batchHash: keccak256(packBatch(page.ballots)),
    openings: bytesToHex(packOpenings(openings)),
  }
}

function startCount({ draw }: Play): Counted {
  return { tally: makeTally(draw.n), settled: new Set(), spoiled: [] }
}

/** The last version of each reviewer, once. */
function countPage(
  { draw, rules }: Play,
  pages: readonly Page[],
  page: Page,
  { settled, spoiled, tally }: Counted,
) {
  const last = castBy(pages)
  for (const [
    index,
    { reviewer: one, values, version },
  ] of page.ballots.entries()) {
    if (!page.opened[index] || settled.has(one) || last.get(one) !== version)
      continue
    settled.add(one)
    const reason = addBallot(tally, rules, listOf(draw, one), values)
    if (reason !== spoilReasons.none) spoiled.push(`${one}: ${reason}`)
  }
}

/** The last version of every reviewer who cast. */
function castBy(pages: readonly Page[]): Map<number, number> {
  return new Map(
    pages.flatMap(({ ballots }) =>
      ballots.map(({ reviewer: one, version }) => [one, version] as const),
    ),
  )
}

async function expectTally(
  { bundle, stage }: Play,
  pages: readonly Page[],
  { settled, tally }: Counted,
) {
  const proposals = upTo(stage.n)
  const found = await readBundled(bundle, stage, 'tally', proposals.map(only))
  expect(found.map(numbers)).to.deep.equal(
    proposals.map((one) => [tally.sums[one - 1], tally.counts[one - 1]]),
  )
  const counts = await stage.round.ballotCounts()
  const expected = [pages.length, castBy(pages).size, settled.size]
  expect(numbers(counts)).to.deep.equal(expected)
}

async function expectRanking(play: Play, tally: Tally) {
  const { bundle, dice, draw, proposals, rules, stage } = play
  const orders = rankProposals({ rules: stage.rules, draw, tally })
  await expectOtherRefused(stage, dice, orders)
  const sent = rankAs(stage, orders[0], orders[1])
  const { counts } = tally
  const expected = recommend({ rules, orders, proposals, counts })
  const [ranked] = await eventsIn(stage, sent, 'Ranked')
  expect(ranked?.['spent']).to.deep.equal(expected.spent)
  const all = upTo(stage.n)
  const outcomes = await readBundled(bundle, stage, 'outcome', all.map(only))
  const recommended = all.filter((one) => outcomes[one - 1]?.[0] === true)
  const sorted = expected.recommended.flat().sort((a, b) => a - b)
  expect(recommended).to.deep.equal(sorted)
}

/** Two neighbours of one half change places. */
async function expectOtherRefused(stage: Stage, dice: Dice, orders: Orders) {
  const half = dice.pick([0, 1].filter((one) => orders[one]!.length > 1))
  const place = dice.below(orders[half]!.length - 1)
  const swapped = orders.map((order) => [...order])
  const [first = 0, second = 0] = orders[half]!.slice(place, place + 2)
  swapped[half]!.splice(place, 2, second, first)
  await expect(rankAs(stage, swapped[0]!, swapped[1]))
    .to.be.revertedWithCustomError(stage.round, 'Round_OrderWrong')
    .withArgs(half, second, first)
}

function only(value: number): [number] {
  return [value]
}

/** bigints of an answer as numbers. */
function numbers(answer: Iterable<unknown>): number[] {
  return Array.from(answer, Number)
}
